package marketlab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketlab.dataset.ShownTable.ShownColumn;

/**
 * A dataset as text for people: the first and the last rows, numbers to eight digits with the same decimals in a column, times
 * in their zone, and of more than 40 columns the first and the last 20.
 */
public final class TableText {

    private static final int USUAL_WIDTH = 120;
    private static final int NARROWEST_CELL = 10;
    private static final String BORDER = "  |";

    private static volatile IntSupplier usual = () -> USUAL_WIDTH;

    private TableText() {}

    /** Says how wide all tables are from here on, {@link Dataset#toString} too: asked for each of them, at first 120 columns. */
    public static void fitTo(IntSupplier width) {
        usual = width;
    }

    /**
     * As {@link #of(Dataset, int, int)}, as wide as {@link #fitTo} has said.
     *
     * @throws IllegalArgumentException if rows is negative
     */
    public static String of(Dataset data, int rows) {
        return of(data, rows, usual.getAsInt());
    }

    /**
     * The table as text. Columns that do not fit the width follow below, with those of the index before them again; without an
     * index the first column, and texts and dates behind it, stand for one. A text that does not fit by itself is cut.
     *
     * @param rows how many rows to show at the most, half from the beginning and half from the end; 0 shows all
     * @param width in characters; a table whose index and one more column are wider is as wide as these
     * @throws IllegalArgumentException if rows is negative
     */
    public static String of(Dataset data, int rows, int width) {
        ShownTable shown = ShownTable.of(data, rows);
        if (shown.columns().isEmpty()) {
            return "(no columns)";
        }
        int keys = keys(shown.columns());
        List<List<String>> columns = new ArrayList<>();
        for (ShownColumn column : shown.columns()) {
            int margin = columns.stream().limit(keys).mapToInt(TableText::width).sum();
            columns.add(laidOut(column, shown.gap(), Math.max(NARROWEST_CELL, width - margin - BORDER.length() - 1)));
        }
        int margin = columns.stream().limit(keys).mapToInt(TableText::width).sum();
        boolean isRepeated = margin <= width / 2 || shown.columns().get(0).isIndex();
        return panels(columns, isRepeated ? keys : 0, width).stream()
                .map(TableText::print)
                .collect(Collectors.joining("\n\n"));
    }

    /** How many columns say what a row is: those of the index; without one the first, and texts and dates behind it. */
    private static int keys(List<ShownColumn> columns) {
        int count = 0;
        while (count < columns.size() && columns.get(count).isIndex()) {
            count++;
        }
        if (count == 0) {
            count = 1;
            while (count < columns.size() && !columns.get(count).isNumber()) {
                count++;
            }
        }
        return count;
    }

    /** The lines of a column, all of the same width. */
    private static List<String> laidOut(ShownColumn column, int gap, int widest) {
        List<String> lines = new ArrayList<>();
        lines.add(column.title());
        lines.addAll(column.cells());
        if (gap >= 0) {
            lines.add(gap + 1, ShownTable.DOTS);
        }
        lines.replaceAll(text -> TextWidth.cut(text, widest));
        int width = lines.stream().mapToInt(TextWidth::of).max().orElse(0);
        lines.replaceAll(text -> {
            String padding = " ".repeat(width - TextWidth.of(text));
            return " " + (column.isNumber() ? padding + text : text + padding) + BORDER;
        });
        lines.add(1, "-".repeat(width + 1 + BORDER.length()));
        return lines;
    }

    /** Columns that are side by side, the first ones in each panel. */
    private static List<List<List<String>>> panels(List<List<String>> columns, int keys, int width) {
        List<List<String>> first = columns.subList(0, keys);
        int margin = first.stream().mapToInt(TableText::width).sum();
        List<List<List<String>>> panels = new ArrayList<>(List.of(new ArrayList<>(first)));
        long used = margin;
        for (List<String> column : columns.subList(keys, columns.size())) {
            List<List<String>> panel = panels.get(panels.size() - 1);
            if (used + width(column) > width && panel.size() > keys) {
                panel = new ArrayList<>(first);
                panels.add(panel);
                used = margin;
            }
            panel.add(column);
            used += width(column);
        }
        return panels;
    }

    private static int width(List<String> column) {
        return TextWidth.of(column.get(0));
    }

    private static String print(List<List<String>> columns) {
        return IntStream.range(0, columns.get(0).size())
                .mapToObj(
                        line -> columns.stream().map(column -> column.get(line)).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
