package marketlab.plot;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A figure as text, for a prompt that cannot draw it. */
final class Sketch {

    private Sketch() {}

    /** The heading, the first trace that has a line's numbers as a {@link Spark}, and what else is drawn. */
    static String of(Heading heading, List<Map<String, Object>> traces, Map<String, Object> layout) {
        StringBuilder text = new StringBuilder(heading.title());
        if (!heading.subtitle().isEmpty()) {
            text.append(" (").append(heading.subtitle()).append(')');
        }
        for (Map<String, Object> trace : traces) {
            double[] values = Json.numbers(trace.getOrDefault("close", trace.get("y")));
            double[] across = Json.numbers(trace.get("x"));
            if (values.length > 1 && across.length == values.length && !trace.containsKey("z")) {
                boolean dates = layout.get("xaxis") instanceof Map<?, ?> axis && "date".equals(axis.get("type"));
                text.append('\n').append(Spark.chart(values, across, dates).stripTrailing());
                break;
            }
        }
        String names = traces.stream()
                .map(trace -> String.valueOf(trace.getOrDefault("name", trace.get("type"))))
                .distinct()
                .collect(Collectors.joining(", "));
        return text.append("\ndrawn: ").append(names).toString();
    }
}
