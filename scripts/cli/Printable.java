package marketlab.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Passes text on to a terminal, and shows what a terminal would obey in place of it: datasets of strangers are printed. */
final class Printable extends FilterWriter {

    private static final String KEPT = "\n\t" + System.lineSeparator();

    private Printable(Writer out) {
        super(out);
    }

    static PrintWriter to(PrintWriter out) {
        return new PrintWriter(new Printable(out), true);
    }

    @Override
    public void write(int c) throws IOException {
        if (isCommand((char) c)) {
            out.write("\\u%04x".formatted(c));
        } else {
            out.write(c);
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(text.charAt(i));
        }
    }

    /** Control characters, and those that turn the direction of what is written. */
    private static boolean isCommand(char c) {
        return Character.isISOControl(c) && KEPT.indexOf(c) < 0 || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
    }
}
