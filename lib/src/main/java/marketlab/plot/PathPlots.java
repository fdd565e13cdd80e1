package marketlab.plot;

import java.util.List;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures of many simulated paths of one model: datasets with the same times and a {@code Close}, or one dataset with
 * columns {@code Close0}, {@code Close1}, … Thread-safe. To show a figure, see {@link Page}.
 */
public final class PathPlots {

    private PathPlots() {}

    /**
     * Fan of quantiles of the close: the bands of the middle 50 % and 90 % of the paths, and the median.
     *
     * @throws IllegalArgumentException if there is no path, or one is empty, lacks dates or {@code Close}, or has other
     * times than the first
     */
    public static Figure fan(List<Dataset> paths) {
        return Fan.of(paths, 0);
    }

    /**
     * As {@link #fan(List)}, with the first paths drawn on top.
     *
     * @param samples how many paths to draw, 0 to the number of paths
     * @throws IllegalArgumentException also if there are fewer paths
     */
    public static Figure fan(List<Dataset> paths, int samples) {
        return Fan.of(paths, samples);
    }

    /**
     * As {@link #fan(List)}, for paths in columns of one dataset.
     *
     * @throws IllegalArgumentException if the dataset is empty, or lacks dates or columns {@code Close0},
     * {@code Close1}, …
     */
    public static Figure fan(Dataset wide) {
        return Fan.of(wide, 0);
    }

    /**
     * As {@link #fan(Dataset)}, with the first {@code samples} paths drawn on top.
     *
     * @throws IllegalArgumentException also if there are fewer paths
     */
    public static Figure fan(Dataset wide, int samples) {
        return Fan.of(wide, samples);
    }
}
