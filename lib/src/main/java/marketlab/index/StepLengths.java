package marketlab.index;

/** How long a path's steps are. */
interface StepLengths {

    /** Number of steps of all bars. */
    int steps();

    /** Whether all steps are as long as each other. */
    boolean hasEqualSteps();

    /** Copies lengths of so many steps in years of 252 regular sessions, from this step on, to this place. */
    void copyStepYears(int from, double[] years, int at, int count);
}
