package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import marketlab.csv.Csv;
import marketlab.dataset.Dataset;
import marketlab.kit.Lab;
import marketlab.pickle.Description;
import marketlab.pickle.Excerpt;
import marketlab.pickle.PandasPickle;
import marketlab.plot.LargeBars;
import marketlab.storage.DatasetAddress;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dataset that a verb works on: a name in the storage, a file, or the newest of a directory. */
final class DatasetArgument {

    /**
     * A dataset that takes more than this part of the heap is read in one pass, as a figure needs copies of its
     * columns.
     */
    private static final int PART_OF_MEMORY = 3;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Mixin
    CsvOptions csv;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME|FILE",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description =
                    "Path of a dataset in the storage, or a .pkl or .csv file, or - for CSV from stdin. With --latest:"
                            + " a directory.")
    String name;

    @Mixin
    FrameOptions frame;

    @Option(names = "--latest", description = "Use the newest dataset in the directory NAME, or in the whole storage.")
    boolean latest;

    @Option(
            names = "--match",
            paramLabel = "REGEX",
            description = "Only file names in which this regular expression is found.")
    String match = "";

    /** What was found, and its path or URI. */
    record Found<T>(String place, T content) {}

    Found<Dataset> load() throws IOException {
        Found<Dataset> found = find(Storage::load, this::read);
        FrameOptions.tell(found.place, found.content.frame().aside().notes(), err());
        return new Found<>(found.place, frame.chosen(found.content));
    }

    private Dataset read(String file) throws IOException {
        return frame.key == null ? csv.read(file, err()) : PandasPickle.read(Path.of(file), frame.key);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** All matching datasets of the directory NAME, the newest last. If NAME is a dataset or a file, only that one. */
    List<Found<Dataset>> loadAll() throws IOException {
        if (latest || name == null || name.contains(".pkl") || isFile(name)) {
            return List.of(load());
        }
        try (Storage opened = storage.open(name)) {
            List<Found<Dataset>> all = new ArrayList<>();
            for (String path : opened.list(storage.pathOf(name), match)) {
                all.add(new Found<>(opened.place(path), opened.load(path)));
            }
            return all;
        }
    }

    Found<Description> describe() throws IOException {
        if (frame.key != null || frame.ticker != null) {
            Found<Dataset> found = load();
            return new Found<>(found.place, withoutNotes(Lab.describe(found.content)));
        }
        return find(
                Storage::describe,
                file -> isText(file)
                        ? Lab.describe(csv.read(file, err())).withoutChecksum()
                        : PandasPickle.describe(Path.of(file)));
    }

    private static boolean isText(String file) {
        return file.equals(CsvOptions.STDIN) || Csv.isCsv(file);
    }

    /** {@link #load} has told them. */
    private static Description withoutNotes(Description told) {
        return new Description(told.rows(), told.index(), told.columns(), told.metadata(), told.integrity(), List.of());
    }

    /** The first and the last rows of a dataset, however large it is. */
    Found<Excerpt> excerpt(int head, int tail) throws IOException {
        Found<Excerpt> found = find((from, path) -> from.excerpt(path, head, tail), file -> excerpt(file, head, tail));
        Excerpt excerpt = found.content;
        FrameOptions.tell(found.place, excerpt.data().frame().aside().notes(), err());
        if (frame.ticker == null) {
            return found;
        }
        Dataset all = frame.chosen(find(Storage::load, this::read).content);
        return new Found<>(found.place, new Excerpt(all, all.table().rowCount()));
    }

    private Excerpt excerpt(String file, int head, int tail) throws IOException {
        if (!isText(file)) {
            return PandasPickle.excerpt(Path.of(file), frame.key, head, tail);
        }
        Dataset all = csv.read(file, err());
        return new Excerpt(all, all.table().rowCount());
    }

    /**
     * Reads the bars of a dataset that is too large for memory in one pass, for a figure of this kind. Empty if it
     * fits.
     */
    Found<Optional<LargeBars>> large(Optional<String> kind) throws IOException {
        if (frame.key != null || frame.ticker != null) {
            return new Found<>(String.valueOf(name), Optional.empty());
        }
        Function<Excerpt, LargeBars> bars = excerpt -> LargeBars.of(excerpt.data(), excerpt.rows(), kind);
        return find(
                (from, path) ->
                        isLarge(from.bytes(path).orElse(0)) ? Optional.of(from.scan(path, bars)) : Optional.empty(),
                file -> !isText(file) && isLarge(Files.size(Path.of(file)))
                        ? Optional.of(PandasPickle.scan(Path.of(file), bars))
                        : Optional.empty());
    }

    private static boolean isLarge(long bytes) {
        return bytes >= Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
    }

    /** Loads the dataset or the file with this name. */
    static Found<Dataset> load(StorageOption storage, String name) throws IOException {
        return load(storage, name, file -> new CsvOptions().read(file, storage.talk()));
    }

    /** Loads the dataset with this name, or reads the file with this name by {@code fromFile}. */
    static Found<Dataset> load(StorageOption storage, String name, FromFile<Dataset> fromFile) throws IOException {
        return find(storage, name, "", Storage::load, fromFile);
    }

    private <T> Found<T> find(FromStorage<T> fromStorage, FromFile<T> fromFile) throws IOException {
        if (latest) {
            String directory = name == null ? "" : name;
            try (Storage opened = storage.open(directory)) {
                String path = opened.latest(storage.pathOf(directory), match);
                return new Found<>(opened.place(path), fromStorage.read(opened, path));
            }
        }
        if (name == null) {
            throw new ParameterException(spec.commandLine(), "give the name of a dataset or a file, or add --latest");
        }
        return find(storage, name, "; for a directory, add --latest", fromStorage, fromFile);
    }

    private static <T> Found<T> find(
            StorageOption storage, String name, String advice, FromStorage<T> fromStorage, FromFile<T> fromFile)
            throws IOException {
        if (!storage.holds(name)) {
            if (isFile(name)) {
                return new Found<>(name, fromFile.read(name));
            }
            if (DatasetAddress.isLocal(name) && Files.notExists(Path.of(name))) {
                throw new NoSuchFileException(name);
            }
        }
        if (DataFiles.hasCsv(name)) {
            throw new IOException(
                    "[%s] this is a folder; name one of its files, or type: mlab save %s DIR".formatted(name, name));
        }
        try (Storage opened = storage.open(name)) {
            String path = storage.pathOf(name);
            if (path.isEmpty() || !path.contains(".pkl")) {
                throw new StorageException(
                        opened.place(path), "this is no file, and no dataset: dataset names end with .pkl" + advice);
            }
            return new Found<>(opened.place(path), fromStorage.read(opened, path));
        }
    }

    private static boolean isFile(String name) {
        return name.equals(CsvOptions.STDIN)
                || !name.startsWith("gs://") && name.indexOf('\0') < 0 && Files.isRegularFile(Path.of(name));
    }

    private interface FromStorage<T> {
        T read(Storage storage, String path);
    }

    interface FromFile<T> {
        T read(String file) throws IOException;
    }
}
