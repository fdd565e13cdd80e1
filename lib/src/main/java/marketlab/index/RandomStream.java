package marketlab.index;

import java.util.stream.LongStream;

/**
 * One stream of random numbers: SplitMix64, with a beginning and a step (gamma) of its own (Steele, Lea and Flood, <i>Fast
 * Splittable Pseudorandom Number Generators</i>, OOPSLA 2014), the algorithm of {@link java.util.SplittableRandom}. The
 * n-th number is a function of the seed, the path, the purpose and n alone: it does not matter which thread draws a path
 * nor how many others there are, and a block of numbers is worked out at once. Not safe to share between threads.
 */
final class RandomStream {

    /** What a path draws numbers for: each has its own stream, so that asking for one never moves another. */
    enum Purpose {
        MOVES,
        RANGE,
        VOLUME,
        EVENTS,
        TIME_OF_JUMP
    }

    /** How many numbers a block has. */
    static final int BLOCK = 312;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int FEWEST_CHANGES = 24;
    private static final long[] PLACES = LongStream.rangeClosed(1, BLOCK).toArray();

    private final long gamma;
    private final long[] drawn = new long[BLOCK];
    private final long[] opposed = new long[BLOCK];
    private long state;

    /** The stream from after this state on, each state this odd number from the last. */
    RandomStream(long state, long gamma) {
        this.state = state;
        this.gamma = gamma;
    }

    /** The stream for one purpose of a path that has one asset. */
    static RandomStream of(long seed, long path, Purpose purpose) {
        return of(seed, path, 0, purpose);
    }

    /** The stream for one purpose of one asset of a path. */
    static RandomStream of(long seed, long path, int asset, Purpose purpose) {
        long which = (long) asset * Purpose.values().length + purpose.ordinal();
        long key = mix(mix(mix(seed + GOLDEN) + path * GOLDEN) + which * GOLDEN);
        return new RandomStream(mix(key + GOLDEN), gamma(key + 2 * GOLDEN));
    }

    /** Leaves out the next so many numbers. */
    void skip(long numbers) {
        state += numbers * gamma;
    }

    long nextLong() {
        state += gamma;
        return mix(state);
    }

    /** Uniform in (0, 1): never either end. */
    double nextDouble() {
        return uniform(nextLong());
    }

    /** Sets the first so many, a block at most, to standard normals; what is drawn next is the next block. */
    void fillNormals(double[] normals, int count) {
        nextBlock(drawn, count);
        Ziggurat.normals(drawn, normals, count);
    }

    /**
     * Sets the first so many of each, a block at most, to exponentials of mean 1; what is drawn next is the block after next.
     * Five pairs of eight are opposite, of a number and its complement, so that where one is large the other is small; the
     * others are independent.
     */
    void fillOpposedExponentials(double[] ones, double[] others, int count) {
        nextBlock(drawn, count);
        nextBlock(opposed, count);
        Ziggurat.exponentials(drawn, ones, count);
        oppose(count);
        Ziggurat.exponentials(opposed, others, count);
    }

    /** Another number that looks independent of this one. */
    static long after(long bits) {
        return mix(bits + GOLDEN);
    }

    /** A number as a fraction in (0, 1): never either end. */
    static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }

    /** In a loop of its own, of which the compiler makes vector instructions. */
    private void nextBlock(long[] block, int count) {
        long from = state;
        for (int i = 0; i < count; i++) {
            block[i] = mix(from + PLACES[i] * gamma);
        }
        state = from + BLOCK * gamma;
    }

    /** Sets five of eight to the complements of what was drawn; which, bits say that are too low to move a variate. */
    private void oppose(int count) {
        for (int i = 0; i < count; i++) {
            long own = opposed[i];
            long opposite = -((own >>> 10 | own >>> 11 & own >>> 12) & 1);
            opposed[i] = ~drawn[i] & opposite | own & ~opposite;
        }
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** An odd number of many changes from bit to bit, as the authors' section 5 asks. */
    private static long gamma(long z) {
        z = mix(z) | 1;
        return Long.bitCount(z ^ (z >>> 1)) < FEWEST_CHANGES ? z ^ 0xAAAAAAAAAAAAAAAAL : z;
    }
}
