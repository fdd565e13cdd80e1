package marketlab.kit;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import marketlab.dataset.Csv;
import marketlab.dataset.Dataset;
import marketlab.pickle.PandasPickle;

/** A user's own file, outside of any storage: CSV if its name ends with {@code .csv}, else a pickle. */
final class DataFile {

    private DataFile() {}

    static Dataset read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("[" + file + "] is a directory; name a .csv or .pkl file");
        }
        return isCsv(file) ? Csv.read(file) : PandasPickle.read(file);
    }

    /** Writes whole or not at all, and never over a file. */
    static void write(Dataset data, Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException("[" + file + "] is there already; choose another name");
        }
        Path draft = file.resolveSibling(".draft-" + UUID.randomUUID() + "-" + file.getFileName());
        try {
            if (isCsv(file)) {
                try (Writer writer = Files.newBufferedWriter(draft)) {
                    Csv.write(data, writer);
                }
            } else {
                PandasPickle.write(data, draft);
            }
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static boolean isCsv(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }
}
