package marketlab.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import marketlab.calendar.Market;
import marketlab.dataset.Suggestion;

/**
 * Named presets, read from the words of a dataset's params: {@code bullish_high_vol} is a bullish drift and a high
 * volatility. Factors of the volatility multiply. Words that set a drift follow each other in time: see
 * {@link ScenarioScript}. Other words are only labels.
 */
enum Scenario {
    BULLISH(0.25, 0.75),
    BEARISH(-0.25, 1.25),
    SIDEWAYS(0, 0.8),
    HIGH_VOL(Double.NaN, 2),
    LOW_VOL(Double.NaN, 0.5),
    CRASH(Double.NaN, 2.5),
    RECOVERY(0.5, 1.5);

    /** Log-return of a crash, in all its sessions together: a fall of 40 %. */
    private static final double CRASH_RETURN = StrictMath.log(0.6);

    private static final Pattern WORD = Pattern.compile("(?<![^_])(?:high_vol|low_vol|[^_]+)(?![^_])");

    private final double drift;
    private final double volatilityFactor;

    /** Use NaN for a drift that the word does not set, or that depends on the number of sessions. */
    Scenario(double drift, double volatilityFactor) {
        this.drift = drift;
        this.volatilityFactor = volatilityFactor;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Scenario::word).toList();
    }

    /** Hints for words that set nothing but look like a misspelt scenario, one per line. */
    static List<String> hints(String params) {
        return words(params).stream()
                .filter(word -> named(word).isEmpty())
                .map(word -> Map.entry(word, Suggestion.hint(word, names())))
                .filter(hint -> !hint.getValue().isEmpty())
                .map(hint -> "'%s' is only a label; %s"
                        .formatted(hint.getKey(), hint.getValue().strip()))
                .toList();
    }

    /** The words of params, in order, known or not. */
    static List<String> words(String params) {
        return WORD.matcher(params).results().map(MatchResult::group).toList();
    }

    /** The scenarios among these words, in order. */
    static List<Scenario> in(String params) {
        return words(params).stream()
                .map(Scenario::named)
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<Scenario> named(String word) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst();
    }

    /** Whether the word sets a drift, and not only a factor of the volatility. */
    boolean isTrend() {
        return this != HIGH_VOL && this != LOW_VOL;
    }

    /** Expected growth per year of 252 sessions, if the trend takes so many sessions. */
    double drift(int sessions) {
        return this == CRASH ? CRASH_RETURN * Market.SESSIONS_PER_YEAR / sessions : drift;
    }

    /** Factor on the market's typical volatility. */
    double volatilityFactor() {
        return volatilityFactor;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
