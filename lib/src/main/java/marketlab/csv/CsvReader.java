package marketlab.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import marketlab.dataset.Dataset;
import marketlab.dataset.Frame;
import marketlab.dataset.Plural;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a dataset from the cells of a file, and says in one line how they were understood. */
final class CsvReader {

    private final String file;
    private final CsvFormat format;
    private final ReadAs notes = new ReadAs();
    private final CsvDelimiter delimiter;
    /** The name of each column in the file. */
    private final List<String> names = new ArrayList<>();
    /** The name of each column in the table, except the index. */
    private final List<String> usual = new ArrayList<>();
    /** The place in a row, by the name of the column. */
    private final List<Integer> places = new ArrayList<>();

    private CsvCells cells;
    private boolean isNewestFirst;

    private CsvReader(String file, CsvFormat format, CsvText text) {
        this.file = file;
        this.format = format;
        this.delimiter = CsvDelimiter.of(text.text());
        if (format.encoding().isEmpty() && !text.encoding().equals(StandardCharsets.UTF_8)) {
            notes.add(text.encoding().name().replaceFirst("[LB]E$", ""));
        }
        notes.add(delimiter.text);
    }

    /** @throws CsvException see {@link Csv#read(java.nio.file.Path, CsvFormat, Consumer)} */
    static Dataset read(String file, byte[] bytes, CsvFormat format, Consumer<String> told) throws CsvException {
        CsvText text = CsvText.of(file, bytes, format.encoding());
        CsvReader reader = new CsvReader(file, format, text);
        reader.cells = CsvCells.of(file, text.text(), reader.delimiter.mark);
        Dataset dataset = reader.dataset();
        told.accept(reader.notes.line(reader.rows()));
        return dataset;
    }

    private Dataset dataset() throws CsvException {
        List<String> comments = new ArrayList<>();
        cells = TableRows.withoutComments(cells, comments);
        notes.addAll(comments);
        CsvHeader header = CsvHeader.of(file, cells, delimiter, format);
        notes.addAll(header.notes());
        List<String> line = header.firstRow() == 0 ? List.of() : cells.row(header.firstRow() - 1);
        List<String> leftOut = new ArrayList<>();
        cells = TableRows.of(
                cells.between(header.firstRow(), cells.rows()),
                line,
                header.names().size(),
                leftOut);
        notes.addAll(leftOut);
        if (cells.rows() == 0) {
            throw new CsvException(file, "has no rows below its header");
        }
        List<String> columnNames = namesFor(header.names());
        checkWidths(columnNames);
        CsvNumbers numbers = CsvNumbers.of(file, cells, delimiter, format.decimal());
        if (format.decimal().isEmpty() && numbers.isComma()) {
            notes.add("a comma before decimals");
        }
        name(columnNames);
        DateColumns dates = new DateColumns(file, cells, format, names, places);
        Optional<String> index = header.isSheet() ? Optional.empty() : dates.index();
        if (index.isPresent()) {
            new UndatedRows(file, cells, names, places).refuseNumbers(index.get(), notes);
        }
        Optional<String> time =
                index.isPresent() ? new JoinedTimes(file, cells, names, places).to(index.get(), dates, notes) : index;
        isNewestFirst = index.isPresent() && dates.isNewestFirst(index.get());
        if (isNewestFirst) {
            cells = cells.reversed();
            dates = new DateColumns(file, cells, format, names, places);
            dates.index();
            new JoinedTimes(file, cells, names, places).to(index.get(), dates, new ReadAs());
        }
        dates.tell(notes);
        if (index.isEmpty() && !header.isSheet()) {
            notes.add("rows without a date of their own");
        }
        TimeColumns times = new TimeColumns(notes);
        List<Column<?>> columns = new ArrayList<>();
        List<String> indexNames = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean isIndex = index.filter(name::equals).isPresent();
            if (time.filter(name::equals).isPresent()) {
                continue;
            }
            String shown = isIndex && format.columns().isEmpty() ? ColumnNames.ofTime(name) : usual.get(i);
            if (isIndex) {
                indexNames.add(shown);
            }
            if (dates.areDates(name, isIndex)) {
                dates.tellMissing(name, notes);
                columns.add(times.column(shown, dates.of(name), cells.rows()));
                continue;
            }
            CsvColumn other = new CsvColumn(file, name, cells, places.get(i), numbers, notes);
            Column<?> column = other.typed(shown);
            dates.reason(name)
                    .or(other::reason)
                    .ifPresent(reason -> notes.add("column '%s' as %s (%s)".formatted(name, kind(column), reason)));
            columns.add(column);
        }
        if (format.columns().isEmpty() && DatabentoPrices.are(names)) {
            columns.replaceAll(column -> DatabentoPrices.scaled(column, notes));
        }
        if (header.isSheet()) {
            columns = OptionSheet.chain(file, columns, notes);
        }
        String name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
        return Dataset.of(Table.create(name, columns)).with(new Frame(indexNames, times.aside()));
    }

    private static String kind(Column<?> column) {
        if (column instanceof StringColumn) {
            return "text";
        }
        if (column instanceof BooleanColumn) {
            return "true and false";
        }
        return column instanceof LongColumn ? "whole numbers" : "numbers";
    }

    private String rows() {
        String rows = String.format(Locale.ROOT, "%,d %s", cells.rows(), Plural.of(cells.rows(), "row"));
        return rows + (isNewestFirst ? ", sorted oldest first (the file is newest first)" : "");
    }

    private void checkWidths(List<String> header) throws CsvException {
        int named = header.size();
        while (named > 0 && header.get(named - 1).isEmpty()) {
            named--;
        }
        for (int row = 0; row < cells.rows(); row++) {
            int width = cells.width(row);
            while (width > header.size() && cells.at(row, width - 1).isEmpty()) {
                width--;
            }
            if (width > header.size() || width < named) {
                String problem = "has %s %s, the header has %s; correct it"
                        .formatted(cells.width(row), Plural.of(cells.width(row), "cell"), header.size());
                throw new CsvException(
                        file,
                        cells.line(row),
                        TableRows.between(cells, row, header.size()).orElse(problem));
            }
        }
    }

    /**
     * The names. If all rows have one cell more and begin with a date, an empty name is added at the beginning, as
     * pandas does.
     */
    private List<String> namesFor(List<String> header) {
        if (header.stream().anyMatch(ColumnNames::isDated)) {
            return header;
        }
        for (int row = 0; row < cells.rows(); row++) {
            boolean isLonger = cells.width(row) == header.size() + 1
                    && !cells.at(row, header.size()).isEmpty()
                    && CsvHeader.isDate(cells.at(row, 0));
            if (!isLonger) {
                return header;
            }
        }
        notes.add("the first column has no name");
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(header);
        return names;
    }

    /** Names the columns. A column without a name gets its number, and one without a name and cells is left out. */
    private void name(List<String> header) {
        List<String> told = new ArrayList<>();
        List<String> nameless = new ArrayList<>();
        List<String> renamed = format.columns().isEmpty() ? ColumnNames.usual(header, told) : header;
        for (int column = 0; column < header.size(); column++) {
            if (header.get(column).isEmpty() && isEmpty(column)) {
                continue;
            }
            String numbered = "column " + (column + 1);
            if (header.get(column).isEmpty() && column > 0) {
                nameless.add(numbered);
            }
            names.add(header.get(column).isEmpty() ? numbered : header.get(column));
            usual.add(renamed.get(column).isEmpty() ? numbered : renamed.get(column));
            places.add(column);
        }
        if (!nameless.isEmpty()) {
            told.add("no name above " + String.join(" and ", nameless));
        }
        notes.addAll(told);
    }

    private boolean isEmpty(int column) {
        for (int row = 0; row < cells.rows(); row++) {
            if (!cells.at(row, column).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
