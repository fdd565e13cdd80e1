package marketlab.index;

import java.util.Arrays;
import java.util.List;
import marketlab.index.RandomStream.Purpose;

/**
 * How the random draws of a basket's indices are tied together.
 *
 * @param correlation of the shocks that drive the prices
 * @param draws for each index, the number of the one whose other draws it shares
 */
record BasketShocks(double[][] correlation, int[] draws) {

    /** The ties that give the returns of these models this correlation. */
    static BasketShocks of(double[][] asked, List<IndexModel> models, List<String> names) {
        ShockCorrelation search = new ShockCorrelation(asked, models, names);
        return new BasketShocks(search.matrix(), search.sharedDraws());
    }

    /** Variates of one index of a basket, correlated with those of the others. */
    NormalSource of(int index, long seed, Purpose purpose, List<String> names) {
        double[] row = Cholesky.factor(correlation, names)[index];
        NormalSource[] independent = new NormalSource[row.length];
        Arrays.setAll(independent, asset -> NormalSource.of(seed, 0, asset, purpose));
        double[] one = new double[StepBlock.CAPACITY];
        return new NormalSource() {
            @Override
            public void fill(double[] normals, int count) {
                Arrays.fill(normals, 0, count, 0);
                for (int asset = 0; asset < row.length; asset++) {
                    if (row[asset] != 0) {
                        independent[asset].fill(one, count);
                        for (int i = 0; i < count; i++) {
                            normals[i] += row[asset] * one[i];
                        }
                    }
                }
            }

            @Override
            public void skip(int blocks) {
                for (NormalSource source : independent) {
                    source.skip(blocks);
                }
            }
        };
    }
}
