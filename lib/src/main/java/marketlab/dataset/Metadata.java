package marketlab.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A dataset's attributes, written to pandas as {@code df.attrs}, in order. Keys that this library does not know survive
 * a load and a save. Immutable.
 */
public final class Metadata {

    /** Version of the dataset's layout, as {@code '1.0'}. */
    public static final String VERSION = "version";
    /** ISO-8601 instant with offset at which the dataset was made. */
    public static final String CREATED_AT = "created_at";
    /** JSON text of the generator's parameters. */
    public static final String MODEL_PARAMS = "model_params";
    /** Seed that makes the same rows again, in the same {@link #STREAM}. */
    public static final String SEED = "seed";
    /** Version of the generator's numbers, a whole number: see {@link Recipe#streamVersion}. Absent: 1. */
    public static final String STREAM = "stream";
    /** {@link Fingerprint} of the rows as they were generated. Later changes of the rows do not change it. */
    public static final String FINGERPRINT = "fingerprint";
    /** How the dataset was changed after generation, if this is known. */
    public static final String DERIVED = "derived";
    /** Unit and basis of each column, by column name. */
    public static final String UNITS = "units";
    /** Name and version of the program that made the dataset. */
    public static final String GENERATOR = "generator";
    /** The parts of the dataset's name: see {@link DatasetName}. */
    public static final String DATA_TYPE = "data_type";

    public static final String MARKET_TYPE = "market_type";
    public static final String MODEL_TYPE = "model_type";
    public static final String PARAMS = "params";
    public static final String DATA_VERSION = "data_version";

    public static final Metadata EMPTY = new Metadata(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> attributes;

    private Metadata(Map<String, ?> attributes) {
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Metadata with these attributes, in the order of the map. */
    public static Metadata of(Map<String, ?> attributes) {
        return new Metadata(attributes);
    }

    /** All attributes, in order; unmodifiable. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** This metadata with one attribute set, in its old place if it had one. */
    public Metadata with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.put(key, value);
        return new Metadata(changed);
    }

    /**
     * This metadata with the parts of a dataset's name.
     *
     * @param folder {@code [v2/]index/nifty/gbm}, possibly with a slash at the end, as shells complete a directory
     * @throws IllegalArgumentException if the folder does not have these three parts
     */
    public Metadata withName(String folder, String params) {
        String[] parts = folder.replaceFirst("/$", "").split("/", -1);
        int first = parts.length == 4 && parts[0].matches("v[1-9][0-9]*") ? 1 : 0;
        if (parts.length - first != 3) {
            throw new IllegalArgumentException(
                    "a dataset's folder is DATA_TYPE/MARKET/MODEL, as index/nifty/gbm, got '" + folder + "'");
        }
        Metadata named = with(DATA_TYPE, parts[first])
                .with(MARKET_TYPE, parts[first + 1])
                .with(MODEL_TYPE, parts[first + 2])
                .with(PARAMS, params);
        return first == 0 ? named : named.with(DATA_VERSION, Long.parseLong(parts[0].substring(1)));
    }

    /** This metadata with {@link #MODEL_PARAMS} set to the JSON text of these parameters. */
    public Metadata withModelParams(Map<String, ?> parameters) {
        try {
            return with(MODEL_PARAMS, JSON.writeValueAsString(parameters));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "model parameters cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** An attribute as text; empty if it is absent or None. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(attributes.get(key)).map(Object::toString);
    }

    public Optional<String> version() {
        return text(VERSION);
    }

    /** When the dataset was made; empty if absent or not an ISO-8601 instant with offset. */
    public Optional<OffsetDateTime> createdAt() {
        try {
            return text(CREATED_AT).map(s -> OffsetDateTime.parse(s, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The generator's parameters, in order; empty if absent or not a JSON object. */
    public Map<String, Object> modelParams() {
        Object json = attributes.get(MODEL_PARAMS);
        if (!(json instanceof String text)) {
            return Map.of();
        }
        try {
            return JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    public OptionalLong seed() {
        return attributes.get(SEED) instanceof Number seed ? OptionalLong.of(seed.longValue()) : OptionalLong.empty();
    }

    /** Unit and basis of each column; empty if absent. */
    public Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        if (attributes.get(UNITS) instanceof Map<?, ?> stored) {
            stored.forEach((column, unit) -> units.put(String.valueOf(column), String.valueOf(unit)));
        }
        return Collections.unmodifiableMap(units);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metadata that && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attributes);
    }

    @Override
    public String toString() {
        return attributes.toString();
    }
}
