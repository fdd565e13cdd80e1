package marketlab.plot;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Data that are all the same, around which plotly.js would draw an axis from one below to one above. */
final class FlatData {

    private FlatData() {}

    /** The range of an axis with this margin around flat data; null, for plotly.js to choose, if they are not flat. */
    static List<Double> range(double margin, List<double[]> lines) {
        DoubleSummaryStatistics all = lines.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .summaryStatistics();
        return all.getMax() - all.getMin() < margin / 10 ? List.of(all.getMin() - margin, all.getMax() + margin) : null;
    }
}
