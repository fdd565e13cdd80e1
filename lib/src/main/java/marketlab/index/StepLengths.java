package marketlab.index;

/** The lengths of a path's steps. */
interface StepLengths {

    /** Total number of steps. */
    int steps();

    /** Number of steps in the first so many sessions. */
    int stepsOf(int sessions);

    /** Whether all steps have the same length. */
    boolean hasEqualSteps();

    /**
     * Copies the lengths of {@code count} steps, in years of 252 regular sessions, starting with step {@code from}, to
     * this place.
     */
    void copyStepYears(int from, double[] years, int at, int count);

    /**
     * Copies what share of each of {@code count} steps comes before its open, starting with step {@code from}, to this
     * place.
     */
    void copyNights(int from, double[] nights, int at, int count);
}
