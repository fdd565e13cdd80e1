package marketlab.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marketlab.dataset.Metadata;
import marketlab.pickle.Description;
import marketlab.pickle.Description.Integrity;
import tech.tablesaw.api.ColumnType;

/**
 * A {@link Summary} as a short ASCII text, a JSON object. What has no room, and attributes that are neither texts nor
 * numbers nor lists or maps of these, are left out, and their keys are recorded. The pickle stays the truth.
 */
final class SummaryText {

    private static final int VERSION = 1;
    private static final int MOST_NESTED = 8;
    private static final String COLUMNS = "columns";
    private static final String ATTRIBUTES = "attributes";
    private static final String NOTES = "notes";
    private static final String LEFT_OUT = "left_out";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private SummaryText() {}

    /** The text for a dataset, of at most so many characters; empty if even the least has no room. */
    static String of(Description dataset, int room) {
        ObjectNode attributes = JSON.createObjectNode();
        ArrayNode leftOut = JSON.createArrayNode();
        dataset.metadata().attributes().forEach((key, value) -> {
            if (isPlain(value, 0)) {
                attributes.set(key, JSON.valueToTree(value));
            } else {
                leftOut.add(key);
            }
        });
        ObjectNode text = JSON.createObjectNode();
        text.put("v", VERSION)
                .put("rows", dataset.rows())
                .put("width", dataset.columns().size());
        text.put("index", dataset.index()).put("sealed", dataset.integrity() == Integrity.SEALED);
        text.set(COLUMNS, columns(dataset));
        text.set(ATTRIBUTES, attributes);
        text.set(LEFT_OUT, leftOut);
        text.set(NOTES, JSON.valueToTree(dataset.notes()));
        while (written(text).length() > room) {
            if (text.remove(NOTES) != null) {
                continue;
            }
            if (!text.has(COLUMNS) && attributes.isEmpty()) {
                return "";
            }
            String longest = longest(attributes);
            if (text.has(COLUMNS) && written(text.get(COLUMNS)).length() >= lengthOf(attributes, longest)) {
                text.remove(COLUMNS);
            } else {
                attributes.remove(longest);
                leftOut.add(longest);
            }
        }
        return written(text);
    }

    /** The summary in a text; empty if there is none that this version knows. */
    static Optional<Summary> parse(String path, long bytes, String text) {
        try {
            JsonNode summary = text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
            if (summary.path("v").intValue() != VERSION) {
                return Optional.empty();
            }
            List<Description.Column> columns = new ArrayList<>();
            for (JsonNode column : summary.path(COLUMNS)) {
                columns.add(new Description.Column(
                        column.required(0).textValue(),
                        column.required(1).textValue(),
                        ColumnType.valueOf(column.required(2).textValue())));
            }
            Map<String, Object> attributes = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> attribute :
                    summary.required(ATTRIBUTES).properties()) {
                attributes.put(attribute.getKey(), JSON.treeToValue(attribute.getValue(), Object.class));
            }
            Set<String> leftOut = new HashSet<>();
            summary.path(LEFT_OUT).forEach(key -> leftOut.add(key.asText()));
            return Optional.of(new Summary(
                    path,
                    bytes,
                    summary.required("rows").longValue(),
                    summary.required("width").intValue(),
                    columns,
                    Metadata.of(attributes),
                    leftOut));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The description in a text; empty if it has not all of it. */
    static Optional<Description> description(String text) {
        Optional<Summary> summary = parse("", 0, text).filter(Summary::isComplete);
        if (summary.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.path("index").isTextual() || !node.path(NOTES).isArray()) {
                return Optional.empty();
            }
            List<String> notes = new ArrayList<>();
            node.path(NOTES).forEach(note -> notes.add(note.asText()));
            return Optional.of(new Description(
                    summary.get().rows(),
                    node.path("index").textValue(),
                    summary.get().columns(),
                    summary.get().metadata(),
                    node.path("sealed").booleanValue() ? Integrity.SEALED : Integrity.NONE,
                    notes));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What a text says otherwise than the pickle; empty if nothing, or if this version does not know the text. */
    static Optional<String> difference(String text, Description pickle) {
        Optional<Summary> there = parse("", 0, text);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Summary said = there.get();
        Summary right = parse("", 0, of(pickle, Integer.MAX_VALUE)).orElseThrow();
        if (said.rows() != right.rows()) {
            return Optional.of("%s rows instead of %s".formatted(said.rows(), right.rows()));
        }
        boolean hasColumns = !said.columns().isEmpty();
        if (said.width() != right.width() || hasColumns && !said.columns().equals(right.columns())) {
            return Optional.of("other columns");
        }
        Map<String, Object> saidValues = said.metadata().attributes();
        Map<String, Object> rightValues = right.metadata().attributes();
        Set<String> keys = new HashSet<>(rightValues.keySet());
        keys.addAll(saidValues.keySet());
        keys.removeAll(said.leftOut());
        return keys.stream()
                .sorted()
                .filter(key -> !saidValues.containsKey(key)
                        || !rightValues.containsKey(key)
                        || !String.valueOf(saidValues.get(key)).equals(String.valueOf(rightValues.get(key))))
                .findFirst()
                .map("another %s"::formatted);
    }

    private static ArrayNode columns(Description dataset) {
        ArrayNode columns = JSON.createArrayNode();
        dataset.columns().forEach(column -> columns.addArray()
                .add(column.name())
                .add(column.dtype())
                .add(column.type().name()));
        return columns;
    }

    /** Whether a value is the same after it was written as JSON and read back. */
    private static boolean isPlain(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            return depth < MOST_NESTED
                    && map.keySet().stream().allMatch(String.class::isInstance)
                    && map.values().stream().allMatch(item -> isPlain(item, depth + 1));
        }
        if (value instanceof List<?> list) {
            return depth < MOST_NESTED && list.stream().allMatch(item -> isPlain(item, depth + 1));
        }
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double number && Double.isFinite(number);
    }

    private static String longest(ObjectNode attributes) {
        String longest = "";
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            if (lengthOf(attributes, attribute.getKey()) >= lengthOf(attributes, longest)) {
                longest = attribute.getKey();
            }
        }
        return longest;
    }

    private static int lengthOf(ObjectNode attributes, String key) {
        return attributes.has(key) ? written(attributes.get(key)).length() : -1;
    }

    private static String written(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
