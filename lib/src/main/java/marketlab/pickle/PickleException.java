package marketlab.pickle;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A pickle that is not read or a dataset that cannot be written as one: one line that says where and why,
 * {@code [data/a.pkl] byte 1234: global 'os system' is none that pandas writes}.
 */
public final class PickleException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long offset;
    private final String reason;

    PickleException(long offset, String reason) {
        super("byte " + offset + ": " + reason);
        this.offset = offset;
        this.reason = reason;
    }

    private PickleException(Path path, PickleException cause) {
        super("[" + path + "] " + cause.getMessage(), cause.getCause() == null ? cause : cause.getCause());
        this.offset = cause.offset;
        this.reason = cause.reason;
    }

    /** The refusal of values, such as {@code dtype complex128}, that a table cannot hold. */
    static PickleException noColumn(long offset, String values) {
        return new PickleException(offset, values + " has no Tablesaw column; convert or drop it in pandas first");
    }

    /** This refusal, naming its column or index. */
    PickleException of(String part) {
        return new PickleException(offset, part + ": " + reason);
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
