package marketlab.csv;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import marketlab.csv.CsvFormat.DateOrder;

/** Detects from all dates of a column whether 05/01/26 begins with the day, the month or the year. */
final class DateOrders {

    /** If this many cells have no such date, the column has none. */
    private static final int SAMPLE = 200;
    /** The fewest dates that can show an order of time; two dates are always in some order. */
    private static final int FEWEST_SORTED = 3;

    private final CsvCells cells;
    private final int column;
    private final DateText text = new DateText();
    private EnumSet<DateOrder> possible = EnumSet.allOf(DateOrder.class);
    private boolean isDotted = true;
    private boolean isShort = true;

    private DateOrders(CsvCells cells, int column) {
        this.cells = cells;
        this.column = column;
    }

    /** The orders that all dates of a column allow; one if the dates are clear. */
    static Set<DateOrder> possible(CsvCells cells, int column) {
        DateOrders orders = new DateOrders(cells, column);
        orders.fit();
        if (orders.possible.size() > 1 && orders.isDotted) {
            // Countries that write dates with points write the day first.
            orders.possible.remove(DateOrder.MDY);
        }
        if (orders.possible.size() > 1 && orders.isShort) {
            orders.decideYear();
        }
        return orders.possible;
    }

    /** Removes the orders that a date does not allow. Only dates with exchangeable parts are used. */
    private void fit() {
        int seen = 0;
        boolean isNeeded = false;
        for (int row = 0; row < cells.rows() && possible.size() > 1 && (isNeeded || seen < SAMPLE); row++) {
            String cell = cells.at(row, column);
            seen += cell.isEmpty() ? 0 : 1;
            if (!cell.isEmpty() && text.read(cell) && text.needsOrder()) {
                isNeeded = true;
                isDotted &= text.isDotted();
                isShort &= text.hasShortYear();
                EnumSet<DateOrder> fitting = EnumSet.copyOf(possible);
                fitting.removeIf(order -> !text.fits(order));
                possible = fitting.isEmpty() ? possible : fitting;
            }
        }
        isDotted &= isNeeded;
        isShort &= isNeeded;
    }

    /**
     * Detects whether a year of two digits comes first or last: rows are sorted by time, and many rows have the same
     * year.
     */
    private void decideYear() {
        boolean isYearFirst = possible.contains(DateOrder.YMD) && isSorted(DateOrder.YMD);
        boolean isYearLast = possible.stream().anyMatch(order -> order != DateOrder.YMD && isSorted(order));
        if (isYearFirst && !isYearLast) {
            possible = EnumSet.of(DateOrder.YMD);
        } else if (isYearLast != isYearFirst || isSameLast()) {
            possible.remove(DateOrder.YMD);
        }
    }

    private boolean isSorted(DateOrder order) {
        int different = 1;
        int up = 0;
        int down = 0;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < cells.rows(); row++) {
            if (!text.read(cells.at(row, column)) || !text.needsOrder()) {
                continue;
            }
            long day = text.epochDay(order);
            if (last != Long.MIN_VALUE && day != last) {
                different++;
                up += day > last ? 1 : 0;
                down += day < last ? 1 : 0;
            }
            last = day;
        }
        return different >= FEWEST_SORTED && (up == 0 || down == 0);
    }

    /** Whether the last number is the same in all rows, and the first one is not. */
    private boolean isSameLast() {
        Set<Long> years = new HashSet<>();
        Set<Long> days = new HashSet<>();
        for (int row = 0; row < cells.rows() && years.size() < 2; row++) {
            if (text.read(cells.at(row, column)) && text.needsOrder()) {
                years.add(text.number(2));
                days.add(text.number(0));
            }
        }
        return years.size() == 1 && days.size() > 1;
    }
}
