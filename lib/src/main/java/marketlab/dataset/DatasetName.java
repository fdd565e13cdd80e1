package marketlab.dataset;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a dataset in a storage: {@code [v2/]index/nifty/gbm/20230901_123045_bullish_high_vol.pkl}.
 *
 * <p>The timestamp is UTC. In a folder, names sorted as text are also sorted by time, so the last one of
 * {@code sorted()} is the newest. The second dataset saved within the same second has {@code ~0001} after the
 * timestamp, because {@code ~} sorts after every character that may follow a timestamp. Immutable.
 *
 * @param dataVersion number of the version folder, 1 for {@code v1/}; 0 for none
 * @param dataType kind of data: {@code index}, {@code option_chain}
 * @param marketType market: {@code nifty}
 * @param modelType model: {@code gbm}; {@code history} for your own data
 * @param timestamp UTC, to the second
 * @param sequence 0 for the first dataset of a second, to 9999
 * @param params words that distinguish datasets of one model, {@code bullish_high_vol}; may be empty
 */
public record DatasetName(
        int dataVersion,
        String dataType,
        String marketType,
        String modelType,
        LocalDateTime timestamp,
        int sequence,
        String params)
        implements Comparable<DatasetName> {

    private static final int MAX_SEQUENCE = 9999;
    /** Data type, market, model and file. */
    private static final int PARTS = 4;

    /** The format of the time in a name, in UTC: {@code 20230901_123045}. */
    public static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
    private static final Pattern PARAMS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+=-]*");
    private static final Pattern VERSION_FOLDER = Pattern.compile("v[1-9][0-9]{0,8}");
    private static final Pattern FILE =
            Pattern.compile("(\\d{8}_\\d{6})(?:~(\\p{Nd}{4}))?(?:_(" + PARAMS.pattern() + "))?\\.pkl");
    private static final Pattern NAME = Pattern.compile("(?:v([1-9][0-9]{0,8})/)?([^/]+)/([^/]+)/([^/]+)/([^/]+)");

    public DatasetName {
        if (dataVersion < 0 || dataVersion > 999_999_999) {
            throw new IllegalArgumentException("data version must be 0 (none) to 999999999, got " + dataVersion);
        }
        part("data type", dataType);
        part("market", marketType);
        part("model", modelType);
        if (VERSION_FOLDER.matcher(dataType).matches()) {
            throw new IllegalArgumentException("data type must not look like a version folder, got '" + dataType + "'");
        }
        if (timestamp.getYear() < 0 || timestamp.getYear() > 9999) {
            throw new IllegalArgumentException("year must be 0 to 9999, got " + timestamp.getYear());
        }
        timestamp = timestamp.truncatedTo(ChronoUnit.SECONDS);
        if (sequence < 0 || sequence > MAX_SEQUENCE) {
            throw new IllegalArgumentException("sequence must be 0 to 9999, got " + sequence);
        }
        if (!params.isEmpty() && !PARAMS.matcher(params).matches()) {
            throw new IllegalArgumentException(
                    "params must be letters, digits and _ . + = -, beginning with a letter or digit, got '" + params
                            + "'");
        }
    }

    /** A name with the current time of this clock, without a version folder. */
    public static DatasetName now(Clock clock, String dataType, String marketType, String modelType, String params) {
        LocalDateTime utc = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new DatasetName(0, dataType, marketType, modelType, utc, 0, params);
    }

    /**
     * The name from a dataset's metadata and the current time of this clock.
     *
     * @throws IllegalArgumentException if they have no {@code data_type}, {@code market_type} or {@code model_type}, or
     * one that cannot be part of a name
     */
    public static DatasetName of(Metadata metadata, Clock clock) {
        DatasetName name = now(
                clock,
                required(metadata, Metadata.DATA_TYPE),
                required(metadata, Metadata.MARKET_TYPE),
                required(metadata, Metadata.MODEL_TYPE),
                metadata.text(Metadata.PARAMS).orElse(""));
        return metadata.text(Metadata.DATA_VERSION)
                .map(version -> name.withDataVersion(number(version)))
                .orElse(name);
    }

    /**
     * Parses a name; empty if the text is not a dataset name. The number after {@code ~} may have digits of any script,
     * because old versions wrote those of the user's script.
     */
    public static Optional<DatasetName> parse(String path) {
        Matcher name = NAME.matcher(path);
        if (!name.matches()) {
            return Optional.empty();
        }
        Matcher file = FILE.matcher(name.group(5));
        if (!file.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DatasetName(
                    name.group(1) == null ? 0 : Integer.parseInt(name.group(1)),
                    name.group(2),
                    name.group(3),
                    name.group(4),
                    LocalDateTime.parse(file.group(1), STAMP),
                    file.group(2) == null ? 0 : Integer.parseInt(file.group(2)),
                    file.group(3) == null ? "" : file.group(3)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The name at the end of a path, below any folders: for {@code team/v2/index/nifty/gbm/20230901_123045.pkl} it is
     * {@code v2/index/nifty/gbm/20230901_123045.pkl}. Empty if the path does not end with a dataset name.
     */
    public static Optional<DatasetName> parseEnd(String path) {
        int start = path.length();
        for (int part = 0; part < PARTS && start >= 0; part++) {
            start = path.lastIndexOf('/', start - 1);
        }
        if (start < 0) {
            return parse(path);
        }
        int before = path.lastIndexOf('/', start - 1) + 1;
        return parse(
                VERSION_FOLDER.matcher(path.substring(before, start)).matches()
                        ? path.substring(before)
                        : path.substring(start + 1));
    }

    /** {@code [v2/]index/nifty/gbm}. */
    public String folder() {
        String version = dataVersion == 0 ? "" : "v" + dataVersion + "/";
        return version + dataType + "/" + marketType + "/" + modelType;
    }

    /** {@code 20230901_123045[~0001][_bullish].pkl}. */
    public String file() {
        return stamp()
                + (sequence == 0 ? "" : String.format(Locale.ROOT, "~%04d", sequence))
                + (params.isEmpty() ? "" : "_" + params)
                + ".pkl";
    }

    /** {@code 20230901_123045}: the start of every file name of this second. */
    public String stamp() {
        return STAMP.format(timestamp);
    }

    /** The start of every file name of this second, in UTC. */
    public static String stamp(Instant time) {
        return STAMP.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    /** The time of a {@link #stamp(Instant)}. */
    public static Instant instant(String stamp) {
        return LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC);
    }

    /** {@link #folder()} and {@link #file()}, the format of {@link #parse}. */
    public String path() {
        return folder() + "/" + file();
    }

    /** This name with another version folder; 0 for none. */
    public DatasetName withDataVersion(int dataVersion) {
        return new DatasetName(dataVersion, dataType, marketType, modelType, timestamp, sequence, params);
    }

    /** This name with another sequence number within its second. */
    public DatasetName withSequence(int sequence) {
        return new DatasetName(dataVersion, dataType, marketType, modelType, timestamp, sequence, params);
    }

    /** Newest last, as the file names sort; equal file names by folder. */
    @Override
    public int compareTo(DatasetName other) {
        int byFile = file().compareTo(other.file());
        return byFile == 0 ? folder().compareTo(other.folder()) : byFile;
    }

    @Override
    public String toString() {
        return path();
    }

    private static String required(Metadata metadata, String key) {
        return metadata.text(key)
                .orElseThrow(() -> new IllegalArgumentException("the dataset's metadata have no " + key));
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("data_version must be a whole number, got '" + version + "'", e);
        }
    }

    private static void part(String what, String value) {
        if (!PART.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "%s must be letters, digits and _ . -, beginning with a letter or digit, got '%s'"
                            .formatted(what, value));
        }
    }
}
