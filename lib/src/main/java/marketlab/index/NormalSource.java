package marketlab.index;

import marketlab.index.RandomStream.Purpose;

/** Source of the standard normal variates that drive the price of one path. */
interface NormalSource {

    /** Fills the first {@code count} elements with the next variates. */
    void fill(double[] shock, int count);

    /** Independent shocks of one asset of a path. */
    static NormalSource of(long seed, long path, int asset) {
        RandomStream random = RandomStream.of(seed, path, asset, Purpose.MOVES);
        return random::fillNormals;
    }
}
