package marketlab.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.peer.Await;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import marketlab.storage.gcs.GcsSettings.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** A store that begins an upload, and then reads no more of it while the connection stays. */
class MuteStoreTest {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(10), Duration.ofSeconds(3));
    private static final Dataset LARGE = Dataset.of(Table.create("t", DoubleColumn.create("a", new double[4_000_000])));

    private final List<Socket> connections = new ArrayList<>();
    private ServerSocket store;

    @BeforeEach
    void listen() throws IOException {
        store = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "mute-store");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Test
    void uploadIsGivenUpAndItsThreadsWithIt() throws Exception {
        String address = "127.0.0.1:" + store.getLocalPort();
        GcsSettings settings = new GcsSettings(URI.create("http://" + address), true, "", PATIENCE);
        try (Storage storage = new GoogleCloudStorage(GcsAddress.parse("lab"), settings, Clock.systemUTC())) {
            StorageException e =
                    catchThrowableOfType(StorageException.class, () -> storage.save(LARGE, "index/large.pkl"));
            assertThat(e)
                    .hasMessageContaining(
                            "save failed: the emulator at " + address + " does not answer; try again later");
        }
        Await.until("the end of the upload's threads", () -> uploads() == 0);
    }

    private static long uploads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("marketlab-upload"))
                .count();
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = store.accept();
                connections.add(connection);
                String request = line(connection);
                if (request.startsWith("GET ")) {
                    answer(connection, request.contains("/o/") ? "404 Not Found" : "200 OK", "");
                } else if (request.startsWith("POST ")) {
                    answer(
                            connection,
                            "200 OK",
                            "Location: http://127.0.0.1:%d/upload?upload_id=1\r\n".formatted(store.getLocalPort()));
                }
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private static void answer(Socket connection, String status, String header) throws IOException {
        String answer =
                "HTTP/1.1 %s\r\n%sContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                        .formatted(status, header);
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(Socket connection) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream in = connection.getInputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
