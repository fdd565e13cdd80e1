package marketlab.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketlab.dataset.ExactTimes;
import marketlab.dataset.Frame;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.columns.Column;

/** Makes the time columns of a table, and keeps what they cannot hold: nanoseconds, and the zone of the file. */
final class TimeColumns {

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** Zones of exchanges whose offset changes during the year. They are recognised by the offsets of a column. */
    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Chicago",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Athens",
            "America/Denver",
            "America/Los_Angeles",
            "Australia/Sydney",
            "Pacific/Auckland",
            "America/Toronto",
            "America/Sao_Paulo");

    private final ReadAs notes;
    private final Map<String, ExactTimes.Times> exact = new HashMap<>();

    /** @param notes receives notes about the zones */
    TimeColumns(ReadAs notes) {
        this.notes = notes;
    }

    /** The parts of times that the columns made so far cannot hold. */
    Frame.Aside aside() {
        return exact.isEmpty() ? Frame.Aside.NOTHING : new ExactTimes(exact);
    }

    /** A column of these dates. If they have offsets, it is a column of instants. */
    Column<?> column(String name, CsvDates dates, int rows) {
        boolean isZoned = dates.areZoned();
        int[] nanos = new int[rows];
        boolean isFine = false;
        DateTimeColumn local = DateTimeColumn.create(name);
        InstantColumn instants = InstantColumn.create(name);
        for (int row = 0; row < rows; row++) {
            LocalDateTime time = dates.local(row);
            if (isZoned) {
                instants.append(dates.instant(row));
            } else {
                local.append(time);
            }
            nanos[row] = time == null ? 0 : time.getNano() % NANOS_PER_MILLI;
            isFine |= nanos[row] != 0;
        }
        Column<?> column = isZoned ? instants : local;
        ZoneId zone = isZoned ? zone(name, dates, rows) : null;
        if (isFine || isZoned && !zone.equals(ZoneOffset.UTC)) {
            exact.put(name, new ExactTimes.Times(column, zone, isFine ? nanos : null));
        }
        return column;
    }

    /**
     * The zone that all dates give, or the offset that all have; else the zone that has each offset at its time; else
     * UTC.
     */
    private ZoneId zone(String name, CsvDates dates, int rows) {
        if (dates.zones().only().isPresent()) {
            return dates.zones().only().get();
        }
        Set<Integer> offsets = dates.offsets();
        if (offsets.size() == 1) {
            return ZoneOffset.ofTotalSeconds(offsets.iterator().next());
        }
        for (String id : ZONES) {
            ZoneId zone = ZoneId.of(id);
            if (fits(zone, dates, rows)) {
                notes.add("offsets of '%s' as those of %s".formatted(name, id));
                return zone;
            }
        }
        notes.add("'%s' has several offsets, shown in UTC".formatted(name));
        return ZoneOffset.UTC;
    }

    private static boolean fits(ZoneId zone, CsvDates dates, int rows) {
        for (int row = 0; row < rows; row++) {
            Instant instant = dates.instant(row);
            if (instant != null && !instant.atZone(zone).toLocalDateTime().equals(dates.local(row))) {
                return false;
            }
        }
        return true;
    }
}
