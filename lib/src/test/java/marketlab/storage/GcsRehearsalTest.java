package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import marketlab.storage.GcsSettings.Patience;
import org.junit.jupiter.api.Test;

class GcsRehearsalTest {

    @Test
    void nobodyIsAskedAnything() throws IOException {
        try (ServerSocket store = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            GcsRehearsal.run(GcsSettings.of("127.0.0.1:" + store.getLocalPort(), "", Patience.USUAL));
            store.setSoTimeout(1);
            assertThatThrownBy(store::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void googleItselfNeedsNeitherCredentialsNorANetwork() throws IOException {
        URI nowhere = URI.create("https://storage.invalid");
        GcsRehearsal.run(new GcsSettings(nowhere, false, "no such file", Patience.USUAL));
    }
}
