package marketlab.start;

import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import com.google.cloud.NoCredentials;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.StorageOptions;
import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.GregorianCalendar;
import java.util.UUID;
import java.util.logging.LogManager;
import javax.net.ssl.SSLContext;
import marketlab.config.ConfigManager;

/**
 * Lists a bucket that is in memory only, so that Google's client is loaded and set up when the first real request comes.
 * Asks neither for credentials nor for a network.
 */
final class BucketRehearsal {

    private static final String LISTING = "{\"items\": [{\"bucket\": \"rehearsal\", \"name\": \"rehearsal\"}]}";

    private BucketRehearsal() {}

    static void run() {
        boolean emulated = !ConfigManager.getConfig().gcsEmulatorHost().isEmpty();
        Thread platform = new Thread(() -> platform(emulated), "marketlab-rehearsal");
        platform.setDaemon(true);
        platform.start();
        StorageOptions.http()
                .setProjectId("rehearsal")
                .setCredentials(NoCredentials.getInstance())
                .setTransportOptions(HttpTransportOptions.newBuilder()
                        .setHttpTransportFactory(BucketRehearsal::store)
                        .build())
                .build()
                .getService()
                .list(
                        "rehearsal",
                        BlobListOption.prefix(""),
                        BlobListOption.delimiter("/"),
                        BlobListOption.pageSize(1),
                        BlobListOption.fields(BlobField.NAME));
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
    private static void platform(boolean emulated) {
        try {
            URI.create(emulated ? "http://localhost" : "https://localhost")
                    .toURL()
                    .openConnection();
            LogManager.getLogManager();
            if (!emulated) {
                SSLContext.getDefault();
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            // the real request meets it again, and tells
        }
        UUID.randomUUID();
        new GregorianCalendar();
    }
}
