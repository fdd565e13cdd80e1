package marketlab.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import marketlab.calendar.Market;
import marketlab.index.RandomStream.Purpose;

/**
 * Finds how the shocks of two prices must be correlated so that their returns are correlated as asked. Indices of the
 * same model that are correlated above zero share its other draws: they jump together, and have the same regimes and
 * the same surprises of the variance. The correlation of the returns is measured on a long trial path of daily steps,
 * because it rises with that of the shocks, but not by a formula for every model.
 */
final class ShockCorrelation {

    private static final long SEED = 20260101;
    private static final int DAYS = 400 * StepBlock.CAPACITY;
    private static final int SEARCHES = 4;
    /** How far beyond what can be reached the asked correlation may be; the nearest one is then used. */
    private static final double TOLERANCE = 0.005;

    private final double[][] asked;
    private final List<IndexModel> models;
    private final List<String> names;
    private final double[][] normals = new double[2][];

    /**
     * @param asked correlation of the returns
     * @param models of the indices
     * @param names of the indices
     */
    ShockCorrelation(double[][] asked, List<IndexModel> models, List<String> names) {
        this.asked = asked;
        this.models = models;
        this.names = names;
    }

    /** For each index, the number of the one whose other draws it shares; its own if there is none before it. */
    int[] sharedDraws() {
        int[] shared = new int[models.size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = i;
            for (int j = i - 1; j >= 0; j--) {
                boolean sameModel = models.get(i).name().equals(models.get(j).name());
                shared[i] = sameModel && asked[i][j] > 0 ? shared[j] : shared[i];
            }
        }
        return shared;
    }

    /** @throws IllegalArgumentException if a correlation cannot be reached; the message says what can */
    double[][] matrix() {
        int[] shared = sharedDraws();
        double[][] shocks = new double[asked.length][asked.length];
        for (int i = 0; i < asked.length; i++) {
            shocks[i][i] = 1;
            for (int j = 0; j < i; j++) {
                shocks[i][j] = ofPair(j, i, shared);
                shocks[j][i] = shocks[i][j];
            }
        }
        return shocks;
    }

    private double ofPair(int one, int other, int[] shared) {
        double wanted = asked[one][other];
        boolean independent = wanted == 0 && shared[one] != shared[other];
        if (independent || models.get(one) instanceof Gbm && models.get(other) instanceof Gbm) {
            return wanted;
        }
        double low = -1;
        double high = 1;
        double least = ofReturns(one, other, shared, low);
        double most = ofReturns(one, other, shared, high);
        if (!(wanted >= least - TOLERANCE && wanted <= most + TOLERANCE)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "[correlation] the returns of %s and %s can have a correlation of %.2f to %.2f with models %s and"
                            + " %s, got %s",
                    names.get(one),
                    names.get(other),
                    least,
                    most,
                    models.get(one).name(),
                    models.get(other).name(),
                    wanted));
        }
        if (most - least < TOLERANCE || wanted >= most) {
            return high;
        }
        double tried = low;
        for (int search = 0; search < SEARCHES && wanted > least; search++) {
            tried = low + (wanted - least) / (most - least) * (high - low);
            double found = ofReturns(one, other, shared, tried);
            if (found < wanted) {
                low = tried;
                least = found;
            } else {
                high = tried;
                most = found;
            }
        }
        return tried;
    }

    /** The correlation of the daily returns of two models whose shocks have this correlation. */
    private double ofReturns(int one, int other, int[] shared, double shocks) {
        double[] first = returns(models.get(one), shared[one], 1, 0);
        double[] second =
                returns(models.get(other), shared[other], shocks, Math.sqrt(Math.max(0, 1 - shocks * shocks)));
        SampleMoments ofFirst = SampleMoments.of(first);
        SampleMoments ofSecond = SampleMoments.of(second);
        double sum = 0;
        for (int i = 0; i < DAYS; i++) {
            sum += (first[i] - ofFirst.mean()) * (second[i] - ofSecond.mean());
        }
        return sum / (DAYS - 1) / Math.sqrt(ofFirst.variance() * ofSecond.variance());
    }

    private double[] returns(IndexModel model, int draws, double ofFirst, double ofSecond) {
        ModelPath path = ModelPath.of(model, RandomStream.of(SEED, 0, draws, Purpose.EVENTS));
        double[] first = normals(0);
        double[] second = normals(1);
        double[] returns = new double[DAYS];
        StepBlock steps = new StepBlock();
        steps.size = StepBlock.CAPACITY;
        Arrays.fill(steps.years, 1.0 / Market.SESSIONS_PER_YEAR);
        for (int from = 0; from < DAYS; from += steps.size) {
            Arrays.fill(steps.jump, 0);
            for (int i = 0; i < steps.size; i++) {
                steps.shock[i] = ofFirst * first[from + i] + ofSecond * second[from + i];
            }
            path.fill(steps);
            for (int i = 0; i < steps.size; i++) {
                returns[from + i] = steps.move[i] + steps.jump[i];
            }
        }
        return returns;
    }

    private double[] normals(int which) {
        if (normals[which] == null) {
            normals[which] = new double[DAYS];
            NormalSource source = NormalSource.of(SEED, 0, which);
            double[] block = new double[StepBlock.CAPACITY];
            for (int from = 0; from < DAYS; from += block.length) {
                source.fill(block, block.length);
                System.arraycopy(block, 0, normals[which], from, block.length);
            }
        }
        return normals[which];
    }
}
