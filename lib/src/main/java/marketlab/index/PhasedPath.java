package marketlab.index;

import java.util.List;

/** A path whose model changes from phase to phase. */
final class PhasedPath implements ModelPath {

    private final List<PathLaw.Phase> phases;
    private final RandomStream events;
    private final StepLengths lengths;
    private final StepBlock part = new StepBlock();
    private ModelPath moves;
    /** Number of phases and of sessions that have begun, and of steps that are done. */
    private int begun;

    private int sessions;
    private int done;
    /** Number of steps until the phase ends. */
    private int end;

    PhasedPath(List<PathLaw.Phase> phases, RandomStream events, StepLengths lengths) {
        this.phases = phases;
        this.events = events;
        this.lengths = lengths;
    }

    @Override
    public void fill(StepBlock steps) {
        for (int from = 0; from < steps.size; ) {
            while (done == end) {
                begin(phases.get(begun++));
            }
            int count = Math.min(steps.size - from, end - done);
            if (count == steps.size) {
                moves.fill(steps);
            } else {
                part.copyInputs(steps, from, count);
                moves.fill(part);
                part.copyOutputs(steps, from);
            }
            from += count;
            done += count;
        }
    }

    private void begin(PathLaw.Phase phase) {
        moves = ModelPath.of(phase.model(), events);
        sessions += phase.sessions();
        end = begun == phases.size() ? lengths.steps() : lengths.stepsOf(sessions);
    }
}
