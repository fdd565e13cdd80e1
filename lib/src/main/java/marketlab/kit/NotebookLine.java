package marketlab.kit;

import java.util.UUID;

/**
 * A line below a notebook cell that is replaced as a whole. It uses the kernel by reflection, as {@link Notebook} does.
 */
final class NotebookLine implements ProgressLine {

    private final Object stream;
    private final Class<?> data;
    private final String id = UUID.randomUUID().toString();
    private boolean shown;

    /**
     * A line that is not shown yet.
     *
     * @param stream the kernel's display stream
     * @param data the kernel's type of display data
     */
    NotebookLine(Object stream, Class<?> data) {
        this.stream = stream;
        this.data = data;
    }

    /** Fixed, so that a stored notebook does not depend on the speed of the machine. */
    @Override
    public double silentSeconds() {
        return 0;
    }

    @Override
    public void show(String text) {
        try {
            Object content = data.getConstructor().newInstance();
            data.getMethod("putText", String.class).invoke(content, text);
            data.getMethod("setDisplayId", String.class).invoke(content, id);
            stream.getClass()
                    .getMethod(shown ? "updateDisplay" : "display", data)
                    .invoke(stream, content);
            shown = true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this kernel's version is not supported: " + e, e);
        }
    }

    @Override
    public void end(String text) {
        show(text);
    }
}
