package marketlab.csv;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises files of other kinds that are named CSV, and says what to do with them. */
final class OtherKinds {

    private static final int SAMPLE = 1000;
    /** The beginning of JSON. {@code [Date],[Close]} is not JSON. */
    private static final Pattern JSON = Pattern.compile("(?s)(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\d-]).*");

    private static final String PICKLE = "is a pickle; let its name end with .pkl";

    private static final String DATABENTO =
            "is Databento's binary format; in its Python: DBNStore.from_file(FILE).to_df().to_pickle('NEW.pkl')";

    /** The first bytes of each kind of file. */
    private static final Map<String, String> BINARY = new LinkedHashMap<>();

    static {
        BINARY.put("\u00d0\u00cf\u0011\u00e0", "is an Excel workbook; save it as CSV in Excel");
        BINARY.put("PAR1", "is a Parquet file; in pandas: pd.read_parquet(FILE).to_pickle('NEW.pkl')");
        BINARY.put("ARROW1", "is a Feather file; in pandas: pd.read_feather(FILE).to_pickle('NEW.pkl')");
        BINARY.put("\u0089HDF", "is an HDF5 file; in pandas: pd.read_hdf(FILE).to_pickle('NEW.pkl')");
        BINARY.put("SQLite format 3", "is an SQLite database; in pandas: pd.read_sql(QUERY, IT).to_pickle('NEW.pkl')");
        BINARY.put("DBN\u0001", DATABENTO);
        BINARY.put("DBN\u0002", DATABENTO);
        BINARY.put("DBN\u0003", DATABENTO);
        BINARY.put("%PDF", "is a PDF document; get the data as CSV");
        BINARY.put("Rar!", "is a RAR archive; unpack it first");
        BINARY.put("7z\u00bc\u00af", "is a 7z archive; unpack it first");
        BINARY.put("\u0080\u0002", PICKLE);
        BINARY.put("\u0080\u0003", PICKLE);
        BINARY.put("\u0080\u0004", PICKLE);
        BINARY.put("\u0080\u0005", PICKLE);
    }

    private OtherKinds() {}

    /** The kind of bytes that are not text; empty if they may be text. */
    static Optional<String> of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        return BINARY.entrySet().stream()
                .filter(kind -> start.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The kind of a text that is not CSV; empty if it may be CSV. */
    static Optional<String> of(String text) {
        String start = text.substring(0, Math.min(text.length(), SAMPLE))
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.matches("(?s)<(html|head|body|table|!--).*")) {
            return Optional.of("is a web page (HTML), not CSV; download the data itself");
        }
        if (start.startsWith("<?xml")) {
            return Optional.of("is XML, not CSV; save it as CSV in the program that reads it");
        }
        return JSON.matcher(start).matches()
                ? Optional.of("is JSON, not CSV; in pandas: pd.read_json(FILE).to_pickle('NEW.pkl')")
                : Optional.empty();
    }
}
