package marketlab.dataset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origin of a generated dataset. Every generator writes these attributes, and they are read back here.
 *
 * @param dataType first part of the dataset's name: {@code index}
 * @param marketType second part of the dataset's name: {@code nifty}
 * @param modelType third part of the dataset's name: {@code gbm}
 * @param params words in the dataset's name; may be empty
 * @param seed that makes the same rows again
 * @param stream version of the generator's numbers: see {@link Recipe#streamVersion}
 * @param fingerprint {@link Fingerprint} of the rows
 * @param units unit and basis of each column, by column name
 * @param modelParams parameters of the generator, in order: enough, with the seed, to make the rows again
 * @param created when the dataset was made
 */
public record Provenance(
        String dataType,
        String marketType,
        String modelType,
        String params,
        long seed,
        int stream,
        String fingerprint,
        Map<String, String> units,
        Map<String, ?> modelParams,
        Instant created) {

    /** Name and version of this program, as {@link Metadata#GENERATOR} has it. */
    public static final String PROGRAM = "marketlab 0.1.0";

    private static final String LAYOUT = "1.0";
    private static final int KNOWN_LAYOUT = 1;
    private static final Pattern MAJOR = Pattern.compile("(\\d{1,6})(\\..*)?");

    /** The attributes that a generator decides; the other attributes belong to the user. */
    private static final List<String> GENERATED = List.of(
            Metadata.VERSION,
            Metadata.GENERATOR,
            Metadata.SEED,
            Metadata.STREAM,
            Metadata.UNITS,
            Metadata.MODEL_PARAMS,
            Metadata.FINGERPRINT);

    /** The metadata of the generated dataset. */
    public Metadata metadata() {
        Map<String, Object> attributes = new LinkedHashMap<>(
                of(dataType, marketType, modelType, params, created).attributes());
        attributes.put(Metadata.SEED, seed);
        attributes.put(Metadata.STREAM, (long) stream);
        attributes.put(Metadata.FINGERPRINT, fingerprint);
        attributes.put(Metadata.UNITS, units);
        return Metadata.of(attributes).withModelParams(modelParams);
    }

    /** The metadata of a dataset that this program makes without a seed. */
    public static Metadata of(String dataType, String marketType, String modelType, String params, Instant created) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(Metadata.VERSION, LAYOUT);
        attributes.put(Metadata.CREATED_AT, created.toString());
        attributes.put(Metadata.GENERATOR, PROGRAM);
        attributes.put(Metadata.DATA_TYPE, dataType);
        attributes.put(Metadata.MARKET_TYPE, marketType);
        attributes.put(Metadata.MODEL_TYPE, modelType);
        attributes.put(Metadata.PARAMS, params);
        return Metadata.of(attributes);
    }

    /** These metadata with the version of the layout and the time of creation added, if these are missing. */
    public static Metadata completed(Metadata metadata, Instant now) {
        Metadata versioned = metadata.version().isPresent() ? metadata : metadata.with(Metadata.VERSION, LAYOUT);
        return versioned.text(Metadata.CREATED_AT).isPresent()
                ? versioned
                : versioned.with(
                        Metadata.CREATED_AT, now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Whether any version of this program made the dataset. */
    public static boolean isOurs(Metadata metadata) {
        return metadata.text(Metadata.GENERATOR)
                .filter(program -> program.startsWith("marketlab "))
                .isPresent();
    }

    /**
     * One line that names the stream of a dataset, if it is not the stream of this version; empty if it is the same.
     * Datasets without a recorded stream have stream 1.
     */
    public static Optional<String> otherStream(Metadata metadata, int stream) {
        String made = metadata.text(Metadata.STREAM).orElse("1");
        return made.equals(String.valueOf(stream))
                ? Optional.empty()
                : Optional.of("made by stream %s of %s; this is stream %s, which makes other numbers"
                        .formatted(made, metadata.text(Metadata.GENERATOR).orElse("an unknown program"), stream));
    }

    /** @throws IllegalArgumentException if the dataset has another stream; the message names it */
    public static void requireStream(Metadata metadata, int stream) {
        otherStream(metadata, stream).ifPresent(other -> {
            throw new IllegalArgumentException("it was " + other);
        });
    }

    /** Whether a version of this program made the dataset in a layout that is newer than the one known here. */
    public static boolean isOfNewerLayout(Metadata metadata) {
        Matcher major = MAJOR.matcher(metadata.version().orElse(""));
        return isOurs(metadata) && major.matches() && Integer.parseInt(major.group(1)) > KNOWN_LAYOUT;
    }

    /** The metadata of a stored dataset, with the attributes that a generator decides taken from another dataset. */
    public static Metadata madeAgain(Metadata stored, Metadata made) {
        Metadata again = stored;
        for (String key : GENERATED) {
            Object value = made.attributes().get(key);
            again = value != null ? again.with(key, value) : again;
        }
        return again;
    }
}
