package marketlab.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import marketlab.dataset.SafeText;

/** Prints control characters as escape codes: a terminal would obey them, and datasets may come from strangers. */
final class Printable extends FilterWriter {

    private static final String KEPT = "\n\t" + System.lineSeparator();

    /** First half of a surrogate pair whose second half comes with the next call. */
    private String half = "";

    private Printable(Writer out) {
        super(out);
    }

    static PrintWriter to(PrintWriter out) {
        return new PrintWriter(new Printable(out), true);
    }

    @Override
    public void write(int c) throws IOException {
        write(String.valueOf((char) c));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(new String(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        String all = half + text.substring(offset, offset + length);
        boolean isCut = !all.isEmpty() && Character.isHighSurrogate(all.charAt(all.length() - 1));
        half = isCut ? all.substring(all.length() - 1) : "";
        out.write(SafeText.escaped(isCut ? all.substring(0, all.length() - 1) : all, KEPT));
    }
}
