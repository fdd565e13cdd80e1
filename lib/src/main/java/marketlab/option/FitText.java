package marketlab.option;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A fitted chain as text: parameters, a table of errors and, for Heston, the command that generates such a chain. */
final class FitText {

    private FitText() {}

    static String of(ChainFit fit) {
        List<String> lines = new ArrayList<>();
        lines.add(title(fit));
        addParameters(lines, fit.parameters(), fit.standardErrors());
        addSmiles(lines, fit);
        lines.add("");
        lines.addAll(errors(fit));
        lines.add("");
        lines.addAll(fit.findings());
        if (!fit.parameters().isEmpty()) {
            lines.add("");
            lines.add("A chain with this model:");
            lines.add("  " + command(fit));
        }
        return String.join("\n", lines);
    }

    private static String title(ChainFit fit) {
        int used = fit.expiries().stream().mapToInt(ExpiryFit::quotes).sum();
        Map<String, Integer> leftOut = new TreeMap<>();
        fit.expiries().forEach(expiry -> expiry.leftOut().forEach((why, n) -> leftOut.merge(why, n, Integer::sum)));
        String left = leftOut.isEmpty()
                ? "none left out"
                : "left out: "
                        + leftOut.entrySet().stream()
                                .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                                .collect(Collectors.joining(", "));
        return "%s fitted to %s of %s options at %s; %s"
                .formatted(
                        fit.parameters().isEmpty() ? "svi" : "heston",
                        fit.quotes().basis(),
                        used,
                        fit.quotes().valued(),
                        left);
    }

    private static void addParameters(List<String> lines, Map<String, Double> values, Map<String, Double> errors) {
        values.forEach((name, value) -> {
            double error = errors.get(name);
            lines.add(String.format(Locale.ROOT, "  %-6s %12.6g", name, value)
                    + (Double.isNaN(error)
                            ? "   no standard error: at the edge of the search, or not determined by these quotes"
                            : String.format(Locale.ROOT, " ± %.2g", error)));
        });
    }

    private static void addSmiles(List<String> lines, ChainFit fit) {
        if (fit.smiles().isEmpty()) {
            return;
        }
        lines.add("expiry                a            b          rho            m        sigma");
        fit.smiles()
                .forEach((expiry, smile) -> lines.add(String.format(
                        Locale.ROOT,
                        "%s %12.6g %12.6g %12.6g %12.6g %12.6g",
                        expiry,
                        smile.a(),
                        smile.b(),
                        smile.rho(),
                        smile.m(),
                        smile.sigma())));
    }

    /** Basis points of volatility: 1 is 0.01 %. */
    private static List<String> errors(ChainFit fit) {
        List<String> lines = new ArrayList<>();
        lines.add("expiry       forward  options  left out  RMS, bp  worst, bp  at strike  within bid and ask");
        fit.expiries()
                .forEach(expiry -> lines.add(line(
                        expiry.expiry().toString(), String.format(Locale.ROOT, "%.2f", expiry.forward()), expiry)));
        lines.add(line("all", "", all(fit.expiries())));
        return lines;
    }

    private static String line(String name, String forward, ExpiryFit fit) {
        int left = fit.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        return String.format(
                        Locale.ROOT,
                        "%-10s %9s %8s %9s %8.2f %10.2f %10s  %s",
                        name,
                        forward,
                        fit.quotes(),
                        left,
                        fit.rms(),
                        fit.worst(),
                        String.format(Locale.ROOT, "%.8g", fit.worstStrike()).replaceFirst("\\.?0+$", ""),
                        fit.inside() < 0 ? "" : fit.inside() + " of " + fit.quotes())
                .stripTrailing();
    }

    private static ExpiryFit all(List<ExpiryFit> expiries) {
        int quotes = expiries.stream().mapToInt(ExpiryFit::quotes).sum();
        Map<String, Integer> leftOut = new TreeMap<>();
        expiries.forEach(expiry -> expiry.leftOut().forEach((why, n) -> leftOut.merge(why, n, Integer::sum)));
        double squares = expiries.stream()
                .mapToDouble(expiry -> expiry.quotes() * expiry.rms() * expiry.rms())
                .sum();
        ExpiryFit worst = Collections.max(expiries, Comparator.comparingDouble(ExpiryFit::worst));
        return new ExpiryFit(
                worst.expiry(),
                Double.NaN,
                Double.NaN,
                quotes,
                leftOut,
                Math.sqrt(squares / quotes),
                worst.worst(),
                worst.worstStrike(),
                worst.inside() < 0
                        ? -1
                        : expiries.stream().mapToInt(ExpiryFit::inside).sum());
    }

    private static String command(ChainFit fit) {
        ChainQuotes quotes = fit.quotes();
        StringJoiner line = new StringJoiner(" ");
        line.add("mlab generate chain --market " + quotes.market());
        line.add("--date " + quotes.valued());
        line.add("--spot " + quotes.spot());
        line.add("--rate " + quotes.rate());
        line.add("--yield " + quotes.dividendYield());
        line.add("--expiries "
                + fit.expiries().stream()
                        .map(expiry -> expiry.expiry().toString())
                        .collect(Collectors.joining(",")));
        line.add("--model heston");
        fit.parameters().forEach((name, value) -> line.add("--set %s=%s".formatted(name, value)));
        return line.toString();
    }
}
