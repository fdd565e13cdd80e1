package marketlab.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** A CSV file that cannot be taken as it is; the message is one line and names the file and, where there is one, the line. */
public final class CsvException extends IOException {

    private static final long serialVersionUID = 1;

    CsvException(Path file, String problem) {
        super("[" + file + "] " + problem);
    }

    CsvException(Path file, long line, String problem) {
        this(file, "line " + line + ": " + problem);
    }
}
