package marketlab.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import marketlab.dataset.DatasetName;

/**
 * One saved dataset of a series.
 *
 * @param path its path in the storage
 * @param name the name at the end of the path
 * @param bytes size of its file
 */
public record Version(String path, DatasetName name, long bytes) {

    /** When it was saved, to the second. */
    public Instant time() {
        return name.timestamp().toInstant(ZoneOffset.UTC);
    }

    /** Time, bytes and path. */
    @Override
    public String toString() {
        return "%s %12s  %s".formatted(time(), bytes, path);
    }
}
