package marketlab.storage;

import java.io.IOException;

/** The storage as a whole fails, not one dataset of it: to go on with the next dataset would be no use. */
public final class UnavailableException extends IOException {

    private static final long serialVersionUID = 1;

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
