package marketlab.dataset;

import java.util.Optional;

/** The recorded parameters of a generated dataset, to generate it again. */
public interface Recipe {

    /**
     * The version of the numbers that this program generates. It is raised when a seed makes other numbers than before,
     * and recorded as {@link Metadata#STREAM}. A dataset of another version cannot be made again.
     */
    int streamVersion();

    /**
     * Whether the number of rows and columns fits the parameters. Call this before {@link #make}: changed parameters
     * could give a dataset larger than memory.
     *
     * @throws IllegalArgumentException if the size is not recorded
     */
    boolean fits(long rows, int columns);

    /**
     * Generates the dataset again, with its metadata.
     *
     * @throws IllegalArgumentException if something that is needed is not recorded, or no longer available
     */
    Dataset make();

    /** As {@link #make}, but generated while it is written, if the dataset may be larger than memory; else empty. */
    default Optional<Streamed> stream() {
        return Optional.empty();
    }
}
