package marketlab.index;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Paths of a model without bars, for tests of its law. */
final class Paths {

    private Paths() {}

    /** Log-returns of one path's steps, jumps included. */
    static double[] logReturns(IndexModel model, int count, double years, long seed) {
        double[] returns = new double[count];
        ModelPath moves = ModelPath.of(model, RandomStream.of(seed, 0, RandomStream.Purpose.EVENTS));
        NormalSource shocks = NormalSource.of(seed, 0, 0);
        StepBlock steps = new StepBlock();
        for (int from = 0; from < count; from += steps.size) {
            steps.size = Math.min(StepBlock.CAPACITY, count - from);
            Arrays.fill(steps.years, years);
            Arrays.fill(steps.jump, 0);
            shocks.fill(steps.shock, steps.size);
            moves.fill(steps);
            for (int i = 0; i < steps.size; i++) {
                returns[from + i] = steps.move[i] + steps.jump[i];
            }
        }
        return returns;
    }

    /** Log-returns of many paths over so many steps of so many years together. */
    static double[] terminalLogReturns(IndexModel model, int paths, int steps, double years, long seed) {
        TimeGrid grid = TimeGrid.regular(steps, years / steps);
        BarSimulator simulator = new BarSimulator(PathLaw.of(model), 1, grid, new VolumeModel(1, 0.2, grid));
        return IntStream.range(0, paths)
                .parallel()
                .mapToDouble(
                        path -> Math.log(simulator.closes(seed, path, 0, NormalSource.of(seed, path, 0))[steps - 1]))
                .toArray();
    }
}
