package marketlab.storage;

import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.GregorianCalendar;
import java.util.UUID;
import java.util.logging.LogManager;
import javax.net.ssl.SSLContext;

/**
 * A listing of a store that is in memory only: what it loads and sets up, the first real request finds ready. Takes no
 * longer than a request, and asks neither for credentials nor for a network.
 */
final class GcsRehearsal {

    private static final String LISTING = "{\"items\": [{\"bucket\": \"rehearsal\", \"name\": \"rehearsal\"}]}";

    private GcsRehearsal() {}

    static void run(GcsSettings settings) throws IOException {
        Thread platform = new Thread(() -> platform(settings.host()), "marketlab-rehearsal");
        platform.setDaemon(true);
        platform.start();
        GcsSettings withoutCredentials = new GcsSettings(settings.host(), true, "", settings.patience());
        try (GcsObjects objects = new GcsObjects("rehearsal", withoutCredentials, GcsRehearsal::store, line -> {})) {
            objects.list("", "", "", null, null);
        }
    }

    private static MockHttpTransport store() {
        return new MockHttpTransport.Builder()
                .setLowLevelHttpResponse(new MockLowLevelHttpResponse()
                        .setContentType("application/json")
                        .setContent(LISTING))
                .build();
    }

    /**
     * What Google's client needs of Java, in the order in which it will: jars for addresses, a log, trusted certificates,
     * numbers for its requests, calendars for their answers.
     */
    private static void platform(URI host) {
        try {
            host.toURL().openConnection();
            LogManager.getLogManager();
            if (host.getScheme().equals("https")) {
                SSLContext.getDefault();
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            // the real request meets it again, and tells
        }
        UUID.randomUUID();
        new GregorianCalendar();
    }
}
