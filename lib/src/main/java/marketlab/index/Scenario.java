package marketlab.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Named presets, read from the words of a dataset's params: {@code bullish_high_vol} is a bullish drift and a high
 * volatility. If two words set the same value, the last one wins. Other words are only labels.
 */
enum Scenario {
    BULLISH(0.25, Double.NaN),
    BEARISH(-0.25, Double.NaN),
    SIDEWAYS(0, 0.8),
    HIGH_VOL(Double.NaN, 2),
    LOW_VOL(Double.NaN, 0.5),
    CRASH(-1.2, 3),
    RECOVERY(0.5, 1.5);

    private static final Pattern WORD = Pattern.compile("(?<![^_])(?:high_vol|low_vol|[^_]+)(?![^_])");

    private final double drift;
    private final double volatilityFactor;

    /** Use NaN for a value that the word does not set. */
    Scenario(double drift, double volatilityFactor) {
        this.drift = drift;
        this.volatilityFactor = volatilityFactor;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Scenario::word).toList();
    }

    /** Hints for words that set nothing but look like a misspelt scenario, one per line. */
    static List<String> hints(String params) {
        return WORD.matcher(params)
                .results()
                .map(MatchResult::group)
                .filter(word -> named(word).isEmpty())
                .map(word -> Map.entry(word, Suggestion.hint(word, names())))
                .filter(hint -> !hint.getValue().isEmpty())
                .map(hint -> "'%s' is only a label; %s"
                        .formatted(hint.getKey(), hint.getValue().strip()))
                .toList();
    }

    /** Expected growth per year that the words set. */
    static OptionalDouble drift(String params) {
        return in(params).stream()
                .mapToDouble(s -> s.drift)
                .filter(d -> !Double.isNaN(d))
                .reduce((a, b) -> b);
    }

    /** The factor on the market's typical volatility that the words set. */
    static OptionalDouble volatilityFactor(String params) {
        return in(params).stream()
                .mapToDouble(s -> s.volatilityFactor)
                .filter(f -> !Double.isNaN(f))
                .reduce((a, b) -> b);
    }

    private static List<Scenario> in(String params) {
        return WORD.matcher(params)
                .results()
                .map(word -> named(word.group()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Scenario> named(String word) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
