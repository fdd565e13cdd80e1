package marketlab.storage.gcs;

import com.google.api.client.http.HttpContent;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The content of a request. It is sent in larger pieces than Google's client uses, because each piece is a system call.
 * Sending is aborted if the other side accepts nothing for a time; Java's sockets would wait forever.
 */
record GcsContent(HttpContent content, Duration patience) implements HttpContent {

    /** The system accepts smaller pieces without waiting for the other side. */
    private static final int PIECE = 1 << 17;

    @Override
    public long getLength() throws IOException {
        return content.getLength();
    }

    @Override
    public String getType() {
        return content.getType();
    }

    @Override
    public boolean retrySupported() {
        return content.retrySupported();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (getLength() >= 0 && getLength() < PIECE) {
            content.writeTo(out);
            return;
        }
        Counted counted = new Counted(out);
        FutureTask<Void> sending = new FutureTask<>(() -> {
            BufferedOutputStream pieces = new BufferedOutputStream(counted, PIECE);
            content.writeTo(pieces);
            pieces.flush();
            return null;
        });
        Thread thread = new Thread(sending, "marketlab-upload");
        thread.setDaemon(true);
        thread.start();
        await(sending, counted);
    }

    private void await(FutureTask<Void> sending, Counted counted) throws IOException {
        long taken = -1;
        while (taken < counted.pieces) {
            taken = counted.pieces;
            try {
                sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                // the loop checks whether anything was sent since
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                GcsTransport.disconnect();
                throw new InterruptedIOException("interrupted while sending");
            }
        }
        GcsTransport.disconnect();
        throw new SocketTimeoutException("write timed out");
    }

    private static final class Counted extends FilterOutputStream {

        private volatile long pieces;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            pieces++;
        }
    }
}
