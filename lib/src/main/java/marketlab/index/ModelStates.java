package marketlab.index;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.Provenance;

/**
 * The states of the model behind a generated index, made again from the seed and the parameters that its metadata
 * record. A dataset therefore stores no states. Immutable.
 */
public final class ModelStates {

    private final NavigableMap<LocalDateTime, ModelState> byBar;

    private ModelStates(NavigableMap<LocalDateTime, ModelState> byBar) {
        this.byBar = byBar;
    }

    /**
     * The states of a generated path; empty if the metadata are not of one path that this version can make again from
     * them alone. That is so for a real history, a bootstrap, and many paths in one dataset.
     */
    public static Optional<ModelStates> of(Metadata metadata) {
        try {
            return IndexRecipe.of(metadata, ModelStates::missing)
                    .filter(recipe -> Provenance.otherStream(metadata, recipe.streamVersion())
                            .isEmpty())
                    .flatMap(IndexRecipe::states);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Dataset missing(String history) {
        throw new IllegalArgumentException("the history '%s' is not at hand".formatted(history));
    }

    /** Runs this path without its bars. */
    static ModelStates of(PathLaw law, TimeGrid grid, BarSimulator.Run run) {
        run.steps.state = new double[StepBlock.CAPACITY];
        Arrays.fill(run.steps.state, Double.NaN);
        NavigableMap<LocalDateTime, ModelState> byBar = new TreeMap<>();
        Iterator<PathLaw.Phase> phases = law.phases().iterator();
        PathLaw.Phase phase = null;
        int sessions = 0;
        int end = 0;
        int bar = 0;
        while (run.next()) {
            for (int i = 0; i < run.steps.size; i++) {
                while (run.from + i == end) {
                    phase = phases.next();
                    sessions += phase.sessions();
                    end = phases.hasNext() ? grid.stepsOf(sessions) : grid.steps();
                }
                if (grid.endsBar(run.from + i)) {
                    byBar.put(grid.start(bar), new ModelState(run.after[i], phase.model(), run.steps.state[i]));
                    bar++;
                }
            }
        }
        return new ModelStates(byBar);
    }

    /** The state at the end of each bar, by the beginning of the bar, exchange-local. */
    public NavigableMap<LocalDateTime, ModelState> byBar() {
        return byBar;
    }
}
