package marketlab.storage.gcs;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import marketlab.config.Config;
import marketlab.config.Setting;

/**
 * How to reach Google Cloud Storage.
 *
 * @param host address of the service or of an emulator
 * @param emulated whether it is an emulator, which gets no credentials
 * @param credentials path of a key file; empty for the credentials of gcloud or the machine
 */
record GcsSettings(URI host, boolean emulated, String credentials, Patience patience) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final URI GOOGLE = URI.create("https://storage.googleapis.com");

    /**
     * Time limits and retry delays.
     *
     * @param connect limit for a connection; after it, the machine counts as offline
     * @param read limit for the next bytes of a response
     * @param firstDelay delay before the second attempt; doubled before each further one
     * @param total limit for all attempts of one request
     */
    record Patience(Duration connect, Duration read, Duration firstDelay, Duration total) {

        /** How long retries are not reported. */
        Duration quiet() {
            return firstDelay.multipliedBy(4);
        }

        static final Patience USUAL = new Patience(
                Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(500), Duration.ofSeconds(60));
    }

    static GcsSettings of(Config config) {
        return of(config.gcsEmulatorHost(), config.gcsCredentials(), Patience.USUAL);
    }

    /**
     * Settings for an emulator if one is named.
     *
     * @throws IllegalArgumentException if the emulator's address is invalid
     */
    static GcsSettings of(String emulator, String credentials, Patience patience) {
        return emulator.isEmpty()
                ? new GcsSettings(GOOGLE, false, credentials, patience)
                : new GcsSettings(address(emulator), true, "", patience);
    }

    /** The name of the store in messages. */
    String name() {
        String place = host.getPort() < 0 ? host.getHost() : host.getHost() + ":" + host.getPort();
        return emulated ? "the emulator at " + place : place;
    }

    private static URI address(String emulator) {
        String text = emulator.contains("://") ? emulator : "http://" + emulator;
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && SCHEMES.contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalArgumentException("STORAGE_EMULATOR_HOST must be an address like http://127.0.0.1:9023, got '"
                + Setting.masked(emulator) + "'");
    }
}
