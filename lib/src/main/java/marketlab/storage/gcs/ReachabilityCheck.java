package marketlab.storage.gcs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Checks within a given time whether a host can be reached; the system's name look-up alone may take much longer. */
final class ReachabilityCheck {

    private ReachabilityCheck() {}

    /** Connects once, unless there is a proxy. */
    static void require(URI host, Duration limit) throws IOException {
        ProxySelector proxies = ProxySelector.getDefault();
        if (proxies != null && proxies.select(host).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
            return;
        }
        FutureTask<Void> connection = new FutureTask<>(() -> connect(host, limit));
        Thread thread = new Thread(connection, "reach-" + host.getHost());
        thread.setDaemon(true);
        thread.start();
        try {
            connection.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("connect timed out: " + host.getHost());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while connecting to " + host.getHost(), e);
        }
    }

    private static Void connect(URI host, Duration limit) throws IOException {
        int usual = host.getScheme().equals("https") ? 443 : 80;
        InetSocketAddress address = new InetSocketAddress(host.getHost(), host.getPort() < 0 ? usual : host.getPort());
        if (address.isUnresolved()) {
            throw new UnknownHostException(host.getHost());
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) limit.toMillis());
        }
        return null;
    }
}
