package marketlab.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import marketlab.dataset.DatasetName;

/**
 * Finds names with a time in the future. A clock that was ahead made them, and they hide datasets that are saved later.
 */
final class FutureNames {

    /** The difference between the clocks of two machines that is normal. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private FutureNames() {}

    /** A warning about paths whose names are later than now; empty if there are none. */
    static Optional<String> warning(Storage storage, Collection<String> paths, Instant now) {
        Instant latest = now.plus(TOLERANCE);
        String bound = DatasetName.stamp(latest);
        List<NamedPath> ahead = paths.stream()
                .filter(path -> path.substring(path.lastIndexOf('/') + 1).compareTo(bound) > 0)
                .flatMap(path -> NamedPath.parse(path).stream())
                .filter(dataset -> time(dataset).isAfter(latest))
                .sorted()
                .toList();
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        NamedPath last = ahead.get(ahead.size() - 1);
        String more = ahead.size() == 1 ? "" : " and " + (ahead.size() - 1) + " more:";
        return Optional.of("[" + storage.place(last.path()) + "]" + more + " the time in the name, " + time(last)
                + ", is in the future; a clock was ahead when it was saved, and until then it counts as the latest");
    }

    private static Instant time(NamedPath dataset) {
        return dataset.name().timestamp().toInstant(ZoneOffset.UTC);
    }
}
