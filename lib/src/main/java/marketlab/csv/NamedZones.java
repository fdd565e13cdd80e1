package marketlab.csv;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The zones that the times of one column name by words. */
final class NamedZones {

    private final Set<ZoneId> zones = new LinkedHashSet<>();
    private final Set<String> told = new LinkedHashSet<>();

    /** The offset in seconds that a text with a zone says for this time of its clock. */
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

    /** What the words mean, as IST as UTC+05:30. */
    Set<String> told() {
        return told;
    }

    /** The zone that all times name; empty if they have offsets, or name several. */
    Optional<ZoneId> only() {
        return zones.size() == 1 ? zones.stream().findFirst() : Optional.empty();
    }
}
