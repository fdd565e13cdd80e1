package marketlab.storage;

import marketlab.dataset.SafeText;

/**
 * A storage operation that failed. The message is one line, {@code [place] problem; what to do next}, with control
 * characters escaped; the cause is kept. No partly written dataset is left.
 */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String place;
    private final String problem;

    public StorageException(String place, String problem, Throwable cause) {
        super(SafeText.escaped("[" + place + "] " + problem), cause);
        this.place = place;
        this.problem = problem;
    }

    public StorageException(String place, String problem) {
        this(place, problem, null);
    }

    /** Full path or URI of the dataset or folder. */
    public String place() {
        return place;
    }

    /** The message without the place; not escaped. */
    public String problem() {
        return problem;
    }

    /** Whether the storage as a whole fails, so that other datasets cannot be read either. */
    public boolean isOfTheWholeStorage() {
        return getCause() instanceof UnavailableException;
    }
}
