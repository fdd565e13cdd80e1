package marketlab.csv;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The time zones that the times of one column give as words. */
final class NamedZones {

    private final Set<ZoneId> zones = new LinkedHashSet<>();
    private final Set<String> told = new LinkedHashSet<>();

    /** The offset in seconds of the text's zone at this local time. */
    int offset(DateText text, long epochDay, long nanoOfDay) {
        ZoneId zone = text.zone();
        if (zone == null) {
            return text.offsetSeconds();
        }
        zones.add(zone);
        String meaning = ZoneWord.told(text.zoneWord(), zone);
        if (!meaning.isEmpty()) {
            told.add(meaning);
        }
        return ZoneWord.offset(zone, epochDay, nanoOfDay);
    }

    /** The meanings of the words, such as {@code IST as UTC+05:30}. */
    Set<String> told() {
        return told;
    }

    /** The zone that all times give; empty if they have offsets, or several zones. */
    Optional<ZoneId> only() {
        return zones.size() == 1 ? zones.stream().findFirst() : Optional.empty();
    }
}
