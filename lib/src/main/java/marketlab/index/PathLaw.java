package marketlab.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The law of a path: one model, or the same kind of model with other parameters from phase to phase. Each phase begins
 * at the level where the one before ended; what else the model remembers begins anew.
 *
 * @param phases at least one; the last one goes on if there are more sessions
 */
record PathLaw(List<Phase> phases) {

    private static final String DAYS = "days";

    PathLaw {
        phases = List.copyOf(phases);
    }

    /** A model for a number of sessions. */
    record Phase(int sessions, IndexModel model) {

        Map<String, Object> parameters() {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put(DAYS, sessions);
            parameters.putAll(model.parameters());
            return parameters;
        }
    }

    /** One model throughout. */
    static PathLaw of(IndexModel model) {
        return new PathLaw(List.of(new Phase(Integer.MAX_VALUE, model)));
    }

    boolean isOneModel() {
        return phases.size() == 1;
    }

    /** The model of the last phase. */
    IndexModel last() {
        return phases.get(phases.size() - 1).model();
    }

    String name() {
        return last().name();
    }

    /** This law with each model changed. */
    PathLaw with(UnaryOperator<IndexModel> change) {
        return new PathLaw(phases.stream()
                .map(phase -> new Phase(phase.sessions(), change.apply(phase.model())))
                .toList());
    }

    /** A path's moves: see {@link ModelPath#of}. */
    ModelPath moves(RandomStream events, StepLengths lengths) {
        return isOneModel() ? ModelPath.of(last(), events) : new PhasedPath(phases, events, lengths);
    }
}
