package marketlab.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Reads the specification's JSON file; an unknown key is an error that suggests the nearest known one. */
final class ConfigFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final Map<Key, String> values = new EnumMap<>(Key.class);

    private ConfigFile(Path file) {
        this.file = file;
    }

    static Map<Key, String> read(Path path) {
        ConfigFile config = new ConfigFile(path);
        config.collect("", config.parse());
        return config.values;
    }

    private JsonNode parse() {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            if (!root.isObject()) {
                throw problem("not a JSON object; begin the file with {\"storage\": {…}}", null);
            }
            return root;
        } catch (JsonProcessingException e) {
            throw problem(
                    "not valid JSON at line %s, column %s: %s"
                            .formatted(
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage().lines().findFirst().orElse("")),
                    e);
        } catch (NoSuchFileException e) {
            throw problem("no such file; create it or correct MARKETLAB_CONFIG", e);
        } catch (IOException e) {
            throw problem("cannot be read: " + e.getMessage(), e);
        }
    }

    private void collect(String prefix, JsonNode object) {
        object.properties().forEach(entry -> {
            String path = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject() && isSection(path)) {
                collect(path + ".", value);
            } else {
                values.put(known(path), text(path, value));
            }
        });
    }

    private static boolean isSection(String path) {
        return Arrays.stream(Key.values()).anyMatch(key -> key.inFile && key.path.startsWith(path + "."));
    }

    private Key known(String path) {
        return Key.inFile(path)
                .orElseThrow(() -> problem(
                        isSection(path)
                                ? "'%s' must be an object".formatted(path)
                                : "unknown key '%s'; did you mean '%s'?".formatted(path, nearest(path)),
                        null));
    }

    private String text(String path, JsonNode value) {
        if (!value.isTextual()) {
            throw problem("'%s' must be a string, got %s".formatted(path, value), null);
        }
        return value.textValue();
    }

    private static String nearest(String path) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return Arrays.stream(Key.values())
                .filter(key -> key.inFile)
                .map(key -> key.path)
                .min(Comparator.comparing(known -> distance.apply(path, known)))
                .orElseThrow();
    }

    private ConfigException problem(String problem, Throwable cause) {
        return new ConfigException(file.toString(), problem, cause);
    }
}
