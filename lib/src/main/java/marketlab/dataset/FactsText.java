package marketlab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stylized facts as a table of text. Numbers have four decimals, counts none. */
final class FactsText {

    private static final String FRACTION = " ".repeat(5);

    private FactsText() {}

    static String of(StylizedFacts one) {
        List<StylizedFact> facts = one.facts();
        return print(List.of(names(facts), values("value", facts), errors(facts)));
    }

    static String of(StylizedFacts one, StylizedFacts other) {
        List<StylizedFact> facts = one.facts();
        List<StylizedFact> others = other.facts();
        List<String> differences = new ArrayList<>(List.of("difference in errors"));
        for (int i = 0; i < facts.size(); i++) {
            double errors = facts.get(i).standardErrorsFrom(others.get(i));
            differences.add(Double.isNaN(errors) ? "" : String.format(Locale.ROOT, "%+.1f", errors));
        }
        return print(List.of(
                names(facts),
                values("value", facts),
                errors(facts),
                values("against", others),
                errors(others),
                differences));
    }

    private static List<String> names(List<StylizedFact> facts) {
        List<String> names = new ArrayList<>(List.of("stylized fact"));
        facts.forEach(fact -> names.add(fact.name()));
        return names;
    }

    private static List<String> values(String title, List<StylizedFact> facts) {
        return numbers(title, facts, StylizedFact::value);
    }

    private static List<String> errors(List<StylizedFact> facts) {
        return numbers("std. error", facts, StylizedFact::standardError);
    }

    private static List<String> numbers(String title, List<StylizedFact> facts, ToDoubleFunction<StylizedFact> number) {
        List<String> cells = new ArrayList<>(List.of(title));
        for (StylizedFact fact : facts) {
            double x = number.applyAsDouble(fact);
            String text = fact.isCount()
                    ? String.format(Locale.ROOT, "%.0f", x) + FRACTION
                    : String.format(Locale.ROOT, "%.4f", x);
            cells.add(Double.isNaN(x) ? "" : text);
        }
        return cells;
    }

    private static String print(List<List<String>> columns) {
        List<Integer> widths = columns.stream()
                .map(column -> column.stream().mapToInt(String::length).max().orElse(0))
                .toList();
        return IntStream.range(0, columns.get(0).size())
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(i -> cell(columns.get(i).get(row), i == 0, widths.get(i)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String cell(String text, boolean isName, int width) {
        String padding = " ".repeat(width - text.length());
        return isName ? text + padding : padding + text;
    }
}
