package marketlab.kit;

/**
 * Text that a prompt shows without quotes.
 *
 * @param text one or more lines
 */
public record PlainText(String text) {

    @Override
    public String toString() {
        return text;
    }
}
