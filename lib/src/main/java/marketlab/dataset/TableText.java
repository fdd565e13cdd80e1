package marketlab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketlab.dataset.ShownTable.ShownColumn;

/**
 * A dataset as a text table with the first and the last rows. Numbers have eight digits and, per column, the same
 * number of decimals. Times are in their zone. Of more than 40 columns, the first and the last 20 are shown.
 */
public final class TableText {

    private static final int USUAL_WIDTH = 120;
    private static final int NARROWEST_CELL = 10;
    private static final String BORDER = "  |";

    private static volatile IntSupplier usual = () -> USUAL_WIDTH;

    private TableText() {}

    /**
     * Sets the width of all tables from now on, including {@link Dataset#toString}. It is called for each table. The
     * default is 120 characters.
     */
    public static void fitTo(IntSupplier width) {
        usual = width;
    }

    /**
     * As {@link #of(Dataset, int, int)}, with the width set by {@link #fitTo}.
     *
     * @throws IllegalArgumentException if rows is negative
     */
    public static String of(Dataset data, int rows) {
        return of(data, rows, usual.getAsInt());
    }

    /**
     * The table as text. Columns that do not fit into the width follow below, with the index columns repeated. Without
     * an index, the first column, and the texts and dates after it, are repeated. A text that does not fit alone is
     * cut.
     *
     * @param rows maximum number of rows, half from the start and half from the end; 0 for all
     * @param width width in characters; the table is wider if the index and one more column need more
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

    /**
     * The number of columns that identify a row: those of the index; without one, the first, and the texts and dates
     * after it.
     */
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

    /** The lines of a column, all with the same width. */
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

    /** Groups columns into panels side by side; the key columns are in each panel. */
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
