package marketlab.index;

import marketlab.index.RandomStream.Purpose;

/** Source of standard normal variates that drive the price of one path. */
interface NormalSource {

    /** Fills the first {@code count} elements, at most a block, with variates of the next block. */
    void fill(double[] normals, int count);

    /** Skips this number of blocks. */
    void skip(int blocks);

    /** Independent shocks of one asset of a path. */
    static NormalSource of(long seed, long path, int asset) {
        return of(seed, path, asset, Purpose.MOVES);
    }

    /** Independent variates of one asset of a path. */
    static NormalSource of(long seed, long path, int asset, Purpose purpose) {
        RandomStream random = RandomStream.of(seed, path, asset, purpose);
        return new NormalSource() {
            @Override
            public void fill(double[] normals, int count) {
                random.fillNormals(normals, count);
            }

            @Override
            public void skip(int blocks) {
                random.skip((long) RandomStream.BLOCK * blocks);
            }
        };
    }
}
