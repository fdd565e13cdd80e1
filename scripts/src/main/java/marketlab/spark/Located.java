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
 * A value of a JSON file that knows its line.
 *
 * @param file as it was named
 * @param line counted from 1
 * @param key of the member that it is, or is an element of; empty for the whole
 * @param value a Map of names to Located, a List of Located, a String, Long, Double or Boolean, or null
 */
record Located(String file, int line, String key, Object value) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Where in the source, which Jackson does not name, something began. */
    private static final String SOURCE = " ?\\((start marker|for |Source).*";

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not JSON; the message names the line
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
                throw new Located(file, line, "", null).error("there is more behind the end");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String problem = e.getOriginalMessage()
                    .lines()
                    .findFirst()
                    .orElse("unreadable")
                    .replaceFirst(SOURCE, "");
            throw new IllegalArgumentException("[%s:%s] is no JSON: %s".formatted(file, line, problem), e);
        }
    }

    /** What to throw for this value: the problem behind its file and line. */
    IllegalArgumentException error(String problem) {
        return new IllegalArgumentException("[%s:%s] %s".formatted(file, line, problem));
    }

    /** This object's members; none may be other than these. */
    Map<String, Located> object(Set<String> known) {
        Map<String, Located> members = object();
        members.forEach((name, member) -> {
            if (!known.contains(name)) {
                throw member.error("there is no '%s'; there are: %s".formatted(name, String.join(", ", known)));
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

    /** The elements of a list, or the one value that is none; at least one. */
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

    /** What to throw where this value is another one than is wanted. */
    IllegalArgumentException wanted(String what) {
        return error("%s%s is wanted, got %s".formatted(key.isEmpty() ? "" : key + ": ", what, this));
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
