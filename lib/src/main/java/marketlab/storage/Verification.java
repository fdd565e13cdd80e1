package marketlab.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.dataset.SafeText;

/**
 * The result of comparing checksums.
 *
 * @param whole paths of the undamaged datasets
 * @param damaged paths of the damaged datasets, and why
 * @param unread paths that could not be read, and why: for example a file without permission, or one that was removed
 * meanwhile
 */
public record Verification(List<String> whole, Map<String, String> damaged, Map<String, String> unread) {

    public Verification {
        whole = List.copyOf(whole);
        damaged = Collections.unmodifiableMap(new LinkedHashMap<>(damaged));
        unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    }

    /** {@code 3 whole, 1 damaged}, and how many could not be read if there are any. */
    public String counts() {
        String counts = whole.size() + " whole, " + damaged.size() + " damaged";
        return unread.isEmpty() ? counts : counts + ", " + unread.size() + " could not be read";
    }

    /** One line for each dataset that is damaged or could not be read, and the counts. */
    @Override
    public String toString() {
        return Stream.concat(damaged.entrySet().stream(), unread.entrySet().stream())
                .map(entry -> SafeText.escaped(entry.getKey() + ": " + entry.getValue()) + "\n")
                .collect(Collectors.joining("", "", counts()));
    }
}
