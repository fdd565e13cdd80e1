package marketlab.dataset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A CSV file whose columns have two levels, as pandas writes what yfinance gives: prices, tickers, and the index's name. */
final class CsvLevels {

    private static final String TICKER = "Ticker";

    private CsvLevels() {}

    /** @throws CsvException if the file is such a one; the message says what to type in pandas */
    static void refuse(Path file, List<String[]> rows) throws CsvException {
        if (rows.size() > 2 && isIndexName(rows.get(2)) && rows.get(0).length == rows.get(1).length) {
            throw new CsvException(
                    file,
                    3,
                    "there are three header lines, as of yfinance; in pandas: "
                            + wayOut(file, rows.get(0), rows.get(1)));
        }
    }

    private static boolean isIndexName(String[] row) {
        return row.length > 1
                && row[0] != null
                && row[0].matches("\\D+")
                && Arrays.stream(row).skip(1).allMatch(Objects::isNull);
    }

    private static String wayOut(Path file, String[] outer, String[] inner) {
        String name = file.getFileName().toString();
        boolean tickersFirst = TICKER.equals(outer[0]);
        List<String> tickers =
                Arrays.stream(tickersFirst ? outer : inner).skip(1).distinct().toList();
        int level = tickersFirst ? 0 : 1;
        String pickle = name.replaceFirst("\\.csv$", "") + ".pkl";
        String one = tickers.size() == 1
                ? "df.columns = df.columns.droplevel(%s); df.to_pickle('%s')".formatted(level, pickle)
                : "df.xs('%s', axis=1, level=%s).to_pickle('%s')".formatted(tickers.get(0), level, pickle);
        return "df = pd.read_csv('%s', header=[0, 1], index_col=0, parse_dates=True); %s".formatted(name, one);
    }
}
