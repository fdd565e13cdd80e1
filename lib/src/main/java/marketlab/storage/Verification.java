package marketlab.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of comparing checksums.
 *
 * @param whole paths of the datasets that are as they were written
 * @param damaged paths of those that are not, and why
 */
public record Verification(List<String> whole, Map<String, String> damaged) {

    public Verification {
        whole = List.copyOf(whole);
        damaged = Collections.unmodifiableMap(new LinkedHashMap<>(damaged));
    }

    /** A line for each that is damaged, and the counts. */
    @Override
    public String toString() {
        return damaged.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
                .collect(Collectors.joining("", "", "%d whole, %d damaged".formatted(whole.size(), damaged.size())));
    }
}
