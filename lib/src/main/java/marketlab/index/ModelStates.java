package marketlab.index;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;

/**
 * The states of the model behind a generated index, made again from the seed and the parameters that its metadata
 * record. A dataset therefore stores no states. Immutable.
 */
public final class ModelStates {

    private final IndexModel model;
    private final NavigableMap<LocalDateTime, ModelState> byBar;

    private ModelStates(IndexModel model, NavigableMap<LocalDateTime, ModelState> byBar) {
        this.model = model;
        this.byBar = byBar;
    }

    /**
     * The states of a generated path.
     *
     * @param histories loads the history of this name, which a bootstrap draws from; throws
     *     {@link IllegalArgumentException} if it cannot
     * @return empty if the metadata are not of one generated path, for example of a real history
     * @throws IllegalArgumentException if the recorded parameters cannot be read, or the history is missing
     */
    public static Optional<ModelStates> of(Metadata metadata, Function<String, Dataset> histories) {
        return IndexRecipe.of(metadata, histories).flatMap(IndexRecipe::states);
    }

    /** Runs this path without its bars. */
    static ModelStates of(
            IndexModel model, BarSimulator simulator, long seed, long path, int asset, NormalSource shocks) {
        TimeGrid grid = simulator.grid();
        BarSimulator.Run run = simulator.run(seed, path, asset, shocks);
        run.steps.state = new double[StepBlock.CAPACITY];
        Arrays.fill(run.steps.state, Double.NaN);
        NavigableMap<LocalDateTime, ModelState> byBar = new TreeMap<>();
        int bar = 0;
        while (run.next()) {
            for (int i = 0; i < run.steps.size; i++) {
                if (grid.endsBar(run.from + i)) {
                    byBar.put(grid.start(bar), new ModelState(run.after[i], run.steps.state[i]));
                    bar++;
                }
            }
        }
        return new ModelStates(model, byBar);
    }

    /** The model with its parameters. */
    public IndexModel model() {
        return model;
    }

    /** The state at the end of each bar, by the beginning of the bar, exchange-local. */
    public NavigableMap<LocalDateTime, ModelState> byBar() {
        return byBar;
    }
}
