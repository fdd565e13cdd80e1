package marketlab.storage;

import java.io.IOException;

/** The storage as a whole fails, not only one dataset, so it is useless to continue with the next one. */
public final class UnavailableException extends IOException {

    private static final long serialVersionUID = 1;

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
