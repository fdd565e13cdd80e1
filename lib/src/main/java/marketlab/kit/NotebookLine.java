package marketlab.kit;

import java.util.UUID;

/** A display of its own below a notebook's cell, which is replaced as a whole. Made by reflection, as is {@link Notebook}. */
final class NotebookLine implements ProgressLine {

    private final Object stream;
    private final Class<?> data;
    private final String id = UUID.randomUUID().toString();
    private boolean shown;

    /**
     * A line that is not shown yet.
     *
     * @param stream the kernel's stream of displays
     * @param data the kernel's type of what is displayed
     */
    NotebookLine(Object stream, Class<?> data) {
        this.stream = stream;
        this.data = data;
    }

    /** A stored notebook must not tell how fast the machine was. */
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
            throw new IllegalStateException("the kernel is not as we know it: " + e, e);
        }
    }

    @Override
    public void end(String text) {
        show(text);
    }
}
