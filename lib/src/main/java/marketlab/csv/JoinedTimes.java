package marketlab.csv;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the column of times of day that belongs to a column of days, and joins the two. */
final class JoinedTimes {

    private final String file;
    private final CsvCells cells;
    private final List<String> names;
    private final List<Integer> places;

    /** @param places the place in a row of each name */
    JoinedTimes(String file, CsvCells cells, List<String> names, List<Integer> places) {
        this.file = file;
        this.cells = cells;
        this.names = names;
        this.places = places;
    }

    /**
     * Joins the days of this column with their times of day.
     *
     * @param dates the days; they have the times afterwards
     * @param notes receives a note about the joined columns
     * @return the name of the column of times; empty if there is none
     * @throws CsvException if a day has no time of day
     */
    Optional<String> to(String days, DateColumns dates, ReadAs notes) throws CsvException {
        if (!dates.of(days).areDays()) {
            return Optional.empty();
        }
        for (String name : names) {
            if (name.equals(days) || !ColumnNames.isTime(name) || dates.of(name).areMost()) {
                continue;
            }
            int place = place(name);
            Optional<TimesOfDay> times = TimesOfDay.of(cells, place);
            if (times.isEmpty()) {
                tellApart(name, notes);
                continue;
            }
            int other = dates.of(days).join(times.get());
            if (other >= 0) {
                throw new CsvException(file, cells.line(other), withoutTime(name, cells.at(other, place)));
            }
            String as = times.get().digitsAsTime().map(" (%s)"::formatted).orElse("");
            notes.add("'%s' joined with the dates%s".formatted(name, as));
            return Optional.of(name);
        }
        return Optional.empty();
    }

    private int place(String name) {
        return places.get(names.indexOf(name));
    }

    private static String withoutTime(String name, String cell) {
        String next = "or rename the column to keep it apart from the dates";
        return MissingMarks.has(cell)
                ? "has a date and no time of day in column '%s'; fill in the time, %s".formatted(name, next)
                : "'%s' in column '%s' is not a time of day like 09:15; correct it, %s".formatted(cell, name, next);
    }

    /** Says why a column of numbers with the name of a column of times is not joined with the dates. */
    private void tellApart(String name, ReadAs notes) {
        String cell = IntStream.range(0, cells.rows())
                .mapToObj(row -> cells.at(row, place(name)))
                .filter(text -> !MissingMarks.has(text))
                .findFirst()
                .orElse("");
        if (ColumnNames.isTimeOfDay(name) && CsvNumbers.isNumber(cell)) {
            notes.add("'%s' not joined with the dates ('%s' may be no time of day)".formatted(name, cell));
        }
    }
}
