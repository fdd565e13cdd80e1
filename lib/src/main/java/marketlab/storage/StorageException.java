package marketlab.storage;

/**
 * A storage operation that failed. The message is one line, {@code [place] problem; what to do next}; the cause is kept.
 * Nothing half-written is left behind.
 */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String place;

    public StorageException(String place, String problem, Throwable cause) {
        super("[" + place + "] " + problem, cause);
        this.place = place;
    }

    public StorageException(String place, String problem) {
        this(place, problem, null);
    }

    /** Full path or URI of the dataset or folder. */
    public String place() {
        return place;
    }
}
