package marketlab.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import marketlab.dataset.DatasetName;

/**
 * One saved dataset of a series.
 *
 * @param name its name, which prints as its path
 * @param bytes size of its file
 */
public record Version(DatasetName name, long bytes) {

    /** Path in the storage, to be loaded. */
    public String path() {
        return name.path();
    }

    /** When it was saved, to the second. */
    public Instant time() {
        return name.timestamp().toInstant(ZoneOffset.UTC);
    }

    /** Time, bytes and path. */
    @Override
    public String toString() {
        return "%s %12d  %s".formatted(time(), bytes, path());
    }
}
