package marketlab.index;

import marketlab.index.RandomStream.Purpose;

/** Source of the standard normal variates that drive one path's price. */
interface NormalSource {

    /** Fills the first so many with the next variates. */
    void fill(double[] shock, int count);

    /** Independent shocks of one asset of a path. */
    static NormalSource of(long seed, long path, int asset) {
        RandomStream random = RandomStream.of(seed, path, asset, Purpose.MOVES);
        return random::fillNormals;
    }
}
