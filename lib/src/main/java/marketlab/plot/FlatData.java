package marketlab.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Axis ranges for constant data, around which plotly.js would draw an axis from value − 1 to value + 1. */
final class FlatData {

    private FlatData() {}

    /**
     * The range of an axis with this margin around constant data; null if they are not constant, so that plotly.js
     * chooses.
     */
    static List<Double> range(double margin, List<double[]> lines) {
        DoubleSummaryStatistics all = lines.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .summaryStatistics();
        return all.getMax() - all.getMin() < margin / 10 ? List.of(all.getMin() - margin, all.getMax() + margin) : null;
    }
}
