package marketlab.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import marketlab.dataset.SafeText;

/** The entries that a listing skipped, reported in one line per reason, however many there are. */
final class PassedOver implements BiConsumer<String, String> {

    private final Map<String, Set<String>> byReason = new LinkedHashMap<>();

    @Override
    public void accept(String path, String reason) {
        byReason.computeIfAbsent(reason, key -> new LinkedHashSet<>()).add(path);
    }

    List<String> lines(Storage storage) {
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, paths) -> {
            String more = paths.size() == 1 ? "" : " and " + (paths.size() - 1) + " more";
            String first = storage.place(paths.iterator().next());
            lines.add(SafeText.escaped("[" + first + "]" + more + " skipped: " + reason));
        });
        return lines;
    }
}
