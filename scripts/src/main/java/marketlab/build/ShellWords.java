package marketlab.build;

import java.nio.charset.Charset;
import java.util.Collection;
import java.util.stream.Collectors;

/** Text that bash reads as the words it was made of. */
final class ShellWords {
    /** Java decodes its arguments and the names of files with this, so what bash gets back must be encoded with it. */
    static final Charset ENCODING = Charset.forName(System.getProperty("sun.jnu.encoding"));

    private ShellWords() {}

    static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    static String quote(Collection<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }
}
