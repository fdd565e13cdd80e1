package marketlab.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;

/**
 * Several indices whose shocks are correlated:
 * {@code IndexBasket.of(IndexDataGenerator.of("nifty").seed(7), IndexDataGenerator.of("banknifty"))
 * .correlation(0, 1, 0.85).generate()}.
 *
 * <p>The correlation is that of the shocks that drive the prices. For {@code gbm} that is the correlation of the
 * log-returns. Jumps, stochastic variances and regimes stay independent, so returns of those models are less
 * correlated. All indices must have the same bars. Seed and number of threads are those of the first index. Immutable
 * and thread-safe.
 */
public final class IndexBasket {

    private final List<IndexDataGenerator> generators;
    private final double[][] correlation;

    private IndexBasket(List<IndexDataGenerator> generators, double[][] correlation) {
        this.generators = List.copyOf(generators);
        this.correlation = correlation;
    }

    /** A basket of uncorrelated indices. */
    public static IndexBasket of(IndexDataGenerator... generators) {
        int size = generators.length;
        double[][] identity = new double[size][size];
        IntStream.range(0, size).forEach(i -> identity[i][i] = 1);
        return new IndexBasket(List.of(generators), identity);
    }

    /** With this correlation between two indices, counted from 0. */
    public IndexBasket correlation(int one, int other, double correlation) {
        double[][] changed = copy(this.correlation);
        changed[one][other] = correlation;
        changed[other][one] = correlation;
        return new IndexBasket(generators, changed);
    }

    /** With this correlation matrix, rows and columns in the order of the indices. */
    public IndexBasket correlation(double[][] matrix) {
        return new IndexBasket(generators, copy(matrix));
    }

    /**
     * The bars of all indices, one dataset each, in order.
     *
     * @throws IllegalArgumentException if the matrix is not a correlation matrix (the message names the wrong pair), or
     * the indices do not have the same bars
     */
    public List<Dataset> generate() {
        return generate(IntStream.range(0, generators.size()));
    }

    /** The bars of one index, counted from 0, the same as in {@link #generate()}; throws the same. */
    public Dataset generate(int index) {
        return generate(IntStream.of(index)).get(0);
    }

    private List<Dataset> generate(IntStream wanted) {
        List<IndexPlan> plans =
                generators.stream().map(IndexDataGenerator::plan).toList();
        List<String> names = plans.stream().map(plan -> plan.market().name()).toList();
        double[][] factor = Cholesky.factor(correlation, names);
        List<BarSimulator> simulators = plans.stream().map(IndexPlan::simulator).toList();
        for (int i = 1; i < plans.size(); i++) {
            if (!simulators.get(i).grid().sameBarsAs(simulators.get(0).grid())) {
                throw new IllegalArgumentException(
                        "the indices of a basket must have the same bars, but those of %s and %s differ"
                                .formatted(names.get(0), names.get(i)));
            }
        }
        long seed = plans.get(0).seed();
        return wanted.mapToObj(asset -> {
                    NormalSource shocks = correlated(seed, factor[asset]);
                    BarSimulator simulator = simulators.get(asset);
                    BarArrays bars = simulator.bars(seed, 0, asset, shocks);
                    return plans.get(asset)
                            .dataset(
                                    simulator.grid().column(),
                                    bars,
                                    IndexRecipe.ofBasket(names, asset, correlation, seed));
                })
                .toList();
    }

    private static NormalSource correlated(long seed, double[] row) {
        List<NormalSource> independent = IntStream.range(0, row.length)
                .mapToObj(asset -> NormalSource.of(seed, 0, asset))
                .toList();
        double[] one = new double[StepBlock.CAPACITY];
        return (shock, count) -> {
            Arrays.fill(shock, 0, count, 0);
            for (int asset = 0; asset < row.length; asset++) {
                if (row[asset] != 0) {
                    independent.get(asset).fill(one, count);
                    for (int i = 0; i < count; i++) {
                        shock[i] += row[asset] * one[i];
                    }
                }
            }
        };
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
