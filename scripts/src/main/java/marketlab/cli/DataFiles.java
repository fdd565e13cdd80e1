package marketlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import marketlab.csv.Csv;

/** The files that a user names to be saved: CSV files and pickles, also all of a folder. */
final class DataFiles {

    private static final String PICKLE = "(?s).*\\.(pkl|pickle)(\\.(gz|bz2|zip|xz|zst))?";

    private DataFiles() {}

    /**
     * The files of these names, in order; those in a folder, but not in folders below it, sorted by name.
     *
     * @throws IOException if a name is no file, or a folder has no CSV file and no pickle
     */
    static List<Path> of(List<Path> names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path name : names) {
            if (!Files.isDirectory(name)) {
                files.add(name);
                continue;
            }
            List<Path> found;
            try (Stream<Path> inside = Files.list(name)) {
                found = inside.filter(DataFiles::isData).sorted().toList();
            }
            if (found.isEmpty()) {
                throw new IOException("[" + name + "] this folder has no .csv, .tsv, .txt or .pkl file;"
                        + " name one that has, as folders below it are not read");
            }
            files.addAll(found);
        }
        return files;
    }

    /** Whether this is a folder on this machine with a CSV file in it. */
    static boolean hasCsv(String name) throws IOException {
        if (name.startsWith("gs://") || name.indexOf('\0') >= 0 || !Files.isDirectory(Path.of(name))) {
            return false;
        }
        try (Stream<Path> inside = Files.list(Path.of(name))) {
            return inside.anyMatch(file -> Files.isRegularFile(file) && Csv.isCsv(file.toString()));
        }
    }

    private static boolean isData(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && (Csv.isCsv(file.toString()) || name.toLowerCase(Locale.ROOT).matches(PICKLE));
    }

    /** A file's name without its endings, in the letters that a dataset's name may have: {@code NSE 50.csv.gz} is NSE_50. */
    static String word(Path file) {
        return file.getFileName()
                .toString()
                .replaceFirst("(?i)\\.((csv|tsv|txt|pkl|pickle)(\\.\\w+)?|zip)$", "")
                .replaceAll("[^A-Za-z0-9.+=-]+", "_")
                .replaceFirst("^[^A-Za-z0-9]+", "");
    }
}
