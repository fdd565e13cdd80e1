package marketlab.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import marketlab.storage.gcs.GcsSettings.Patience;
import org.junit.jupiter.api.Test;

/** Where nothing can be reached, one line says so; none of these waits for Google's own fifty seconds. */
class OfflineTest {

    private static final Patience PATIENCE =
            new Patience(Duration.ofMillis(300), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(2));

    @Test
    void usualPatienceWithAMachineThatIsOfflineIsUnderTenSeconds() {
        assertThat(Patience.USUAL.connect()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void nameThatCannotBeLookedUpIsTold() {
        assertThatBothAreUnreachable("no-such-host.invalid");
    }

    @Test
    void portWhereNobodyListensIsTold() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThatBothAreUnreachable("127.0.0.1:" + port);
    }

    @Test
    void hostThatSwallowsConnectionsIsTold() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                waiting.add(new Socket());
                connect(waiting.get(i), full);
            }
            assertThatBothAreUnreachable("127.0.0.1:" + full.getLocalPort());
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void serverThatVanishesInBetweenIsTold() throws IOException {
        try (FakeGcs store = new FakeGcs(1000, 0);
                Storage storage = open(store.address())) {
            assertThat(storage.listFiles("index")).isEmpty();
            store.close();
            StorageException e = catchThrowableOfType(StorageException.class, () -> storage.listFiles("index"));
            assertThat(e)
                    .hasMessage("[gs://lab/index] listing failed: "
                            + unreachableEmulator(store.address().replace("http://", "")));
        }
    }

    private static void connect(Socket socket, ServerSocket server) {
        try {
            socket.connect(server.getLocalSocketAddress(), 50);
        } catch (IOException e) {
            // the queue is full, as it should be
        }
    }

    @Test
    void keyFileThatIsNotThereIsToldWithoutANetwork() {
        assertThat(problem("http://no-such-host.invalid", false, "none.json"))
                .startsWith("GOOGLE_APPLICATION_CREDENTIALS names none.json, which does not exist");
    }

    private static void assertThatBothAreUnreachable(String host) {
        assertThat(problem("http://" + host, false, ""))
                .isEqualTo("cannot reach " + host + "; check the network, or use a local storage");
        assertThat(problem("http://" + host, true, "")).isEqualTo(unreachableEmulator(host));
    }

    private static String problem(String address, boolean emulated, String key) {
        GcsSettings settings = new GcsSettings(URI.create(address), emulated, key, PATIENCE);
        try (Storage storage = new GoogleCloudStorage(GcsAddress.parse("lab"), settings, Clock.systemUTC())) {
            StorageException e = catchThrowableOfType(StorageException.class, () -> storage.latest("index"));
            return e.getMessage().replace("[gs://lab/index] listing failed: ", "");
        }
    }

    private static Storage open(String address) {
        GcsSettings settings = new GcsSettings(URI.create(address), true, "", PATIENCE);
        return new GoogleCloudStorage(GcsAddress.parse("lab"), settings, Clock.systemUTC());
    }

    private static String unreachableEmulator(String host) {
        return "cannot reach the emulator at " + host + "; start it, or correct or unset STORAGE_EMULATOR_HOST";
    }
}
