package marketlab.pickle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A pickle that is not read or a dataset that cannot be written as one: one line that says where and why,
 * {@code [data/a.pkl] byte 1234: global 'os system' is none that pandas writes}.
 */
public final class PickleException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What an advice is about until it is known which column that is. */
    private static final String COLUMN = "df[COLUMN]";

    private final long offset;
    private final String reason;
    private final int part;

    PickleException(long offset, String reason) {
        this(offset, reason, 0);
    }

    private PickleException(long offset, String reason, int part) {
        super("byte " + offset + ": " + reason);
        this.offset = offset;
        this.reason = reason;
        this.part = part;
    }

    private PickleException(Path path, PickleException cause) {
        super("[" + path + "] " + cause.getMessage(), cause.getCause() == null ? cause : cause.getCause());
        this.offset = cause.offset;
        this.reason = cause.reason;
        this.part = cause.part;
    }

    /** The refusal of values, such as {@code a uint64 over 9223372036854775807}, that a table cannot hold. */
    static PickleException noColumn(long offset, String values) {
        return noColumn(offset, values, "str");
    }

    /** The same, of values that are read as another type of pandas. */
    static PickleException noColumn(long offset, String values, String type) {
        return new PickleException(
                offset, "%s is not read; in pandas: %s = %s.astype(%s)".formatted(values, COLUMN, COLUMN, type));
    }

    /** This refusal, of one column of an array. */
    PickleException inPart(int part) {
        return new PickleException(offset, reason, part);
    }

    /** Which column of an array this is about, from 0 on. */
    int part() {
        return part;
    }

    /** Whether the values of a column are not read, and the reason says what to do in pandas. */
    boolean isOfValues() {
        return reason.contains(COLUMN);
    }

    /** This refusal, of the labels of the columns. */
    PickleException ofLabels() {
        return new PickleException(offset, "column labels: " + reason.replace(COLUMN, "df.columns"));
    }

    /** This refusal, of an array that is no column. */
    PickleException ofArray() {
        String what = reason.replaceFirst("; in pandas: .*", "");
        return isOfValues()
                ? new PickleException(
                        offset,
                        what
                                + "; in Python:"
                                + " pandas.DataFrame(pandas.read_pickle(FILE)).astype(str).to_pickle('NEW.pkl')")
                : this;
    }

    /** This refusal, naming its column. */
    PickleException ofColumn(String name) {
        String told = reason.replace(COLUMN, "df['" + name + "']");
        return new PickleException(offset, "column '" + name + "': " + told);
    }

    /** This refusal, naming its columns, the first of which an advice is about. */
    PickleException ofColumns(List<String> names) {
        String told = reason.replace(COLUMN, "df['" + names.get(0) + "']");
        return new PickleException(offset, "column " + ColumnLabels.few(names.stream()) + ": " + told);
    }

    /** This refusal, naming the index. */
    PickleException ofIndex() {
        return new PickleException(offset, "index: " + reason.replace(COLUMN, "df.index"));
    }

    /** This refusal, naming its file. */
    PickleException in(Path path) {
        return new PickleException(path, this);
    }

    /** Where in the file, uncompressed, the reason is; counted from 0. */
    public long offset() {
        return offset;
    }

    /** The reason alone. */
    public String reason() {
        return reason;
    }
}
