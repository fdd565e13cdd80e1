package marketlab.index;

/**
 * One stream of random numbers: xoshiro256++ 1.0 (Blackman and Vigna, <i>Scrambled Linear Pseudorandom Number
 * Generators</i>, ACM TOMS 47, 2021), seeded by SplitMix64 as its authors advise. The stream is a function of the seed,
 * the path and the purpose alone, so that it does not matter which thread draws a path, nor how many others there are.
 * Not safe to share between threads.
 */
final class RandomStream {

    /** What a path draws numbers for: each has its own stream, so that asking for one never moves another. */
    enum Purpose {
        MOVES,
        RANGE,
        VOLUME,
        EVENTS
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    RandomStream(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** The stream for one purpose of a path that has one asset. */
    static RandomStream of(long seed, long path, Purpose purpose) {
        return of(seed, path, 0, purpose);
    }

    /** The stream for one purpose of one asset of a path. */
    static RandomStream of(long seed, long path, int asset, Purpose purpose) {
        long which = (long) asset * Purpose.values().length + purpose.ordinal();
        long key = mix(mix(mix(seed + GOLDEN) + path * GOLDEN) + which * GOLDEN);
        return new RandomStream(
                mix(key + GOLDEN), mix(key + 2 * GOLDEN), mix(key + 3 * GOLDEN), mix(key + 4 * GOLDEN));
    }

    long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Fills the first so many with standard normals, the same that so many of {@link Ziggurat#normal} would be. */
    void fillNormals(double[] normals, int count) {
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int i = 0; i < count; i++) {
            long bits = Long.rotateLeft(a + d, 23) + a;
            long shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = Long.rotateLeft(d, 45);
            long signed = bits >> 10;
            int layer = (int) bits & (Ziggurat.LAYERS - 1);
            double x = signed * Ziggurat.NORMAL_SCALE[layer];
            if (Math.abs(signed) >= Ziggurat.NORMAL_INSIDE[layer]) {
                s0 = a;
                s1 = b;
                s2 = c;
                s3 = d;
                x = Ziggurat.edgeOfNormal(this, layer, x);
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
            normals[i] = x;
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    /** Fills the first so many with exponentials, the same that so many of {@link Ziggurat#exponential} would be. */
    void fillExponentials(double[] exponentials, int count) {
        long a = s0;
        long b = s1;
        long c = s2;
        long d = s3;
        for (int i = 0; i < count; i++) {
            long bits = Long.rotateLeft(a + d, 23) + a;
            long shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = Long.rotateLeft(d, 45);
            long abscissa = bits >>> 11;
            int layer = (int) bits & (Ziggurat.LAYERS - 1);
            double x = abscissa * Ziggurat.EXPONENTIAL_SCALE[layer];
            if (abscissa >= Ziggurat.EXPONENTIAL_INSIDE[layer]) {
                s0 = a;
                s1 = b;
                s2 = c;
                s3 = d;
                x = Ziggurat.edgeOfExponential(this, layer, x);
                a = s0;
                b = s1;
                c = s2;
                d = s3;
            }
            exponentials[i] = x;
        }
        s0 = a;
        s1 = b;
        s2 = c;
        s3 = d;
    }

    /** Uniform in (0, 1): never either end. */
    double nextDouble() {
        return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
