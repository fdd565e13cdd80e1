package marketlab.csv;

import java.io.IOException;
import marketlab.dataset.SafeText;

/**
 * A CSV file that cannot be read as it is. The message is one line. It names the file, and the line if the problem is
 * in one.
 */
public final class CsvException extends IOException {

    private static final long serialVersionUID = 1;

    CsvException(String file, String problem) {
        super("[" + file + "] " + SafeText.escaped(problem));
    }

    CsvException(String file, long line, String problem) {
        this(file, "line " + line + ": " + problem);
    }
}
