package marketlab.dataset;

/** The word after a count: 1 row, 2 rows. */
public final class Plural {

    private Plural() {}

    /** The word itself for one, and with an s for any other count. */
    public static String of(long count, String word) {
        return count == 1 ? word : word + "s";
    }
}
