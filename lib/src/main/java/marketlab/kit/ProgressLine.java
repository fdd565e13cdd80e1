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

    /** For how many seconds a task may run before its progress is worth a line. */
    double silentSeconds();

    /** Shows this text in place of the one before. */
    void show(String text);

    /** The task is over, and this is the last text: it may be kept, or the line removed. */
    void end(String text);
}
