package marketlab.index;

import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;

/**
 * Several indices whose returns are correlated:
 * {@code IndexBasket.of(IndexDataGenerator.of("nifty").seed(7), IndexDataGenerator.of("banknifty"))
 * .correlation(0, 1, 0.85).generate()}.
 *
 * <p>The correlation is that of the daily log-returns, whatever the models are. Indices of the same model that are
 * correlated above zero crash together: they have the same jumps, regimes and surprises of the variance; bootstraps
 * draw the same days. All indices must have the same bars. Seed and number of threads are those of the first index.
 * Immutable and thread-safe.
 */
public final class IndexBasket {

    private final List<IndexDataGenerator> generators;
    private final double[][] correlation;
    private final BasketShocks recorded;

    private IndexBasket(List<IndexDataGenerator> generators, double[][] correlation, BasketShocks recorded) {
        this.generators = List.copyOf(generators);
        this.correlation = correlation;
        this.recorded = recorded;
    }

    /** A basket of uncorrelated indices. */
    public static IndexBasket of(IndexDataGenerator... generators) {
        int size = generators.length;
        double[][] identity = new double[size][size];
        IntStream.range(0, size).forEach(i -> identity[i][i] = 1);
        return new IndexBasket(List.of(generators), identity, null);
    }

    /** With this correlation between two indices, counted from 0. */
    public IndexBasket correlation(int one, int other, double correlation) {
        double[][] changed = copy(this.correlation);
        changed[one][other] = correlation;
        changed[other][one] = correlation;
        return new IndexBasket(generators, changed, null);
    }

    /** With this correlation matrix, rows and columns in the order of the indices. */
    public IndexBasket correlation(double[][] matrix) {
        return new IndexBasket(generators, copy(matrix), null);
    }

    /**
     * With the same days drawn for every index, so that their correlation is that of their histories: for the
     * bootstraps of {@link Bootstrap#joint}.
     *
     * @throws IllegalArgumentException if an index is not a bootstrap, or they have not the same number of days
     */
    public IndexBasket sameDays() {
        List<double[]> days = generators.stream()
                .map(generator -> generator.plan().bootstrap().map(Bootstrap::surprises))
                .map(surprises -> surprises.orElseThrow(() ->
                        new IllegalArgumentException("[basket] only bootstraps draw days; give each index a history")))
                .toList();
        if (days.stream().mapToInt(surprises -> surprises.length).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "[basket] the histories have different numbers of days; take those of Bootstrap.joint");
        }
        int size = generators.size();
        double[][] measured = new double[size][size];
        double[][] independent = new double[size][size];
        for (int one = 0; one < size; one++) {
            independent[one][one] = 1;
            for (int other = 0; other < size; other++) {
                measured[one][other] = one == other ? 1 : SampleMoments.correlation(days.get(one), days.get(other));
            }
        }
        return new IndexBasket(generators, measured, new BasketShocks(independent, new int[size]));
    }

    /** This basket with ties that are known, so that they need not be found. */
    IndexBasket tiedBy(BasketShocks recorded) {
        return new IndexBasket(generators, correlation, recorded);
    }

    /**
     * The bars of all indices, one dataset each, in order.
     *
     * @throws IllegalArgumentException if the matrix is not a correlation matrix (the message names the wrong pair),
     * the models cannot have such a correlation (the message says what they can have), or the indices do not have the
     * same bars
     */
    public List<Dataset> generate() {
        return generate(IntStream.range(0, generators.size()));
    }

    /** The bars of one index, counted from 0, the same as in {@link #generate()}; throws the same. */
    public Dataset generate(int index) {
        return generate(IntStream.of(index)).get(0);
    }

    /** What the model of one index knew at the end of each bar, counted from 0; throws as {@link #generate()}. */
    ModelStates states(int index) {
        Prepared prepared = prepared();
        BarSimulator simulator = prepared.simulators().get(index);
        return ModelStates.of(
                prepared.plans().get(index).law(),
                simulator.grid(),
                simulator.run(prepared.seed(), index, prepared.shocks(), prepared.names()));
    }

    private List<Dataset> generate(IntStream wanted) {
        Prepared prepared = prepared();
        return wanted.mapToObj(asset -> {
                    BarSimulator simulator = prepared.simulators().get(asset);
                    BarArrays bars = simulator.bars(prepared.seed(), asset, prepared.shocks(), prepared.names());
                    return prepared.plans()
                            .get(asset)
                            .dataset(
                                    simulator.grid().column(),
                                    bars,
                                    IndexRecipe.ofBasket(
                                            prepared.names(),
                                            prepared.histories(),
                                            asset,
                                            correlation,
                                            prepared.shocks(),
                                            prepared.seed()));
                })
                .toList();
    }

    /** What the indices share. */
    private record Prepared(
            List<IndexPlan> plans, List<String> names, List<BarSimulator> simulators, BasketShocks shocks) {

        long seed() {
            return plans.get(0).seed();
        }

        /** The names of the histories if each index draws from one of its own; else empty. */
        List<String> histories() {
            List<String> histories = plans.stream().map(IndexPlan::history).toList();
            return histories.stream().distinct().count() > 1 ? histories : List.of();
        }
    }

    private Prepared prepared() {
        List<IndexPlan> plans =
                generators.stream().map(IndexDataGenerator::plan).toList();
        List<String> names = plans.stream().map(plan -> plan.market().name()).toList();
        Cholesky.factor(correlation, names);
        List<BarSimulator> simulators = plans.stream().map(IndexPlan::simulator).toList();
        for (int i = 1; i < plans.size(); i++) {
            if (!simulators.get(i).grid().sameBarsAs(simulators.get(0).grid())) {
                throw new IllegalArgumentException(
                        "the indices of a basket must have the same bars, but those of %s and %s differ"
                                .formatted(names.get(0), names.get(i)));
            }
        }
        BasketShocks shocks = recorded == null
                ? BasketShocks.of(
                        correlation,
                        plans.stream().map(plan -> plan.law().last()).toList(),
                        names)
                : recorded;
        return new Prepared(plans, names, simulators, shocks);
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
