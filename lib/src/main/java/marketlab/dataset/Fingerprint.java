package marketlab.dataset;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A short checksum of the first rows that a generator made: {@link Metadata#FINGERPRINT}. It distinguishes a dataset
 * that was changed after generation from one of another generator version: only for the latter, generating again with
 * the seed gives another fingerprint.
 */
public final class Fingerprint {

    /** The number of rows that are used, so that the cost does not grow with the dataset. */
    public static final int ROWS = 64;

    private Fingerprint() {}

    /** The fingerprint of a dataset's numeric columns; only the first 64 rows are needed. */
    public static String of(double[]... columns) {
        CRC32C sum = new CRC32C();
        ByteBuffer bytes = ByteBuffer.allocate(ROWS * Double.BYTES);
        for (double[] column : columns) {
            bytes.clear();
            bytes.asDoubleBuffer().put(column, 0, Math.min(ROWS, column.length));
            sum.update(bytes.limit(Math.min(ROWS, column.length) * Double.BYTES));
        }
        return "%08x".formatted(sum.getValue());
    }
}
