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
import marketlab.index.Calibration;
import marketlab.index.IndexDataGenerator;
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
 * The kit's words, to be imported statically into a prompt, a notebook or a script:
 *
 * <pre>{@code
 * var nifty = index("nifty").gbm().bullish().highVol().days(252).seed(7).generate();
 * save(nifty);
 * plot(latest("index/nifty/gbm", "bullish"));
 * }</pre>
 *
 * <p>Each stands for one call of the library, on the storage that the configuration names until {@link #use} names
 * another. Whatever takes a path takes one as {@link #save} returned it, too. The words of the storage throw
 * {@link StorageException}. Thread-safe; the storage in use is one for all threads.
 */
public final class Lab {

    private static final int MOST_VERSIONS = 20;

    private static Storage storage;

    private Lab() {}

    /**
     * A generator of an index's bars.
     *
     * @throws IllegalArgumentException if there is no such market; the message lists those there are
     */
    public static IndexDataGenerator index(String market) {
        return IndexDataGenerator.of(market);
    }

    /**
     * A generator of an index's option chain.
     *
     * @throws IllegalArgumentException if there is no such market; the message lists those there are
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
     * Uses another storage from here on.
     *
     * @param address {@code local:PATH}, {@code /PATH}, {@code ./PATH} or {@code gs://BUCKET[/PREFIX]}
     * @return the storage's full path or URI
     * @throws IllegalArgumentException if the address is none of these
     */
    public static synchronized String use(String address) {
        Storage opened = StorageFactory.getStorage(ConfigManager.getConfig().withStorage(address, "use"));
        if (storage != null) {
            storage.close();
        }
        storage = opened;
        return opened.root();
    }

    /** The storage in use. */
    public static synchronized Storage storage() {
        if (storage == null) {
            storage = StorageFactory.getStorage();
        }
        return storage;
    }

    /** Saves under the name that the metadata give and the present second, and returns the full path or URI. */
    public static String save(Dataset data) {
        return storage().save(data);
    }

    /** Saves what is made meanwhile, {@code index("nifty").rows(1_000_000_000).stream()}; else as {@link #save(Dataset)}. */
    public static String save(Streamed data) {
        return storage().save(data);
    }

    /** Saves under a path of the caller's, where there must be no dataset, and returns the full path or URI. */
    public static String save(Dataset data, String path) {
        return at(path, (opened, inside) -> opened.save(data, inside));
    }

    /** The dataset under this path. */
    public static Dataset load(String path) {
        return at(path, Storage::load);
    }

    /** The newest dataset of all. */
    public static Dataset latest() {
        return latest("");
    }

    /** The newest dataset in a directory, or in the model folders below it. */
    public static Dataset latest(String directory) {
        return latest(directory, "");
    }

    /** The newest dataset of a directory whose file name has this regular expression in it. */
    public static Dataset latest(String directory, String pattern) {
        return latest(directory, pattern, Instant.MAX);
    }

    /** The newest such dataset that was there at this time. */
    public static Dataset latest(String directory, String pattern, Instant asOf) {
        return at(directory, (opened, inside) -> opened.load(opened.latest(inside, pattern, asOf)));
    }

    /** Paths of all datasets, in order. */
    public static List<String> list() {
        return list("");
    }

    /** Paths of all datasets in a directory and below it, in order. */
    public static List<String> list(String directory) {
        return list(directory, "");
    }

    /** Paths of those datasets of a directory whose file name has this regular expression in it, in order. */
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

    /** The newest twenty datasets of a directory whose file name has this regular expression in it, newest first. */
    public static List<Version> versions(String directory, String pattern) {
        return at(
                directory,
                (opened, inside) -> Listing.of(opened.versions(inside, pattern, MOST_VERSIONS).stream()
                        .map(version -> new Version(loadable(opened, version.path()), version.name(), version.bytes()))
                        .toList()));
    }

    /**
     * Paths of the datasets whose metadata meet every term, as {@code model=gbm vol>0.2 params~bullish}; a file that is not
     * read as a dataset is passed over, and told in a line where the list is printed.
     *
     * @throws IllegalArgumentException if a term cannot be read
     */
    public static List<String> search(String query) {
        List<String> passedOver = new ArrayList<>();
        List<String> found = storage()
                .search(
                        MetadataQuery.parse(query),
                        (path, reason) -> passedOver.add(
                                "[%s] passed over: %s".formatted(storage().place(path), reason)));
        return Listing.of(found).with(passedOver);
    }

    /** Columns, types, shape and metadata of the dataset under this path, its numbers unread. */
    public static Description describe(String path) {
        return at(path, Storage::describe);
    }

    /**
     * Columns, types, shape and metadata that a dataset in memory would have as a file.
     *
     * @throws UncheckedIOException if there is no room for a temporary file
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

    /** Makes all generated datasets again from their metadata, and compares them byte for byte. */
    public static Regenerations regenerate() {
        return regenerate("");
    }

    /** Makes the generated datasets of a directory and below it again from their metadata, and compares them byte for byte. */
    public static Regenerations regenerate(String directory) {
        return at(directory, (opened, inside) -> Regenerations.of(opened, opened.list(inside, ""), Progress.UNWATCHED));
    }

    /** How two datasets differ. */
    public static DatasetDiff diff(Dataset one, Dataset other) {
        return DatasetDiff.between(one, other);
    }

    /**
     * A dataset of a {@code .csv} or {@code .pkl} file of the user's own, outside of the storage.
     *
     * @throws IOException if it cannot be read, or is neither
     */
    public static Dataset read(String file) throws IOException {
        return DataFile.read(Path.of(file));
    }

    /**
     * A dataset of a {@code .csv} file that does not say all of itself, or of a {@code .pkl} file, which does.
     *
     * @param format what is known of a CSV file: the encoding, the decimal mark, the order of dates, the columns' names
     * @param notes told how a CSV file was understood where it could have been understood otherwise
     * @throws IOException if it cannot be read, or is neither
     */
    public static Dataset read(String file, CsvFormat format, Consumer<String> notes) throws IOException {
        return DataFile.read(Path.of(file), format, notes);
    }

    /**
     * Writes a dataset to a file of the user's own: CSV if its name ends with {@code .csv}, a pickle if with {@code .pkl},
     * compressed if with {@code .pkl.gz .pkl.bz2 .pkl.xz .pkl.zst .pkl.zip}. What is there is data, and is not replaced.
     *
     * @return the file
     * @throws IOException if it cannot be written, or is there already
     * @throws IllegalArgumentException if the name ends otherwise
     */
    public static Path write(Dataset data, String file) throws IOException {
        Path path = Path.of(file);
        DataFile.write(data, path);
        return path;
    }

    /**
     * Writes a figure as a page of HTML that needs no network, or as a picture by an installed Chromium if the name ends
     * with {@code .png}, {@code .svg} or {@code .pdf}; in place of what was there, as a figure can be drawn again.
     *
     * @return the file
     * @throws IOException if it cannot be written, or there is no Chromium for a picture
     * @throws IllegalArgumentException if the name ends otherwise
     */
    public static Path write(Figure figure, String file) throws IOException {
        return Page.of(figure).write(Path.of(file));
    }

    /**
     * The figure that fits a dataset: candles, a smile, or lines.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no numbers
     */
    public static Figure plot(Dataset data) {
        return Plots.of(data);
    }

    /**
     * The figure of this kind: one of {@link Plots#kinds}.
     *
     * @throws IllegalArgumentException if there is no such kind, the dataset is empty, or it lacks a column that is drawn
     */
    public static Figure plot(Dataset data, String kind) {
        return Plots.of(data, kind);
    }

    /**
     * Two histories in one figure, both beginning at 100.
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
     * What options of a chain's nearest expiry, as {@code "+1 call 24000", "-1 call 24500"}, have earned by then.
     *
     * @throws IllegalArgumentException as {@link ChainPlots#payoff}
     */
    public static Figure payoff(Dataset chain, String... legs) {
        return ChainPlots.payoff(chain, legs);
    }

    /**
     * Shows figures in the browser, one below the other, where there is a desktop.
     *
     * @return the page's file, a temporary one
     * @throws IOException if it cannot be written
     */
    public static Path show(Figure... figures) throws IOException {
        Path page = Page.of(figures).write(Files.createTempFile("marketlab-", ".html"));
        Page.browse(page);
        return page;
    }

    /**
     * A small chart of a dataset as text.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no numbers
     */
    public static PlainText sparkline(Dataset data) {
        return new PlainText(Sparkline.of(data).stripTrailing());
    }

    /**
     * A bar that fills up while a generator works: {@code index("nifty").paths(5000).progress(bar(5000)).generateAll()}. It is
     * seen at the prompt and in a notebook; elsewhere {@link ProgressBar#showOn} says where.
     *
     * @param total at how much it is full
     * @throws IllegalArgumentException if the total is not positive
     */
    public static IntConsumer bar(int total) {
        return ProgressBar.of(total);
    }

    /** The index models, with each one's parameters, their typical values and what they mean. */
    public static PlainText models() {
        return ModelsText.all();
    }

    /** All words, each with an example. */
    public static PlainText help() {
        return Help.all();
    }

    /**
     * One word with its example; or what a generator's method of this name takes.
     *
     * @throws IllegalArgumentException if there is no such word; the message lists those there are
     */
    public static PlainText help(String word) {
        return Help.of(word);
    }

    /** Asks the storage in use, or the other bucket that a full address begins with. */
    private static <T> T at(String address, BiFunction<Storage, String, T> question) {
        Storage inUse = storage();
        DatasetAddress where = DatasetAddress.of(address, inUse.root());
        if (where.root().equals(inUse.root())) {
            return question.apply(inUse, where.path());
        }
        try (Storage other = StorageFactory.getStorage(where.in(ConfigManager.getConfig()))) {
            return question.apply(other, where.path());
        }
    }

    /** What {@link #load} finds: a path in the storage in use, or a full address. */
    private static String loadable(Storage opened, String path) {
        return opened == storage() ? path : opened.place(path);
    }
}
