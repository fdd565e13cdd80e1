package marketlab.plot;

import static marketlab.plot.Json.object;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An axis of trading time. Times without any data (nights, weekends, holidays) are skipped, and buttons zoom to the
 * last month, quarter and so on.
 */
final class TimeAxis {

    private static final double HOUR = 3_600_000;
    private static final double DAY = 24 * HOUR;
    private static final double WEEKENDS = 0.2;
    private static final int MOST_NIGHTS = 300;

    private TimeAxis() {}

    /** This layout, so that a reader moves and zooms only in time; the price range follows the visible data. */
    static Map<String, Object> moved(Map<String, Object> layout) {
        layout.put("dragmode", "pan");
        layout.forEach((name, axis) -> {
            if (name.startsWith("yaxis") && axis instanceof Map<?, ?>) {
                layout.put(name, fixed((Map<?, ?>) axis));
            }
        });
        return layout;
    }

    /** Whether a layout was made by {@link #moved}. */
    static boolean isMoved(Map<String, Object> layout) {
        return "pan".equals(layout.get("dragmode"));
    }

    private static Map<String, Object> fixed(Map<?, ?> axis) {
        Map<String, Object> fixed = object("fixedrange", true);
        axis.forEach((name, value) -> fixed.put((String) name, value));
        return fixed;
    }

    /** The axis for these ascending times, in milliseconds since 1970. */
    static Map<String, Object> of(double[] time) {
        return of(time, time.length);
    }

    /** The axis for these times, if most of the data's times are left out: nothing is skipped. */
    static Map<String, Object> whole(double[] time) {
        return axis(time, List.of());
    }

    /**
     * The axis for these times, if this number of them is drawn: nights are skipped if that is more than two per day.
     */
    static Map<String, Object> of(double[] time, int drawn) {
        return axis(time, breaks(time, drawn));
    }

    private static Map<String, Object> axis(double[] time, List<Map<String, Object>> breaks) {
        double days = (time[time.length - 1] - time[0]) / DAY;
        return object(
                "type",
                "date",
                "rangebreaks",
                breaks,
                "rangeslider",
                object("visible", false),
                "rangeselector",
                object("buttons", buttons(days, medianStep(time) < DAY)));
    }

    /**
     * Number of bars per year: the average number per day times 252 trading days, or times 365 if weekends are traded
     * regularly. For bars longer than a day, the number that fits into a year.
     */
    static double barsAYear(double[] time) {
        double step = medianStep(time);
        if (step > DAY) {
            return Math.rint(365.25 * DAY / step);
        }
        TreeSet<LocalDate> traded = tradedDates(time);
        long weekends = traded.stream()
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0)
                .count();
        boolean daily = weekends > WEEKENDS * traded.size();
        return Math.rint((double) time.length / traded.size() * (daily ? 365 : 252));
    }

    private static List<Map<String, Object>> breaks(double[] time, int drawn) {
        List<Map<String, Object>> breaks = new ArrayList<>();
        double step = medianStep(time);
        if (step > DAY) {
            return breaks;
        }
        TreeSet<LocalDate> traded = tradedDates(time);
        double opening = DAY;
        double closing = 0;
        for (double t : time) {
            double timeOfDay = t - Math.floor(t / DAY) * DAY;
            opening = Math.min(opening, timeOfDay);
            closing = Math.max(closing, timeOfDay + step);
        }
        Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
        traded.forEach(date -> open.add(date.getDayOfWeek()));
        boolean nightsAreSeen = step < DAY && drawn > 2 * traded.size() && closing - opening < DAY - HOUR;
        if (nightsAreSeen && traded.size() <= MOST_NIGHTS) {
            return nights(time, step);
        }
        closedWeekdays(open, breaks);
        if (nightsAreSeen) {
            breaks.add(object("pattern", "hour", "bounds", List.of(closing / HOUR, opening / HOUR)));
        } else {
            holidays(traded, open, breaks);
        }
        return breaks;
    }

    /**
     * Each break between two days as its own range. If breaks of a holiday, a weekend and a night overlapped, plotly.js
     * would count the overlap twice and draw later days over earlier ones.
     */
    private static List<Map<String, Object>> nights(double[] time, double step) {
        List<Map<String, Object>> nights = new ArrayList<>();
        for (int i = 1; i < time.length; i++) {
            if (Math.floor(time[i] / DAY) > Math.floor(time[i - 1] / DAY)) {
                nights.add(object("bounds", List.of(text(time[i - 1] + step), text(time[i]))));
            }
        }
        return nights;
    }

    private static String text(double time) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli((long) time), ZoneOffset.UTC)
                .toString();
    }

    private static void closedWeekdays(Set<DayOfWeek> open, List<Map<String, Object>> breaks) {
        for (DayOfWeek day : open) {
            DayOfWeek next = day.plus(1);
            while (!open.contains(next)) {
                next = next.plus(1);
            }
            if (next != day.plus(1)) {
                breaks.add(object(
                        "pattern", "day of week", "bounds", List.of(day.plus(1).getValue() % 7, next.getValue() % 7)));
            }
        }
    }

    private static void holidays(TreeSet<LocalDate> traded, Set<DayOfWeek> open, List<Map<String, Object>> breaks) {
        List<String> holidays = traded.first()
                .datesUntil(traded.last())
                .filter(date -> open.contains(date.getDayOfWeek()) && !traded.contains(date))
                .map(LocalDate::toString)
                .toList();
        if (!holidays.isEmpty() && holidays.size() < traded.size()) {
            breaks.add(object("values", holidays));
        }
    }

    private static List<Map<String, Object>> buttons(double days, boolean intraday) {
        List<Map<String, Object>> buttons = new ArrayList<>();
        if (intraday) {
            button(buttons, days, 1, 1, "day", "1D", "backward");
            button(buttons, days, 5, 5, "day", "5D", "backward");
        }
        button(buttons, days, 30, 1, "month", "1M", "backward");
        button(buttons, days, 91, 3, "month", "3M", "backward");
        button(buttons, days, 182, 6, "month", "6M", "backward");
        button(buttons, days, 182, 1, "year", "YTD", "todate");
        button(buttons, days, 366, 1, "year", "1Y", "backward");
        button(buttons, days, 1827, 5, "year", "5Y", "backward");
        buttons.add(object("step", "all", "label", "All"));
        return buttons;
    }

    private static void button(
            List<Map<String, Object>> buttons,
            double days,
            double worthwhile,
            int count,
            String step,
            String label,
            String mode) {
        if (days > worthwhile) {
            buttons.add(object("count", count, "step", step, "label", label, "stepmode", mode));
        }
    }

    private static TreeSet<LocalDate> tradedDates(double[] time) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        long last = Long.MIN_VALUE;
        for (double t : time) {
            long day = (long) Math.floor(t / DAY);
            if (day != last) {
                dates.add(LocalDate.ofEpochDay(day));
                last = day;
            }
        }
        return dates;
    }

    private static double medianStep(double[] time) {
        double[] steps = new double[Math.max(0, time.length - 1)];
        Arrays.setAll(steps, i -> time[i + 1] - time[i]);
        Arrays.sort(steps);
        return steps.length == 0 ? DAY : steps[steps.length / 2];
    }
}
