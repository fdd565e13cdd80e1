package marketlab.index;

import java.util.stream.LongStream;

/**
 * One stream of random numbers: SplitMix64 with its own start and step (gamma) (Steele, Lea and Flood, <i>Fast
 * Splittable Pseudorandom Number Generators</i>, OOPSLA 2014), the algorithm of {@link java.util.SplittableRandom}. The
 * n-th number depends only on the seed, the path, the purpose and n. So the threads do not matter, nor the number of
 * paths, and a block of numbers can be computed at once. Not thread-safe.
 */
final class RandomStream {

    /** What a path draws numbers for. Each purpose has its own stream, so that draws for one never change another. */
    enum Purpose {
        MOVES,
        RANGE,
        VOLUME,
        EVENTS,
        TIME_OF_JUMP,
        OVERNIGHT
    }

    /** Room for purposes, so that a new one does not change the streams of a path's other assets. */
    private static final int PURPOSES = 32;

    /** Number of random numbers in a block. */
    static final int BLOCK = 312;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int FEWEST_CHANGES = 24;
    private static final long[] PLACES = LongStream.rangeClosed(1, BLOCK).toArray();

    private final long gamma;
    private final long[] drawn = new long[BLOCK];
    private final long[] opposed = new long[BLOCK];
    private long state;

    /** The stream that starts after this state; each state is the last one plus gamma, an odd number. */
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
        long which = (long) asset * PURPOSES + purpose.ordinal();
        long key = mix(mix(mix(seed + GOLDEN) + path * GOLDEN) + which * GOLDEN);
        return new RandomStream(mix(key + GOLDEN), gamma(key + 2 * GOLDEN));
    }

    /** Skips this number of random numbers. */
    void skip(long numbers) {
        state += numbers * gamma;
    }

    long nextLong() {
        state += gamma;
        return mix(state);
    }

    /** Uniform in (0, 1), without both ends. */
    double nextDouble() {
        return uniform(nextLong());
    }

    /**
     * Sets the first {@code count} elements, at most a block, to standard normals. The next draw starts with the next
     * block.
     */
    void fillNormals(double[] normals, int count) {
        nextBlock(drawn, count);
        Ziggurat.normals(drawn, normals, count);
    }

    /**
     * Sets the first {@code count} elements of both, at most a block, to exponentials of mean 1. The next draw starts
     * with the block after next. Five of eight pairs are opposite, from a number and its complement, so that one is
     * small if the other is large. The other pairs are independent.
     */
    void fillOpposedExponentials(double[] ones, double[] others, int count) {
        nextBlock(drawn, count);
        nextBlock(opposed, count);
        Ziggurat.exponentials(drawn, ones, count);
        oppose(count);
        Ziggurat.exponentials(opposed, others, count);
    }

    /** Another number, practically independent of this one. */
    static long after(long bits) {
        return mix(bits + GOLDEN);
    }

    /** A number as a fraction in (0, 1), without both ends. */
    static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }

    /** A separate loop, which the compiler turns into vector instructions. */
    private void nextBlock(long[] block, int count) {
        long from = state;
        for (int i = 0; i < count; i++) {
            block[i] = mix(from + PLACES[i] * gamma);
        }
        state = from + BLOCK * gamma;
    }

    /** Replaces five of eight numbers by their complements. Bits that are too low to affect a variate choose which. */
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

    /** An odd number with many bit changes, as section 5 of the paper requires. */
    private static long gamma(long z) {
        z = mix(z) | 1;
        return Long.bitCount(z ^ (z >>> 1)) < FEWEST_CHANGES ? z ^ 0xAAAAAAAAAAAAAAAAL : z;
    }
}
