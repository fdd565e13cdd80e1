package marketlab.storage;

/**
 * What a listing says of a file.
 *
 * @param name directly in its folder; the name of a folder ends with {@code /}
 * @param bytes size of the file; {@link #UNKNOWN} if the listing does not say it
 * @param note as in {@link ListingNotes}; empty if there is none
 */
public record ListedFile(String name, long bytes, String note) {

    public static final long UNKNOWN = -1;

    /** A file of which only the name is known. */
    public ListedFile(String name) {
        this(name, UNKNOWN, "");
    }
}
