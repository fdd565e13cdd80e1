package marketlab.jupyter;

import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Collects what a cell prints. IJava sends one message per call of {@code print}, and Jupyter shows each message as a
 * separate text. This class sends whole lines, a few times a second, and an unfinished line after a longer wait.
 * Thread-safe.
 */
final class PrintedText {

    private static final long MILLIS_BETWEEN = 200;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "marketlab-printed-text");
        thread.setDaemon(true);
        return thread;
    });

    private final BiConsumer<StreamType, String> publish;
    private final StringBuilder text = new StringBuilder();
    private StreamType stream = StreamType.OUT;
    private boolean awaited;
    private boolean waiting;

    PrintedText(BiConsumer<StreamType, String> publish) {
        this.publish = publish;
    }

    synchronized void add(StreamType to, String printed) {
        if (to != stream) {
            flush();
            stream = to;
        }
        text.append(printed);
        awaitMore();
    }

    /** Sends everything now, because something else follows. */
    synchronized void flush() {
        send(text.length());
    }

    private void awaitMore() {
        if (!awaited) {
            awaited = true;
            TIMER.schedule(this::sendLines, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void sendLines() {
        awaited = false;
        int lines = text.lastIndexOf("\n") + 1;
        send(lines == 0 && waiting ? text.length() : lines);
        waiting = text.length() > 0;
        if (waiting) {
            awaitMore();
        }
    }

    private void send(int length) {
        if (length > 0) {
            String sent = text.substring(0, length);
            text.delete(0, length);
            publish.accept(stream, sent);
        }
    }
}
