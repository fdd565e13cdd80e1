package marketlab.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import marketlab.config.ConfigManager;
import marketlab.csv.CsvFormat;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetDiff;
import marketlab.dataset.Listing;
import marketlab.dataset.MetadataQuery;
import marketlab.dataset.Streamed;
import marketlab.dataset.StylizedFacts;
import marketlab.index.Calibration;
import marketlab.index.IndexDataGenerator;
import marketlab.option.ChainFit;
import marketlab.option.FitTerms;
import marketlab.option.OptionChainGenerator;
import marketlab.pickle.Description;
import marketlab.pickle.PandasPickle;
import marketlab.plot.ChainPlots;
import marketlab.plot.Page;
import marketlab.plot.PathPlots;
import marketlab.plot.Plots;
import marketlab.plot.PricePlots;
import marketlab.plot.Sparkline;
import marketlab.regenerate.Regenerations;
import marketlab.storage.DatasetAddress;
import marketlab.storage.Progress;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import marketlab.storage.StorageFactory;
import marketlab.storage.Verification;
import marketlab.storage.Version;
import tech.tablesaw.plotly.components.Figure;

/**
 * The kit's words, for a static import into a prompt, a notebook or a script:
 *
 * <pre>{@code
 * var nifty = index("nifty").gbm().bullish().highVol().days(252).seed(7).generate();
 * save(nifty);
 * plot(latest("index/nifty/gbm", "bullish"));
 * }</pre>
 *
 * <p>Each word is one call of the library. The storage is the configured one until {@link #use} changes it. Each path may
 * also be a full path as {@link #save} returns it. The words of the storage throw {@link StorageException}. Thread-safe;
 * all threads share the storage in use.
 */
public final class Lab {

    private static final int MOST_VERSIONS = 20;

    private static Storage storage;

    private Lab() {}

    /**
     * A generator for the bars of an index.
     *
     * @throws IllegalArgumentException if the market is unknown; the message lists the known ones
     */
    public static IndexDataGenerator index(String market) {
        return IndexDataGenerator.of(market);
    }

    /**
     * A generator for the option chain of an index.
     *
     * @throws IllegalArgumentException if the market is unknown; the message lists the known ones
     */
    public static OptionChainGenerator chain(String market) {
        return OptionChainGenerator.of(market);
    }

    /**
     * A model fitted to a real history.
     *
     * @throws IllegalArgumentException as {@link Calibration#fit}
     */
    public static Calibration fit(String model, Dataset history) {
        return Calibration.fit(model, history);
    }

    /**
     * Uses another storage from now on.
     *
     * @param address {@code local:PATH}, {@code /PATH}, {@code ./PATH} or {@code gs://BUCKET[/PREFIX]}
     * @return the storage's full path or URI
     * @throws IllegalArgumentException if the address has none of these forms
     */
    public static synchronized String use(String address) {
        Storage opened = StorageFactory.getStorage(ConfigManager.getConfig().withStorage(address, "use"));
        if (storage != null) {
            storage.close();
        }
        storage = opened.telling(Notes::tell);
        return opened.root();
    }

    /** The storage in use. */
    public static synchronized Storage storage() {
        if (storage == null) {
            storage = StorageFactory.getStorage().telling(Notes::tell);
        }
        return storage;
    }

    /** Saves under a name from the metadata and the current second, and returns the full path or URI. */
    public static String save(Dataset data) {
        return storage().save(data);
    }

    /**
     * Saves data that are generated meanwhile, such as {@code index("nifty").rows(1_000_000_000).stream()}; else as
     * {@link #save(Dataset)}.
     */
    public static String save(Streamed data) {
        return storage().save(data);
    }

    /** Saves under this path, which must not exist yet, and returns the full path or URI. */
    public static String save(Dataset data, String path) {
        return at(path, (opened, inside) -> opened.save(data, inside));
    }

    /** Loads the dataset with this path. */
    public static Dataset load(String path) {
        return at(path, Lab::loaded);
    }

    private static Dataset loaded(Storage opened, String path) {
        Dataset data = opened.load(path);
        Notes.tell(opened.place(path), data.frame().aside().notes());
        return data;
    }

    /** Loads the newest of all datasets. */
    public static Dataset latest() {
        return latest("");
    }

    /** Loads the newest dataset in a directory or in the model folders below it. */
    public static Dataset latest(String directory) {
        return latest(directory, "");
    }

    /** Loads the newest dataset of a directory in whose file name this regular expression is found. */
    public static Dataset latest(String directory, String pattern) {
        return latest(directory, pattern, Instant.MAX);
    }

    /** Loads the newest such dataset that existed at this time. */
    public static Dataset latest(String directory, String pattern, Instant asOf) {
        return at(directory, (opened, inside) -> loaded(opened, opened.latest(inside, pattern, asOf)));
    }

    /** Paths of all datasets, in order. */
    public static List<String> list() {
        return list("");
    }

    /** Paths of all datasets in a directory and below it, in order. */
    public static List<String> list(String directory) {
        return list(directory, "");
    }

    /** Paths of the datasets of a directory in whose file names this regular expression is found, in order. */
    public static List<String> list(String directory, String pattern) {
        return at(
                directory,
                (opened, inside) -> Listing.of(opened.list(inside, pattern).stream()
                        .map(path -> loadable(opened, path))
                        .toList()));
    }

    /** The newest twenty datasets of a directory, newest first. */
    public static List<Version> versions(String directory) {
        return versions(directory, "");
    }

    /** The newest twenty datasets of a directory in whose file names this regular expression is found, newest first. */
    public static List<Version> versions(String directory, String pattern) {
        return at(
                directory,
                (opened, inside) -> Listing.of(opened.versions(inside, pattern, MOST_VERSIONS).stream()
                        .map(version -> new Version(loadable(opened, version.path()), version.name(), version.bytes()))
                        .toList()));
    }

    /**
     * Paths of the datasets whose metadata match every term, such as {@code model=gbm vol>0.2 params~bullish}. A file
     * that cannot be read as a dataset is skipped, and the printed list says so.
     *
     * @throws IllegalArgumentException if a term is invalid
     */
    public static List<String> search(String query) {
        List<String> passedOver = new ArrayList<>();
        List<String> found = storage()
                .search(
                        MetadataQuery.parse(query),
                        (path, reason) -> passedOver.add(
                                "[%s] skipped: %s".formatted(storage().place(path), reason)));
        return Listing.of(found).with(passedOver);
    }

    /** Columns, types, shape and metadata of the dataset with this path; its values are not loaded. */
    public static Description describe(String path) {
        return at(path, Storage::describe);
    }

    /**
     * Columns, types, shape and metadata that a dataset in memory would have as a file.
     *
     * @throws UncheckedIOException if a temporary file cannot be written
     */
    public static Description describe(Dataset data) {
        try {
            Path file = Files.createTempFile("marketlab-", ".pkl");
            try {
                PandasPickle.write(data, file);
                return PandasPickle.describe(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares the checksums of all datasets. */
    public static Verification verify() {
        return verify("");
    }

    /** Compares the checksums of the datasets in a directory and below it. */
    public static Verification verify(String directory) {
        return at(directory, (opened, inside) -> opened.verifyAll(inside, Progress.UNWATCHED));
    }

    /** Generates all generated datasets again from their metadata, and compares them byte for byte. */
    public static Regenerations regenerate() {
        return regenerate("");
    }

    /**
     * Generates the generated datasets in a directory and below it again from their metadata, and compares them byte
     * for byte.
     */
    public static Regenerations regenerate(String directory) {
        return at(directory, (opened, inside) -> Regenerations.of(opened, opened.list(inside, ""), Progress.UNWATCHED));
    }

    /** The differences between two datasets. */
    public static DatasetDiff diff(Dataset one, Dataset other) {
        return DatasetDiff.between(one, other);
    }

    /**
     * The stylized facts of a price history, with their standard errors.
     *
     * @throws IllegalArgumentException as {@link StylizedFacts#of}
     */
    public static PlainText realism(Dataset history) {
        return new PlainText(facts(history).toString());
    }

    /**
     * The stylized facts of a price history beside those of another, a real one for example.
     *
     * @throws IllegalArgumentException as {@link StylizedFacts#of} and {@link StylizedFacts#against}
     */
    public static PlainText realism(Dataset history, Dataset other) {
        return new PlainText(facts(history).against(facts(other)));
    }

    /**
     * Fits {@code svi} or {@code heston} to an option chain that marketlab generated. For other chains, call
     * {@link ChainFit#of} with what they do not say.
     *
     * @throws IllegalArgumentException as {@link ChainFit#of}
     */
    public static ChainFit fitChain(String model, Dataset chain) {
        ChainFit fit = ChainFit.of(model, chain, FitTerms.NONE);
        fit.notes().forEach(Notes::tell);
        return fit;
    }

    private static StylizedFacts facts(Dataset history) {
        StylizedFacts facts = StylizedFacts.of(history);
        facts.notes().forEach(Notes::tell);
        return facts;
    }

    /**
     * Reads a dataset from the user's own {@code .csv}, {@code .tsv}, {@code .txt} or {@code .pkl} file, outside the storage.
     *
     * @throws IOException if it cannot be read, or is neither
     */
    public static Dataset read(String file) throws IOException {
        return read(file, CsvFormat.TOLD_BY_FILE, note -> Notes.tell("[" + file + "] " + note));
    }

    /**
     * Reads one DataFrame of the user's own {@code .pkl} file that has several in a dict or a list.
     *
     * @param key of the dict, or the place in the list from 0 on
     * @throws IOException if it cannot be read, or there is no such key; the message lists the keys
     */
    public static Dataset read(String file, String key) throws IOException {
        Dataset data = PandasPickle.read(Path.of(file), key);
        Notes.tell(file, data.frame().aside().notes());
        return data;
    }

    /**
     * Reads a dataset from the user's own {@code .csv} or {@code .pkl} file, with details of the CSV format.
     *
     * @param format what is known about a CSV file: encoding, decimal mark, order of dates, column names
     * @param notes receives how a CSV file was understood, if it is ambiguous
     * @throws IOException if it cannot be read, or is neither
     */
    public static Dataset read(String file, CsvFormat format, Consumer<String> notes) throws IOException {
        return DataFile.read(Path.of(file), format, notes);
    }

    /**
     * Writes a dataset to the user's own file: CSV if its name ends with {@code .csv}, a pickle for {@code .pkl}, a
     * compressed one for {@code .pkl.gz .pkl.bz2 .pkl.xz .pkl.zst .pkl.zip}. Never replaces a file.
     *
     * @return the file
     * @throws IOException if it cannot be written, or already exists
     * @throws IllegalArgumentException if the name has another ending
     */
    public static Path write(Dataset data, String file) throws IOException {
        Path path = Path.of(file);
        Notes.tell(file, DataFile.write(data, path));
        return path;
    }

    /**
     * Writes a figure as an HTML page that needs no network. If the name ends with {@code .png}, {@code .svg} or
     * {@code .pdf}, an installed Chromium draws a picture. An existing file is replaced, because a figure can be drawn
     * again.
     *
     * @return the file
     * @throws IOException if it cannot be written, or there is no Chromium for a picture
     * @throws IllegalArgumentException if the name has another ending
     */
    public static Path write(Figure figure, String file) throws IOException {
        return Page.of(figure).write(Path.of(file));
    }

    /**
     * The figure that suits a dataset: candles, a smile, or lines.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no numbers
     */
    public static Figure plot(Dataset data) {
        return Plots.of(data);
    }

    /**
     * The figure of this kind: one of {@link Plots#kinds}.
     *
     * @throws IllegalArgumentException if the kind is unknown, the dataset is empty, or it lacks a column that the kind
     * needs
     */
    public static Figure plot(Dataset data, String kind) {
        return Plots.of(data, kind);
    }

    /**
     * Two histories in one figure, both starting at 100.
     *
     * @throws IllegalArgumentException as {@link PricePlots#compare}
     */
    public static Figure compare(Dataset one, Dataset other) {
        return PricePlots.compare(one, other);
    }

    /**
     * Many paths of an index in one figure.
     *
     * @throws IllegalArgumentException as {@link PathPlots#fan}
     */
    public static Figure fan(List<Dataset> paths) {
        return PathPlots.fan(paths);
    }

    /**
     * Profit at expiry of options of a chain's nearest expiry, such as {@code "+1 call 24000", "-1 call 24500"}.
     *
     * @throws IllegalArgumentException as {@link ChainPlots#payoff}
     */
    public static Figure payoff(Dataset chain, String... legs) {
        return ChainPlots.payoff(chain, legs);
    }

    /**
     * Shows figures in the browser, one below the other, if there is a desktop.
     *
     * @return the page's temporary file
     * @throws IOException if it cannot be written
     */
    public static Path show(Figure... figures) throws IOException {
        Path page = Page.of(figures).write(Files.createTempFile("marketlab-", ".html"));
        Page.browse(page);
        return page;
    }

    /**
     * A small text chart of a dataset.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no numbers
     */
    public static PlainText sparkline(Dataset data) {
        return new PlainText(Sparkline.of(data).stripTrailing());
    }

    /**
     * A progress bar for a generator: {@code index("nifty").paths(5000).progress(bar(5000)).generateAll()}. It is
     * visible at the prompt and in a notebook; elsewhere, call {@link ProgressBar#showOn} first.
     *
     * @param total the number at which the bar is full
     * @throws IllegalArgumentException if the total is not positive
     */
    public static IntConsumer bar(int total) {
        return ProgressBar.of(total);
    }

    /** The index models with their parameters, default values and meanings. */
    public static PlainText models() {
        return ModelsText.all();
    }

    /** All words, each with an example. */
    public static PlainText help() {
        return Help.all();
    }

    /**
     * One word with its example, or the parameters of a generator's method with this name.
     *
     * @throws IllegalArgumentException if the word is unknown; the message lists the known ones
     */
    public static PlainText help(String word) {
        return Help.of(word);
    }

    /** Uses the storage in use, or another bucket if a full address begins with it. */
    private static <T> T at(String address, BiFunction<Storage, String, T> question) {
        Storage inUse = storage();
        DatasetAddress where = DatasetAddress.of(address, inUse.root());
        if (where.root().equals(inUse.root())) {
            return question.apply(inUse, where.path());
        }
        try (Storage other = StorageFactory.getStorage(where.in(ConfigManager.getConfig()))) {
            return question.apply(other.telling(Notes::tell), where.path());
        }
    }

    /** The argument for {@link #load}: a path in the storage in use, or a full address. */
    private static String loadable(Storage opened, String path) {
        return opened == storage() ? path : opened.place(path);
    }
}
