package marketlab.dataset;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.columns.Column;

/**
 * A column as text, set as Tablesaw sets it, whose own printer takes time that grows with the square of the columns.
 *
 * @param cells one a line
 * @param widest characters of the name or of a cell, whichever has more
 */
record TextColumn(String name, List<String> cells, int widest) {

    private static final String END = "  |";
    private static final String BETWEEN = " ";

    /** @param gap the row that dots stand before; negative for none */
    static TextColumn of(Column<?> column, int gap) {
        List<String> cells = new ArrayList<>();
        int widest = column.name().length();
        for (int row = 0; row <= column.size(); row++) {
            if (row == gap) {
                cells.add("...");
            }
            if (row < column.size()) {
                cells.add(column.getString(row));
            }
        }
        for (String cell : cells) {
            widest = Math.max(widest, cell.length());
        }
        return new TextColumn(column.name(), cells, widest);
    }

    /** With the blank before the text, the rule behind it, and the blank before the next column. */
    int width() {
        return 1 + widest + END.length() + BETWEEN.length();
    }

    /** A line of names, a line of dashes, and a line for each row. */
    static String sideBySide(List<TextColumn> columns) {
        if (columns.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(columns.stream().map(TextColumn::heading).collect(joining(BETWEEN)));
        text.append("\n" + "-".repeat(text.length()));
        for (int i = 0; i < columns.get(0).cells.size(); i++) {
            int row = i;
            text.append('\n').append(columns.stream().map(column -> column.cell(row)).collect(joining(BETWEEN)));
        }
        return text.toString().stripTrailing();
    }

    private String heading() {
        int left = (widest - name.length()) / 2;
        return " ".repeat(1 + left) + name + " ".repeat(widest - name.length() - left) + END;
    }

    private String cell(int row) {
        return " ".repeat(1 + widest - cells.get(row).length()) + cells.get(row) + END;
    }
}
