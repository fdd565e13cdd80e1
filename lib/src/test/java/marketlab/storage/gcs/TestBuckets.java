package marketlab.storage.gcs;

import java.time.Clock;
import java.time.Duration;
import marketlab.storage.Storage;
import marketlab.storage.gcs.GcsSettings.Patience;

/** Opens buckets of an emulator, for the tests of other packages. */
public final class TestBuckets {

    private static final Patience QUICK_TO_TRY_AGAIN =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMinutes(5));

    private TestBuckets() {}

    /** A bucket or a prefix of one; saves tell the time by this clock. */
    public static Storage open(String bucket, String host, Clock clock) {
        return new GoogleCloudStorage(GcsAddress.parse(bucket), GcsSettings.of(host, "", Patience.USUAL), clock);
    }

    /** As {@link #open}; tries again without waiting. */
    public static Storage openWithoutDelays(String bucket, String host) {
        GcsSettings settings = GcsSettings.of(host, "", QUICK_TO_TRY_AGAIN);
        return new GoogleCloudStorage(GcsAddress.parse(bucket), settings, Clock.systemUTC());
    }
}
