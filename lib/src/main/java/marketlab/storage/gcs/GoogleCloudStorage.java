package marketlab.storage.gcs;

import java.time.Clock;
import marketlab.config.Config;
import marketlab.config.ConfigManager;
import marketlab.storage.Storage;

/**
 * Datasets in a bucket of Google Cloud Storage, or below a prefix of one.
 *
 * <p>Every upload and download is compared by CRC32C. {@link #latest} does not list the whole bucket. Nothing is sent before
 * the first request. The credentials come from {@code GOOGLE_APPLICATION_CREDENTIALS}, from gcloud or from the machine; it
 * never falls back to anonymous access.
 */
public final class GoogleCloudStorage extends Storage {

    /** The bucket that the configuration names: {@code GCS_BUCKET_NAME}, or the configuration file. */
    public GoogleCloudStorage() {
        this(ConfigManager.getConfig());
    }

    /** A bucket, {@code lab}, or a prefix of one, {@code lab/team}. */
    public GoogleCloudStorage(String bucketName) {
        this(bucketName, ConfigManager.getConfig());
    }

    /**
     * A bucket or a prefix of one, with these settings.
     *
     * @throws IllegalArgumentException if the bucket name is invalid
     */
    public GoogleCloudStorage(String bucketName, Config config) {
        this(GcsAddress.parse(bucketName), GcsSettings.of(config), Clock.systemUTC());
    }

    GoogleCloudStorage(GcsAddress address, GcsSettings settings, Clock clock) {
        super(new GcsBucket(address, settings, clock), clock);
    }

    private GoogleCloudStorage(Config config) {
        this(config.gcsBucketName(), config);
    }

    /**
     * The {@link #root} of a storage with this bucket; does not use the network.
     *
     * @throws IllegalArgumentException if the bucket name is invalid
     */
    public static String root(String bucketName) {
        return GcsAddress.parse(bucketName).uri();
    }
}
