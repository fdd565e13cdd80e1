package marketlab.pickle;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * CRC32C of the bytes of a file, in order. The sums of long parts may be computed elsewhere and added here. Sums are
 * polynomials over GF(2): the new sum is the old sum times x to the power of the part's length in bits, plus the sum of
 * the part. Not thread-safe.
 */
final class Checksum {

    /** Castagnoli's polynomial, lowest power first, without x³². */
    private static final int POLYNOMIAL = 0x82F63B78;

    /** x to 2⁰, 2¹, 2², … modulo the polynomial. */
    private static final int[] POWERS = new int[Long.SIZE];

    static {
        POWERS[0] = 1 << 30;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = product(POWERS[i - 1], POWERS[i - 1]);
        }
    }

    private int sum;

    /** The sum of the buffer's remaining bytes. */
    static int of(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** Adds a part of this length in bytes, with this sum. */
    void add(int part, long length) {
        sum = followed(sum, length) ^ part;
    }

    /**
     * The share of a part in the sum of the whole, if this many bytes follow it. The whole sum is the exclusive or of
     * all shares, in any order.
     */
    static int followed(int part, long length) {
        int shift = 1 << 31;
        for (int bit = 3; length != 0; bit++, length >>>= 1) {
            if ((length & 1) != 0) {
                shift = product(shift, POWERS[bit]);
            }
        }
        return product(shift, part);
    }

    int value() {
        return sum;
    }

    private static int product(int a, int b) {
        int product = 0;
        for (int bit = 31; bit >= 0; bit--) {
            product ^= (a >>> bit & 1) * b;
            b = b >>> 1 ^ (b & 1) * POLYNOMIAL;
        }
        return product;
    }
}
