package marketlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.csv.Csv;

/** The files that a user names to be saved: CSV files and pickles, also all of a folder. */
final class DataFiles {

    private static final String PICKLE = "(?s).*\\.(pkl|pickle)(\\.(gz|bz2|zip|xz|zst))?";

    /** So many names of files that are left out are told. */
    private static final int MOST_NAMES = 3;

    private DataFiles() {}

    /**
     * The files of these names, in order; those in a folder, but not in folders below it, sorted by name.
     *
     * @param told gets a line for each folder in which something is left out
     * @throws IOException if a name is no file, or a folder has no CSV file and no pickle
     */
    static List<Path> of(List<Path> names, Consumer<String> told) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path name : names) {
            if (!Files.isDirectory(name)) {
                files.add(name);
                continue;
            }
            List<Path> inside;
            try (Stream<Path> listed = Files.list(name)) {
                inside = listed.sorted().toList();
            }
            List<Path> found = inside.stream().filter(DataFiles::isData).toList();
            if (found.isEmpty()) {
                throw new IOException("[" + name + "] this folder has no .csv, .tsv, .txt or .pkl file;"
                        + " name one that has, as folders below it are not read");
            }
            files.addAll(found);
            tellOthers(name, inside, told);
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

    /** Tells what of a folder is left out; hidden files are nobody's data. */
    private static void tellOthers(Path folder, List<Path> inside, Consumer<String> told) {
        List<Path> others = inside.stream()
                .filter(file -> !isData(file) && !file.getFileName().toString().startsWith("."))
                .toList();
        List<String> parts = Stream.of(
                        counted(others.stream().filter(Files::isDirectory).toList(), "folder", ""),
                        counted(
                                others.stream()
                                        .filter(file -> !Files.isDirectory(file))
                                        .toList(),
                                "file",
                                " that is not .csv, .tsv, .txt or .pkl"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (!parts.isEmpty()) {
            told.accept("[%s] left out: %s".formatted(folder, String.join(", ", parts)));
        }
    }

    private static String counted(List<Path> files, String kind, String what) {
        if (files.isEmpty()) {
            return "";
        }
        String names = files.stream()
                .limit(MOST_NAMES)
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(", "));
        return "%s %s (%s%s)"
                .formatted(
                        files.size(),
                        files.size() == 1 ? kind + what : kind + "s" + what.replace("that is", "that are"),
                        names,
                        files.size() > MOST_NAMES ? ", ..." : "");
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
