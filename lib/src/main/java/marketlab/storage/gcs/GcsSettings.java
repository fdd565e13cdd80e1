package marketlab.storage.gcs;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import marketlab.config.Config;
import marketlab.config.Setting;

/**
 * How to reach Google Cloud Storage.
 *
 * @param host its address, or an emulator's
 * @param emulated whether it is an emulator, which is sent no credentials
 * @param credentials path of a key file; empty for the ones that gcloud or the machine has
 */
record GcsSettings(URI host, boolean emulated, String credentials, Patience patience) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final URI GOOGLE = URI.create("https://storage.googleapis.com");

    /**
     * How long to wait, and how often.
     *
     * @param connect for a connection; an offline machine is told after this time
     * @param read for the next bytes of an answer
     * @param firstDelay before the second attempt; doubled before each further one
     * @param total for all attempts of one request
     */
    record Patience(Duration connect, Duration read, Duration firstDelay, Duration total) {

        /** How long a request may be tried again without a word. */
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
     * @throws IllegalArgumentException if the emulator's address is none
     */
    static GcsSettings of(String emulator, String credentials, Patience patience) {
        return emulator.isEmpty()
                ? new GcsSettings(GOOGLE, false, credentials, patience)
                : new GcsSettings(address(emulator), true, "", patience);
    }

    /** The store, as messages name it. */
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
