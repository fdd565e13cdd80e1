package marketlab.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value in a JSON file, with its line for error messages.
 *
 * @param file the file, as the user named it
 * @param line counted from 1
 * @param key name of the member that holds it, or holds its list; empty for the root
 * @param value a Map of names to Located, a List of Located, a String, Long, Double or Boolean, or null
 */
record Located(String file, int line, String key, Object value) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Jackson's note on the position in its source, which has no name. */
    private static final String SOURCE = " ?\\((start marker|for |Source).*";

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not JSON; the message gives the line
     * @throws IOException if it cannot be read
     */
    static Located read(Path path) throws IOException {
        String file = path.toString();
        try (InputStream in = Files.newInputStream(path);
                JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() == null) {
                throw new Located(file, 1, "", null).error("the file is empty");
            }
            Located root = value(file, "", parser);
            if (parser.nextToken() != null) {
                int line = parser.currentTokenLocation().getLineNr();
                throw new Located(file, line, "", null).error("unexpected text after the end of the JSON value");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String problem = e.getOriginalMessage()
                    .lines()
                    .findFirst()
                    .orElse("unreadable")
                    .replaceFirst(SOURCE, "");
            throw new IllegalArgumentException("[%s:%s] not valid JSON: %s".formatted(file, line, problem), e);
        }
    }

    /** The exception for this value: its file and line, then the problem. */
    IllegalArgumentException error(String problem) {
        return new IllegalArgumentException("[%s:%s] %s".formatted(file, line, problem));
    }

    /** This object's members; other names than these are rejected. */
    Map<String, Located> object(Set<String> known) {
        Map<String, Located> members = object();
        members.forEach((name, member) -> {
            if (!known.contains(name)) {
                throw member.error("unknown key '%s'; known are: %s".formatted(name, String.join(", ", known)));
            }
        });
        return members;
    }

    @SuppressWarnings("unchecked")
    Map<String, Located> object() {
        if (!(value instanceof Map)) {
            throw wanted("an object in { }");
        }
        return (Map<String, Located>) value;
    }

    /** The elements of a list, or a single value as a list of one; never empty. */
    @SuppressWarnings("unchecked")
    List<Located> list() {
        List<Located> elements = value instanceof List ? (List<Located>) value : List.of(this);
        if (elements.isEmpty()) {
            throw error(key + " is an empty list");
        }
        return elements;
    }

    String text() {
        if (!(value instanceof String)) {
            throw wanted("a text");
        }
        return (String) value;
    }

    double number() {
        if (!(value instanceof Number)) {
            throw wanted("a number");
        }
        return ((Number) value).doubleValue();
    }

    int count() {
        if (!(value instanceof Long) || (Long) value < 1 || (Long) value > Integer.MAX_VALUE) {
            throw wanted("a whole number > 0");
        }
        return ((Long) value).intValue();
    }

    /** The exception for a value of the wrong kind. */
    IllegalArgumentException wanted(String what) {
        return error("%sexpected %s, got %s".formatted(key.isEmpty() ? "" : key + ": ", what, this));
    }

    @Override
    public String toString() {
        return value instanceof Map
                ? "an object"
                : value instanceof List
                        ? "a list"
                        : value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }

    private static Located value(String file, String key, JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        Object value =
                switch (parser.currentToken()) {
                    case START_OBJECT -> members(file, parser);
                    case START_ARRAY -> elements(file, key, parser);
                    case VALUE_STRING -> parser.getText();
                    case VALUE_NUMBER_INT -> parser.getLongValue();
                    case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                    case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
                    default -> null;
                };
        return new Located(file, line, key, value);
    }

    private static Map<String, Located> members(String file, JsonParser parser) throws IOException {
        Map<String, Located> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(file, name, parser));
        }
        return members;
    }

    private static List<Located> elements(String file, String key, JsonParser parser) throws IOException {
        List<Located> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(file, key, parser));
        }
        return elements;
    }
}
