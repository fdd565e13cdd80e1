package marketlab.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import marketlab.dataset.Dataset;
import marketlab.dataset.Frame;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a dataset of a file's cells, and says in one line how they were understood. */
final class CsvReader {

    private final String file;
    private final CsvFormat format;
    private final ReadAs notes = new ReadAs();
    private final CsvDelimiter delimiter;
    /** Of each column, as in the file. */
    private final List<String> names = new ArrayList<>();
    /** What each column is called from here on, the index aside. */
    private final List<String> usual = new ArrayList<>();
    /** Of each name, its place in a row. */
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
        CsvHeader header = CsvHeader.of(file, cells, delimiter, format);
        notes.addAll(header.notes());
        int end = end(header);
        cells = cells.between(header.firstRow(), end);
        if (cells.rows() == 0) {
            throw new CsvException(file, "has no rows below its header");
        }
        checkWidths(header.names().size());
        CsvNumbers numbers = CsvNumbers.of(file, cells, delimiter, format.decimal());
        if (format.decimal().isEmpty() && numbers.isComma()) {
            notes.add("a comma before decimals");
        }
        name(header.names());
        DateColumns dates = new DateColumns(file, cells, format, names, places);
        Optional<String> index = header.isSheet() ? Optional.empty() : dates.index();
        if (index.isPresent()) {
            dates.refuseNumbersWithoutDate(index.get(), notes);
        }
        Optional<String> time = index.isPresent() ? dates.joinTimes(index.get(), notes) : index;
        isNewestFirst = index.isPresent() && dates.isNewestFirst(index.get());
        if (isNewestFirst) {
            cells = cells.reversed();
            dates = new DateColumns(file, cells, format, names, places);
            dates.index();
            dates.joinTimes(index.get(), new ReadAs());
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
        String rows = String.format(Locale.ROOT, cells.rows() == 1 ? "%,d row" : "%,d rows", cells.rows());
        return rows + (isNewestFirst ? ", sorted oldest first (the file is newest first)" : "");
    }

    /** The row behind the last one of data: a remark of one cell at the end of the file is passed over. */
    private int end(CsvHeader header) {
        int last = cells.rows() - 1;
        if (last > header.firstRow() && cells.width(last) == 1 && header.names().size() > 1) {
            String remark = cells.at(last, 0);
            if (remark.matches(".*\\p{L}+\\s+\\p{L}.*")) {
                notes.add("line %s passed over ('%s')".formatted(cells.line(last), remark));
                return last;
            }
        }
        return cells.rows();
    }

    private void checkWidths(int width) throws CsvException {
        for (int row = 0; row < cells.rows(); row++) {
            boolean isWide = cells.width(row) > width;
            for (int column = width; isWide && column < cells.width(row); column++) {
                isWide = cells.at(row, column).isEmpty();
                if (!isWide) {
                    throw width(row, width);
                }
            }
            if (cells.width(row) < width) {
                throw width(row, width);
            }
        }
    }

    private CsvException width(int row, int width) {
        return new CsvException(
                file,
                cells.line(row),
                "has %s cells, the header has %s; correct it".formatted(cells.width(row), width));
    }

    /** Names the columns, those without a name by their number; a column of nothing is none. */
    private void name(List<String> header) {
        List<String> told = new ArrayList<>();
        List<String> renamed = format.columns().isEmpty() ? ColumnNames.usual(header, told) : header;
        for (int column = 0; column < header.size(); column++) {
            if (header.get(column).isEmpty() && isEmpty(column)) {
                continue;
            }
            String nameless = "column " + (column + 1);
            names.add(header.get(column).isEmpty() ? nameless : header.get(column));
            usual.add(renamed.get(column).isEmpty() ? nameless : renamed.get(column));
            places.add(column);
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
