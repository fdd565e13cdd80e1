package marketlab.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketlab.dataset.Dataset;
import tech.tablesaw.api.NumericColumn;

/** A text read as a file, and what was said of it. */
record CsvFiles(Dataset data, String said) {

    static CsvFiles read(String text) throws IOException {
        return read("x.csv", text.getBytes(StandardCharsets.UTF_8), CsvFormat.TOLD_BY_FILE);
    }

    static CsvFiles read(String name, byte[] bytes, CsvFormat format) throws IOException {
        List<String> notes = new ArrayList<>();
        Dataset data = Csv.read(new ByteArrayInputStream(bytes), name, format, notes::add);
        return new CsvFiles(data, String.join("; ", notes));
    }

    static CsvFormat withDateFormat(String dateFormat) {
        return new CsvFormat(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(dateFormat), List.of());
    }

    /** The values of a column of numbers. */
    double[] numbers(String column) {
        return ((NumericColumn<?>) data.table().column(column)).asDoubleArray();
    }

    /** The values of a column of any type, as texts. */
    List<String> texts(String column) {
        return data.table().column(column).asList().stream()
                .map(String::valueOf)
                .toList();
    }
}
