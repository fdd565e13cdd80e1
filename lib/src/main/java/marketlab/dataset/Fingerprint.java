package marketlab.dataset;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A short checksum of the first rows that a generator made: {@link Metadata#FINGERPRINT}. It tells what was changed after
 * generation from what another version of the generator made, as only the latter changes it when a seed is used again.
 */
public final class Fingerprint {

    /** How many rows count, so that it costs nothing however long the dataset is. */
    public static final int ROWS = 64;

    private Fingerprint() {}

    /** The fingerprint of a dataset's columns of numbers, of which the first 64 rows are enough. */
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
