package marketlab.runner;

import static java.util.Comparator.comparingLong;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many seconds each class took when all were last run. The longest are begun first: so no process waits long for
 * another at the end.
 */
public final class TestTimes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Long> seconds;

    /** @throws IOException if the file is there and cannot be read */
    public TestTimes(Path file) throws IOException {
        this.file = file;
        this.seconds = Files.exists(file)
                ? JSON.readValue(file.toFile(), new TypeReference<TreeMap<String, Long>>() {})
                : new TreeMap<>();
    }

    /** These classes, the longest first. Those of which nothing is known are the first of all, in the order given. */
    public List<String> longestFirst(List<String> classes) {
        return classes.stream()
                .sorted(comparingLong(this::secondsOf).reversed())
                .toList();
    }

    private long secondsOf(String className) {
        return seconds.getOrDefault(className, Long.MAX_VALUE);
    }

    /** Writes the seconds of a new run over the old ones. */
    public void keep(Map<String, Long> measured) throws IOException {
        seconds.putAll(measured);
        JSON.writeValue(file.toFile(), seconds);
    }
}
