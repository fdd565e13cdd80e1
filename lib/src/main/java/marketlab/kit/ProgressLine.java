package marketlab.kit;

/** A line of text that is replaced in its place: on a terminal, or below a notebook's cell. */
public interface ProgressLine {

    /** Shows nothing. */
    ProgressLine NOWHERE = new ProgressLine() {

        @Override
        public double silentSeconds() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public void show(String text) {}

        @Override
        public void end(String text) {}
    };

    /** How many seconds a task runs before its progress is shown. */
    double silentSeconds();

    /** Shows this text instead of the one before. */
    void show(String text);

    /** The task has ended, and this is the last text. The line may keep it or be removed. */
    void end(String text);
}
