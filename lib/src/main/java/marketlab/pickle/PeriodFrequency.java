package marketlab.pickle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.pickle.PythonNode.Call;

/**
 * The unit in which pandas counts periods since 1970.
 *
 * @param anchor the last month of a year, 1 to 12, or the last day of a week, 1 (Monday) to 7; 0 for other units
 */
record PeriodFrequency(Unit unit, int anchor) {

    /** From a year down to a nanosecond. */
    enum Unit {
        YEAR(0, "A", "Y"),
        QUARTER(0, "Q"),
        MONTH(0, "M"),
        WEEK(0, "W"),
        BUSINESS_DAY(0, "B"),
        DAY(86_400_000_000_000L, "D"),
        HOUR(3_600_000_000_000L, "H", "h"),
        MINUTE(60_000_000_000L, "T", "min"),
        SECOND(1_000_000_000L, "S", "s"),
        MILLI(1_000_000L, "L", "ms"),
        MICRO(1_000L, "U", "us"),
        NANO(1L, "N", "ns");

        private final long nanos;
        private final List<String> codes;

        Unit(long nanos, String... codes) {
            this.nanos = nanos;
            this.codes = List.of(codes);
        }
    }

    private static final Pattern SPELLED = Pattern.compile("(?:period\\[)?(\\d{0,4})([A-Za-z]+)(?:-([A-Z]{3}))?]?");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final Map<PythonGlobal, Unit> OFFSETS = Map.ofEntries(
            Map.entry(PythonGlobal.OFFSET_YEAR_END, Unit.YEAR),
            Map.entry(PythonGlobal.OFFSET_QUARTER_END, Unit.QUARTER),
            Map.entry(PythonGlobal.OFFSET_MONTH_END, Unit.MONTH),
            Map.entry(PythonGlobal.OFFSET_WEEK, Unit.WEEK),
            Map.entry(PythonGlobal.OFFSET_BUSINESS_DAY, Unit.BUSINESS_DAY),
            Map.entry(PythonGlobal.OFFSET_DAY, Unit.DAY),
            Map.entry(PythonGlobal.OFFSET_HOUR, Unit.HOUR),
            Map.entry(PythonGlobal.OFFSET_MINUTE, Unit.MINUTE),
            Map.entry(PythonGlobal.OFFSET_SECOND, Unit.SECOND),
            Map.entry(PythonGlobal.OFFSET_MILLI, Unit.MILLI),
            Map.entry(PythonGlobal.OFFSET_MICRO, Unit.MICRO),
            Map.entry(PythonGlobal.OFFSET_NANO, Unit.NANO));

    /**
     * The frequency of a text such as {@code period[Q-DEC]}, or of an offset as {@link Offsets#canonical} gives it.
     */
    static PeriodFrequency of(Object frequency, long offset) throws PickleException {
        if (frequency instanceof String spelled) {
            return spelled(spelled, offset);
        }
        if (frequency instanceof Call call && OFFSETS.containsKey(call.callee())) {
            Object[] a = call.arguments();
            Unit unit = OFFSETS.get(call.callee());
            boolean anchored = unit == Unit.YEAR || unit == Unit.QUARTER || unit == Unit.WEEK;
            if (a.length >= 1 && a[0] instanceof Long n && n > 0 && (!anchored || a.length >= 3)) {
                return new PeriodFrequency(unit, anchored ? anchor(unit, a[2], offset) : 0);
            }
        }
        throw new PickleException(offset, "a period's frequency is not one that pandas writes");
    }

    private static int anchor(Unit unit, Object told, long offset) throws PickleException {
        if (told instanceof Long number && unit == Unit.WEEK && number >= 0 && number < 7) {
            return number.intValue() + 1;
        }
        if (told instanceof Long number && unit != Unit.WEEK && number >= 1 && number <= 12) {
            return number.intValue();
        }
        throw new PickleException(offset, "a period's frequency is not one that pandas writes");
    }

    private static PeriodFrequency spelled(String spelled, long offset) throws PickleException {
        Matcher matcher = SPELLED.matcher(spelled);
        if (matcher.matches()) {
            for (Unit unit : Unit.values()) {
                if (unit.codes.contains(matcher.group(2))) {
                    return new PeriodFrequency(unit, anchor(unit, matcher.group(3), offset, spelled));
                }
            }
        }
        throw new PickleException(
                offset, "a period's frequency is '%s', which pandas does not know".formatted(spelled));
    }

    private static int anchor(Unit unit, String told, long offset, String spelled) throws PickleException {
        boolean week = unit == Unit.WEEK;
        if (unit != Unit.YEAR && unit != Unit.QUARTER && !week) {
            if (told == null) {
                return 0;
            }
        } else {
            int place = (week ? DAYS : MONTHS).indexOf(told == null ? week ? "SUN" : "DEC" : told);
            if (place >= 0) {
                return place + 1;
            }
        }
        throw new PickleException(
                offset, "a period's frequency is '%s', which pandas does not know".formatted(spelled));
    }

    /** The code that pandas prints: {@code Q-DEC}. */
    String code() {
        String code = unit.codes.get(unit.codes.size() - 1);
        return anchor == 0 ? code : code + "-" + (unit == Unit.WEEK ? DAYS : MONTHS).get(anchor - 1);
    }

    /**
     * The time at which a period begins.
     *
     * @throws DateTimeException if the time is outside the range of Java's dates
     */
    LocalDateTime start(long ordinal) {
        return switch (unit) {
            case YEAR -> firstMonth(ordinal, 12);
            case QUARTER -> firstMonth(ordinal, 3);
            case MONTH -> month(ordinal);
            case WEEK -> day(ordinal * 7 + (anchor % 7) - 4 - 6);
            case BUSINESS_DAY -> day(Math.floorDiv(ordinal + 3, 5L) * 7 + Math.floorMod(ordinal + 3, 5L) - 3);
            case DAY -> day(ordinal);
            default -> {
                long perSecond = Math.max(1, 1_000_000_000L / unit.nanos);
                long seconds = Math.max(1, unit.nanos / 1_000_000_000L);
                yield LocalDateTime.ofEpochSecond(
                        Math.multiplyExact(Math.floorDiv(ordinal, perSecond), seconds),
                        (int) (Math.floorMod(ordinal, perSecond) * unit.nanos),
                        ZoneOffset.UTC);
            }
        };
    }

    /** The period that begins at this time; empty if none does. */
    OptionalLong beginning(LocalDateTime time) {
        long low = -1;
        long high = 1;
        while (high < Long.MAX_VALUE / 2 && isBefore(high, time)) {
            high *= 2;
        }
        while (low > Long.MIN_VALUE / 2 && !isBefore(low, time)) {
            low *= 2;
        }
        for (long middle = middle(low, high); middle > low; middle = middle(low, high)) {
            if (isBefore(middle, time)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return begins(high, time) ? OptionalLong.of(high) : OptionalLong.empty();
    }

    /** The mean, rounded down. The sum of the numbers may not fit in a long. */
    private static long middle(long low, long high) {
        return (low & high) + ((low ^ high) >> 1);
    }

    private boolean begins(long ordinal, LocalDateTime time) {
        try {
            return start(ordinal).equals(time);
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private boolean isBefore(long ordinal, LocalDateTime time) {
        try {
            return start(ordinal).isBefore(time);
        } catch (DateTimeException | ArithmeticException e) {
            return ordinal < 0; // outside the range of Java's dates
        }
    }

    /** The first month of a year or a quarter, for years that end with the anchor. */
    private LocalDateTime firstMonth(long ordinal, int months) {
        return month(Math.multiplyExact(ordinal, (long) months) + anchor % 12 - (anchor % 12 == 0 ? 0 : 12));
    }

    private static LocalDateTime month(long month) {
        return LocalDate.EPOCH.plusMonths(month).atStartOfDay();
    }

    private static LocalDateTime day(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay();
    }
}
