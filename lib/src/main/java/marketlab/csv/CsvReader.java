package marketlab.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import marketlab.csv.CsvFormat.DateOrder;
import marketlab.dataset.Dataset;
import marketlab.dataset.Frame;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a dataset of a file's cells, and says in one line how they were understood. */
final class CsvReader {

    private static final String STRIKE = "strike";

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
    private final Map<String, CsvDates> dates = new HashMap<>();

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
        readDates();
        String index = index(header.isSheet());
        Optional<String> time = timeBeside(index);
        isNewestFirst = index != null && isNewestFirst(dates.get(index));
        if (isNewestFirst) {
            cells = cells.reversed();
            readDates();
            timeBeside(index);
        }
        tellDates(time);
        TimeColumns times = new TimeColumns(notes);
        List<Column<?>> columns = new ArrayList<>();
        String indexName = index == null || !format.columns().isEmpty() ? index : ColumnNames.ofTime(index);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (time.filter(name::equals).isPresent()) {
                continue;
            }
            String shown = name.equals(index) ? indexName : usual.get(i);
            CsvDates found = dates.get(name);
            columns.add(
                    isDates(name, found, name.equals(index))
                            ? times.column(shown, found, cells.rows())
                            : new CsvColumn(file, name, cells, places.get(i), numbers, notes).typed(shown));
        }
        if (header.isSheet()) {
            columns = OptionSheet.chain(file, columns, notes);
        }
        List<String> frameIndex = index == null ? List.of() : List.of(indexName);
        String name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
        return Dataset.of(Table.create(name, columns)).with(new Frame(frameIndex, times.aside()));
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

    private void readDates() {
        names.forEach(name -> dates.put(name, dates(name, format.dateOrder())));
        Set<DateOrder> orders = new TreeSet<>();
        dates.values().forEach(found -> found.order().ifPresent(orders::add));
        if (orders.size() == 1) {
            names.stream()
                    .filter(name -> dates.get(name).isUndecided())
                    .forEach(name -> dates.put(name, dates(name, orders.stream().findFirst())));
        }
    }

    private CsvDates dates(String name, Optional<DateOrder> order) {
        int place = places.get(names.indexOf(name));
        boolean isFirstNameless = name.equals("column 1");
        return new CsvDates(cells, place, format, ColumnNames.isDated(name) || isFirstNameless, order);
    }

    /**
     * The column that says when a row was; null if the table is of another kind, as a chain of options.
     *
     * @throws CsvException if there is none in a table that needs one
     */
    private String index(boolean isSheet) throws CsvException {
        List<String> byRank = names.stream()
                .filter(name -> ColumnNames.timeRank(name) >= 0)
                .sorted((one, other) -> ColumnNames.timeRank(one) - ColumnNames.timeRank(other))
                .toList();
        for (String name : byRank) {
            if (dates.get(name).areMost()) {
                return name;
            }
        }
        boolean isChain =
                names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(STRIKE));
        List<String> dated =
                names.stream().filter(name -> dates.get(name).areMost()).toList();
        for (String name : dated) {
            if (name.equals(names.get(0)) || !isChain && !ColumnNames.isOfContract(name)) {
                return name;
            }
        }
        refuseUndecided();
        if (isSheet) {
            return null;
        }
        if (isChain || !dated.isEmpty()) {
            notes.add("rows without a date of their own");
            return null;
        }
        if (!byRank.isEmpty()) {
            throw new CsvException(
                    file,
                    "'%s' in column '%s' is no date; write 2000-01-31, or say its form, as --date-format %%d.%%m.%%Y"
                            .formatted(sample(byRank.get(0)), byRank.get(0)));
        }
        throw new CsvException(
                file,
                "no column has dates; name one 'date' with values like 2000-01-31 (there are: %s)"
                        .formatted(String.join(", ", names)));
    }

    private void refuseUndecided() throws CsvException {
        for (String name : names) {
            if (dates.get(name).isUndecided()) {
                throw undecided(name);
            }
        }
    }

    private CsvException undecided(String name) {
        return new CsvException(
                file,
                "'%s' in column '%s' may begin with the day or the month; say --date-order dmy or --date-order mdy%s"
                        .formatted(
                                sample(name),
                                name,
                                sample(name).matches(".*\\d{4}.*") ? "" : ", or ymd if it begins with the year"));
    }

    /** The first cell of a column that has something in it; empty if none has. */
    private String sample(String name) {
        int place = places.get(names.indexOf(name));
        for (int row = 0; row < cells.rows(); row++) {
            if (!MissingMarks.has(cells.at(row, place))) {
                return cells.at(row, place);
            }
        }
        return "";
    }

    /** A column of times of day that belongs to days; they are joined with it. */
    private Optional<String> timeBeside(String index) throws CsvException {
        if (index == null || !dates.get(index).areDays()) {
            return Optional.empty();
        }
        for (String name : names) {
            int place = places.get(names.indexOf(name));
            if (!name.equals(index) && name.toLowerCase(Locale.ROOT).contains("time") && areTimesOfDay(place)) {
                int other = dates.get(index).join(place);
                if (other >= 0) {
                    throw new CsvException(
                            file,
                            cells.line(other),
                            "'%s' in column '%s' is not a time of day like 09:15; correct or empty it"
                                    .formatted(cells.at(other, place), name));
                }
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private boolean areTimesOfDay(int place) {
        DateText text = new DateText();
        int there = 0;
        int times = 0;
        for (int row = 0; row < cells.rows(); row++) {
            String cell = cells.at(row, place);
            there += MissingMarks.has(cell) ? 0 : 1;
            times += text.readTime(cell) ? 1 : 0;
        }
        return 2 * times > there;
    }

    /** Whether each row is of an earlier time than the one above it. */
    private boolean isNewestFirst(CsvDates index) {
        for (int row = 1; row < cells.rows(); row++) {
            if (!index.isEarlier(row, row - 1)) {
                return false;
            }
        }
        return cells.rows() > 1;
    }

    /** Whether a column is of dates; a date column that has something else is text, and told, if it is not the index. */
    private boolean isDates(String name, CsvDates found, boolean isIndex) throws CsvException {
        if (found.isUndecided() && !found.areMost()) {
            throw undecided(name);
        }
        if (!found.areMost()) {
            return false;
        }
        int other = found.firstOther() >= 0 ? found.firstOther() : found.firstOtherZone();
        if (other < 0) {
            return true;
        }
        String cell = cells.at(other, places.get(names.indexOf(name)));
        if (isIndex) {
            String problem = found.firstOther() >= 0
                    ? "is not a date like 2000-01-31; correct or empty it"
                    : "differs from the others: some have an offset from UTC, and some have none; correct it";
            throw new CsvException(file, cells.line(other), "'%s' in column '%s' %s".formatted(cell, name, problem));
        }
        notes.add("column '%s' as text ('%s' in line %s is not a date)".formatted(name, cell, cells.line(other)));
        return false;
    }

    private void tellDates(Optional<String> time) {
        if (format.dateOrder().isEmpty()) {
            dates.values().stream()
                    .map(CsvDates::order)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(order -> notes.add("dates " + order.text()));
        }
        Set<Epoch> epochs = dates.values().stream()
                .filter(CsvDates::areMost)
                .flatMap(found -> found.epochs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!epochs.isEmpty()) {
            notes.add("times in %s from 1970, UTC"
                    .formatted(epochs.stream().map(Epoch::toString).collect(Collectors.joining(" and "))));
        }
        time.ifPresent(name -> notes.add("'%s' joined with the dates".formatted(name)));
    }
}
