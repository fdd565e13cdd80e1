package marketlab.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import marketlab.dataset.SafeText;

/**
 * The part of a figure that a prompt draws as text.
 *
 * @param drawn description of the lines
 * @param lines the traces to draw; of a grid, its first row
 */
record Sketch(String drawn, int... lines) {

    /** The heading, the lines as a {@link Sparkline}, and their description. */
    String of(Heading heading, List<Map<String, Object>> traces, Map<String, Object> layout) {
        boolean dates = layout.get("xaxis") instanceof Map<?, ?> axis && "date".equals(axis.get("type"));
        List<Map<String, Object>> shown =
                Arrays.stream(lines).mapToObj(traces::get).toList();
        return title(heading) + '\n'
                + Sparkline.chart(
                        shown.stream()
                                .map(trace -> Json.numbers(trace.get("x")))
                                .toList(),
                        shown.stream().map(Sketch::values).toList(),
                        dates)
                + "drawn: " + drawn;
    }

    private static String title(Heading heading) {
        return SafeText.escaped(
                heading.subtitle().isEmpty() ? heading.title() : heading.title() + " (" + heading.subtitle() + ')');
    }

    private static double[] values(Map<String, Object> trace) {
        if (trace.get("z") instanceof List<?> rows) {
            return Json.numbers(rows.get(0));
        }
        return Json.numbers(trace.getOrDefault("close", trace.get("y")));
    }
}
