package marketlab.csv;

import java.io.IOException;
import marketlab.dataset.SafeText;

/** A CSV file that cannot be taken as it is; the message is one line and names the file and, where there is one, the line. */
public final class CsvException extends IOException {

    private static final long serialVersionUID = 1;

    CsvException(String file, String problem) {
        super("[" + file + "] " + SafeText.escaped(problem));
    }

    CsvException(String file, long line, String problem) {
        this(file, "line " + line + ": " + problem);
    }
}
