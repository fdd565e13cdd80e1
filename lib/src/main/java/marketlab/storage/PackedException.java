package marketlab.storage;

import java.io.IOException;

/** A stored file whose bytes are not what a reader would get: its checksum is of the packed ones. */
public final class PackedException extends IOException {

    private static final long serialVersionUID = 1;

    public PackedException(String encoding) {
        super("it is stored packed, with Content-Encoding %s; store it plainly".formatted(encoding));
    }
}
