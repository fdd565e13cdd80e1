package marketlab.dataset;

import java.util.Optional;

/** What a dataset's metadata record of its generation, read back to make it again. */
public interface Recipe {

    /**
     * Whether the dataset may be what its parameters make, as far as its rows and columns tell. To be asked before it is
     * made: parameters that somebody changed may be those of a dataset that no memory holds.
     *
     * @throws IllegalArgumentException if the size is not recorded
     */
    boolean fits(long rows, int columns);

    /**
     * The dataset made again, with metadata as it is generated.
     *
     * @throws IllegalArgumentException if something that it needs is not recorded, or not to be had any more
     */
    Dataset make();

    /** As {@link #make}, made while it is written, if it may be larger than memory; else empty. */
    default Optional<Streamed> stream() {
        return Optional.empty();
    }
}
