package marketlab.storage;

import java.io.IOException;

/** A file that is stored compressed, so that a reader would get other bytes than the checksum covers. */
public final class PackedException extends IOException {

    private static final long serialVersionUID = 1;

    public PackedException(String encoding) {
        super("it is stored compressed, with Content-Encoding %s; store it uncompressed".formatted(encoding));
    }
}
