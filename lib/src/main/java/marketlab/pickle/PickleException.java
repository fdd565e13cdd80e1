package marketlab.pickle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A pickle cannot be read, or a dataset cannot be written as one. The message is one line that says where and why,
 * {@code [data/a.pkl] byte 1234: global 'os system' is not one that pandas writes}.
 */
public final class PickleException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The placeholder for the column in an advice, until the column is known. */
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

    private PickleException(String place, PickleException cause) {
        super("[" + place + "] " + cause.getMessage(), cause.getCause() == null ? cause : cause.getCause());
        this.offset = cause.offset;
        this.reason = cause.reason;
        this.part = cause.part;
    }

    /** Values that a table cannot hold, such as {@code dtype complex256}. The message advises to make them text. */
    static PickleException noColumn(long offset, String values) {
        return noColumn(offset, values, "str");
    }

    /** Values that a table cannot hold. The message advises to convert them to this type in pandas. */
    static PickleException noColumn(long offset, String values, String type) {
        return new PickleException(
                offset, "%s is not read; in pandas: %s = %s.astype(%s)".formatted(values, COLUMN, COLUMN, type));
    }

    /** This error for one column of an array. */
    PickleException inPart(int part) {
        return new PickleException(offset, reason, part);
    }

    /** The column of an array that this error is about, from 0 on. */
    int part() {
        return part;
    }

    /** Whether the reason is a column that cannot be read, with an advice what to do in pandas. */
    boolean isOfValues() {
        return reason.contains(COLUMN);
    }

    /** This error for the labels of the columns. */
    PickleException ofLabels() {
        return new PickleException(offset, "column labels: " + reason.replace(COLUMN, "df.columns"));
    }

    /** This error for an array that is not in a frame. */
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

    /** This error with the name of its column. */
    PickleException ofColumn(String name) {
        String told = reason.replace(COLUMN, "df['" + name + "']");
        return new PickleException(offset, "column '" + name + "': " + told);
    }

    /** This error with the names of its columns. An advice is about the first of them. */
    PickleException ofColumns(List<String> names) {
        String told = reason.replace(COLUMN, "df['" + names.get(0) + "']");
        return new PickleException(offset, "column " + ColumnLabels.few(names.stream()) + ": " + told);
    }

    /** This error for the index. */
    PickleException ofIndex() {
        return new PickleException(offset, "index: " + reason.replace(COLUMN, "df.index"));
    }

    /** This error with the path of its file. */
    PickleException in(Path path) {
        return in(path.toString());
    }

    /** This error with the path or URI of its file. */
    PickleException in(String place) {
        return new PickleException(place, this);
    }

    /** The offset in the uncompressed file, from 0. */
    public long offset() {
        return offset;
    }

    /** The reason without file and offset. */
    public String reason() {
        return reason;
    }
}
