package marketlab.dataset;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.ShownTable.ShownColumn;

/**
 * A dataset as HTML for a notebook: a scrolling table with the first and the last rows. Numbers have eight digits and,
 * per column, the same number of decimals. Of more than 40 columns, the first and the last 20 are shown.
 */
public final class TableHtml {

    private static final String STYLE = """
        <style scoped>
        .marketlab-table { max-height: 40em; overflow: auto; width: fit-content; max-width: 100%; }
        .marketlab-table table { border-collapse: separate; border-spacing: 0; margin: 0; font-variant-numeric: tabular-nums; }
        .marketlab-table thead th { position: sticky; top: 0; background: var(--jp-layout-color0, Canvas); }
        .marketlab-table th, .marketlab-table td { padding: 2px 10px; text-align: right; white-space: nowrap; }
        .marketlab-table th[scope=row], .marketlab-table .text { text-align: left; }
        .marketlab-about { margin: 4px 0 0; opacity: 0.7; }
        </style>
        """;

    private TableHtml() {}

    /**
     * The table as HTML, of a wide one the first and the last columns: the columns of the frame's index first and bold,
     * units of columns as their tooltips, and a line about its shape and metadata below.
     *
     * @param rows maximum number of rows, half from the start and half from the end; 0 for all
     * @throws IllegalArgumentException if rows is negative
     */
    public static String of(Dataset data, int rows) {
        ShownTable shown = ShownTable.of(data, rows);
        List<ShownColumn> columns = shown.columns();
        int count = columns.isEmpty() ? 0 : columns.get(0).cells().size();
        return "<div>" + STYLE + "<div class=\"marketlab-table\"><table class=\"dataframe\">\n"
                + "<thead><tr>"
                + columns.stream().map(column -> heading(column, data)).collect(joining()) + "</tr></thead>\n"
                + "<tbody>"
                + IntStream.range(0, count)
                        .mapToObj(row -> (row == shown.gap() ? dots(columns) : "") + row(columns, row))
                        .collect(joining("\n"))
                + "</tbody>\n</table></div>\n<p class=\"marketlab-about\">" + escaped(DatasetText.about(data))
                + "</p></div>";
    }

    private static String heading(ShownColumn column, Dataset data) {
        String unit = data.metadata().units().get(column.name());
        return "<th scope=\"col\"" + text(column) + (unit == null ? "" : " title=\"" + escaped(unit) + "\"") + ">"
                + escaped(column.title()) + "</th>";
    }

    private static String row(List<ShownColumn> columns, int row) {
        return columns.stream()
                .map(column -> column.isIndex()
                        ? "<th scope=\"row\">" + escaped(column.cells().get(row)) + "</th>"
                        : "<td" + text(column) + ">" + escaped(column.cells().get(row)) + "</td>")
                .collect(joining("", "<tr>", "</tr>"));
    }

    private static String dots(List<ShownColumn> columns) {
        return "<tr>" + "<td>…</td>".repeat(columns.size()) + "</tr>\n";
    }

    private static String text(ShownColumn column) {
        return column.isNumber() ? "" : " class=\"text\"";
    }

    private static String escaped(String text) {
        return SafeText.escaped(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("$", "&#36;");
    }
}
