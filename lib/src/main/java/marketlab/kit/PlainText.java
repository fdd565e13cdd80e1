package marketlab.kit;

/**
 * Text that a prompt shows as it is, where it would quote a string.
 *
 * @param text of one or more lines
 */
public record PlainText(String text) {

    @Override
    public String toString() {
        return text;
    }
}
