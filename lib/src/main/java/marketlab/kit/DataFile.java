package marketlab.kit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import marketlab.csv.Csv;
import marketlab.csv.CsvFormat;
import marketlab.dataset.Dataset;
import marketlab.pickle.PandasPickle;

/** A user's own file, outside of any storage: CSV if its name ends with {@code .csv}, else a pickle, compressed or not. */
final class DataFile {

    private static final Pattern WRITTEN =
            Pattern.compile("(?i).*\\.(csv|(pkl|pickle)(\\.(gz|bz2|zip|xz|zst))?)", Pattern.DOTALL);

    private DataFile() {}

    static Dataset read(Path file) throws IOException {
        return read(file, CsvFormat.TOLD_BY_FILE, note -> {});
    }

    static Dataset read(Path file, CsvFormat format, Consumer<String> notes) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("[" + file + "] is a directory; name a .csv or .pkl file");
        }
        if (Files.notExists(file)) {
            throw new FileNotFoundException("[%s] no such file; relative names are looked up in %s"
                    .formatted(file, Path.of("").toAbsolutePath()));
        }
        if (Csv.isCsv(file.toString())) {
            return Csv.read(file, format, notes);
        }
        Dataset read = PandasPickle.read(file);
        read.frame().aside().notes().forEach(notes);
        return read;
    }

    /** Writes whole or not at all, and never over a file. */
    static void write(Dataset data, Path file) throws IOException {
        if (!WRITTEN.matcher(file.toString()).matches()) {
            throw new IllegalArgumentException(
                    "[%s] a dataset is written as .csv or .pkl, also .pkl.gz .pkl.bz2 .pkl.xz .pkl.zst .pkl.zip"
                            .formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException("[" + folder + "] there is no such folder; make it, or name another");
        }
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
