package marketlab.index;

import java.util.Arrays;

/**
 * Divides the first step of each session into the night before the open and the trading after it. The move of a step is
 * a Brownian motion, so the move of the night, given that of the step, is normal with the mean and variance of a
 * Brownian bridge (Glasserman, <i>Monte Carlo Methods in Financial Engineering</i>, 2003, section 3.1): the closes do
 * not change. A jump falls into the night with a probability equal to the night's share of the step. Not thread-safe.
 */
final class OvernightGaps {

    /** Index at the open of each step. */
    final double[] open = new double[StepBlock.CAPACITY];
    /** What each step moves after its open. */
    final StepBlock traded = new StepBlock();
    /** Time of the jump of each jumping step, as a fraction of its trading. */
    final double[] timeOfJump = new double[StepBlock.CAPACITY];

    private final NormalSource nights;
    private final RandomStream times;
    private final double[] gap = new double[StepBlock.CAPACITY];
    private final double[] growth = new double[StepBlock.CAPACITY];

    OvernightGaps(NormalSource nights, RandomStream times) {
        this.nights = nights;
        this.times = times;
    }

    /** Skips this number of blocks of steps, in which this number of steps jump. */
    void skip(int blocks, long jumps) {
        nights.skip(blocks);
        times.skip(jumps);
    }

    /**
     * Draws the opens of the steps of a block.
     *
     * @param before the index before each step
     */
    void draw(StepBlock steps, double[] before) {
        int size = steps.size;
        traded.size = size;
        int count = steps.nights();
        nights.fill(gap, count);
        for (int i = size - 1, next = count; next < size && i >= 0; i--) {
            gap[i] = steps.night[i] != 0 ? gap[--next] : 0;
        }
        for (int i = 0; i < size; i++) {
            double night = steps.night[i];
            gap[i] = night * steps.move[i] + Math.sqrt(night * (1 - night) * steps.variance[i]) * gap[i];
            traded.move[i] = steps.move[i] - gap[i];
            traded.variance[i] = (1 - night) * steps.variance[i];
        }
        if (steps.haveJumps()) {
            placeJumps(steps);
        } else {
            Arrays.fill(traded.jump, 0, size, 0);
        }
        SmallExp.exp(gap, growth, size);
        for (int i = 0; i < size; i++) {
            open[i] = before[i] * growth[i];
        }
    }

    private void placeJumps(StepBlock steps) {
        for (int i = 0; i < steps.size; i++) {
            double jump = steps.jump[i];
            double time = jump == 0 ? 0 : times.nextDouble();
            double night = steps.night[i];
            traded.jump[i] = time < night ? 0 : jump;
            gap[i] += time < night ? jump : 0;
            timeOfJump[i] = (time - night) / (1 - night);
        }
    }
}
