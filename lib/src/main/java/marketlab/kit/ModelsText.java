package marketlab.kit;

import java.util.ArrayList;
import java.util.List;
import marketlab.index.ModelParameter;

/** The index models as a text table: their parameters, default values and meanings. */
final class ModelsText {

    private static final String LINE = "%-9s  %-14s  %8s  %s";

    private ModelsText() {}

    static PlainText all() {
        List<String> lines = new ArrayList<>(List.of(LINE.formatted("model", "parameter", "default", "meaning")));
        String before = "";
        for (ModelParameter parameter : ModelParameter.all()) {
            String model = parameter.model().equals(before) ? "" : parameter.model();
            lines.add(LINE.formatted(model, parameter.name(), number(parameter.typical()), parameter.meaning()));
            before = parameter.model();
        }
        lines.add(LINE.formatted(
                "bootstrap", "", "", "draws blocks of days from a history; --block is their mean length, 10 days"));
        return new PlainText(String.join("\n", lines));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
