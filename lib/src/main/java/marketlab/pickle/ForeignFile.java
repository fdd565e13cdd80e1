package marketlab.pickle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Recognises a file that is not a pickle by its first bytes, and says what it is and what to do with it. */
final class ForeignFile {

    private static final int START = 512;
    private static final int TAR_MARK = 257;

    private ForeignFile() {}

    static String of(PickleInput in) throws IOException {
        int length = 0;
        while (length < START && in.has(length + 1L - in.position())) {
            length++;
        }
        if (length == 0) {
            return "the file is empty";
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        in.read(0, bytes);
        String start = new String(bytes.array(), StandardCharsets.ISO_8859_1);
        String what = binary(start);
        return what == null ? text(start) : what;
    }

    private static String binary(String start) {
        if (start.startsWith("ustar", TAR_MARK)) {
            return "this is a tar archive: unpack it first, tar xf FILE";
        }
        if (start.startsWith("PAR1")) {
            return "this is a Parquet file; in Python: pandas.read_parquet(FILE).to_pickle('NEW.pkl')";
        }
        if (start.startsWith("ARROW1")) {
            return "this is a Feather file; in Python: pandas.read_feather(FILE).to_pickle('NEW.pkl')";
        }
        if (start.startsWith("\u0089HDF")) {
            return "this is an HDF5 file; in Python: pandas.read_hdf(FILE).to_pickle('NEW.pkl')";
        }
        if (start.startsWith("\u0093NUMPY")) {
            return "this is a numpy file; in Python: pandas.DataFrame(numpy.load(FILE)).to_pickle('NEW.pkl')";
        }
        if (start.startsWith("SQLite format 3")) {
            return "this is an SQLite database; in Python: pandas.read_sql(QUERY, CONNECTION).to_pickle('NEW.pkl')";
        }
        if (start.startsWith("%PDF")) {
            return "this is a PDF document";
        }
        if (start.length() > 1 && start.charAt(0) == 'x' && (start.charAt(0) * 256 + start.charAt(1)) % 31 == 0) {
            return "this is compressed by zlib, as joblib does it; in Python: "
                    + "pandas.to_pickle(joblib.load(FILE), 'NEW.pkl')";
        }
        return null;
    }

    private static String text(String start) {
        String words = start.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
        if (words.startsWith("<!doctype") || words.startsWith("<html") || words.startsWith("<head")) {
            return "this is a web page (HTML), as a download leaves it that failed: download the file again";
        }
        if (words.startsWith("<")) {
            return "this is XML, not a pickle";
        }
        if (words.startsWith("{") || words.startsWith("[")) {
            return "this is JSON, not a pickle; in Python: pandas.read_json(FILE).to_pickle('NEW.pkl')";
        }
        if (start.startsWith("ccopy_reg") || start.startsWith("ccopyreg") || start.startsWith("cpandas")) {
            return "this is a pickle of protocol 0 or 1; in Python: pandas.to_pickle(pandas.read_pickle(FILE),"
                    + " 'NEW.pkl')";
        }
        boolean plain = start.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n');
        return plain && start.matches("(?s)[^,;\t]+[,;\t].*")
                ? "this is text, not a pickle: if it is CSV, let its name end with .csv"
                : "this is not a pickle of protocol 2 or later";
    }
}
