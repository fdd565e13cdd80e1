package marketlab.kit;

import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import marketlab.csv.Csv;
import marketlab.csv.CsvFormat;
import marketlab.dataset.Dataset;
import marketlab.dataset.JsonRows;
import marketlab.pickle.PandasPickle;

/** Reads and writes a user's own file, outside the storage: CSV or JSON by its name, else a pickle, compressed or not. */
final class DataFile {

    private static final Pattern WRITTEN =
            Pattern.compile("(?i).*\\.(csv(\\.gz)?|json|(pkl|pickle)(\\.(gz|bz2|zip|xz|zst))?)", Pattern.DOTALL);

    private DataFile() {}

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

    /**
     * Writes the whole file or nothing, and never overwrites a file.
     *
     * @return what the file does not have of the dataset, one line each
     */
    static List<String> write(Dataset data, Path file) throws IOException {
        if (!WRITTEN.matcher(file.toString()).matches()) {
            throw new IllegalArgumentException(
                    ("[%s] a dataset's file name must end with .csv, .csv.gz, .json, .pkl, .pkl.gz, .pkl.bz2, .pkl.xz,"
                                    + " .pkl.zst or .pkl.zip")
                            .formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException("[" + folder + "] no such folder; create it, or use another one");
        }
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException("[" + file + "] this file already exists; choose another name");
        }
        Path draft = file.resolveSibling(".draft-" + UUID.randomUUID() + "-" + file.getFileName());
        try {
            List<String> notes = write(data, file.toString().toLowerCase(Locale.ROOT), draft);
            Files.move(draft, file);
            return notes;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** @param name that says how, in small letters */
    private static List<String> write(Dataset data, String name, Path draft) throws IOException {
        if (!name.endsWith(".json") && !name.endsWith(".csv") && !name.endsWith(".csv.gz")) {
            return PandasPickle.write(data, draft);
        }
        try (OutputStream file = Files.newOutputStream(draft);
                OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(file) : file;
                Writer writer = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            if (name.endsWith(".json")) {
                JsonRows.write(data, writer);
            } else {
                Csv.write(data, writer);
            }
        }
        return name.endsWith(".json") ? JsonRows.notes(data) : List.of();
    }
}
