package marketlab.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.dataset.Suggestion;

/**
 * The phases of a path, as the words of a dataset's params or {@code crash:40,recovery:120} describe them.
 *
 * @param phases one after the other; together they have all sessions
 */
record ScenarioScript(List<Phase> phases) {

    /** Sessions of a crash, as in February and March 2020, if there are enough. */
    private static final int CRASH_SESSIONS = 20;

    /** Volatility after a crash, as a factor on the market's. */
    private static final double AFTERMATH = 1.5;

    private static final Pattern PHASE = Pattern.compile("([^:,]+):(\\d{1,6})");

    /**
     * A number of sessions with one drift and volatility.
     *
     * @param drift expected growth per year of 252 sessions; NaN for the market's
     * @param volatilityFactor on the market's typical volatility
     */
    record Phase(int sessions, double drift, double volatilityFactor) {}

    /**
     * The script of these words for so many sessions. Words of a trend follow each other; {@code high_vol} and
     * {@code low_vol} apply to all of them. A crash takes twenty sessions, or its equal part if that is less, and the
     * others share the rest equally. If it is the last word, a calmer market comes after it.
     */
    static ScenarioScript of(String params, int sessions) {
        List<Scenario> words = Scenario.in(params);
        double factor = factor(words.stream().filter(word -> !word.isTrend()).toList());
        List<Scenario> trends = words.stream().filter(Scenario::isTrend).toList();
        if (trends.isEmpty()) {
            return new ScenarioScript(List.of(new Phase(sessions, Double.NaN, factor)));
        }
        boolean endsInCrash = trends.get(trends.size() - 1) == Scenario.CRASH;
        int parts = trends.size() + (endsInCrash ? 1 : 0);
        int ofCrash = Math.min(CRASH_SESSIONS, (sessions + parts - 1) / parts);
        List<Phase> phases = new ArrayList<>();
        int left = sessions;
        int others =
                parts - (int) trends.stream().filter(Scenario.CRASH::equals).count();
        int shared = Math.max(0, sessions - (parts - others) * ofCrash);
        for (Scenario trend : trends) {
            int share = Math.min(left, trend == Scenario.CRASH ? ofCrash : shared / others--);
            shared -= trend == Scenario.CRASH ? 0 : share;
            left -= share;
            phases.add(phase(share, trend, factor));
        }
        if (endsInCrash) {
            phases.add(new Phase(left, Double.NaN, factor * AFTERMATH));
        }
        return new ScenarioScript(
                phases.stream().filter(phase -> phase.sessions() > 0).toList());
    }

    /**
     * The script of phases such as {@code crash:40,bullish_low_vol:120}.
     *
     * @throws IllegalArgumentException if it is not written so; the message says how
     */
    static ScenarioScript parse(String text) {
        List<Phase> phases = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            Matcher phase = PHASE.matcher(one.strip());
            if (!phase.matches() || Integer.parseInt(phase.group(2)) == 0) {
                throw new IllegalArgumentException(
                        "[phases] a phase is WORDS:SESSIONS, such as crash:40, got '%s'".formatted(one));
            }
            phases.add(phase(Integer.parseInt(phase.group(2)), phase.group(1)));
        }
        return new ScenarioScript(List.copyOf(phases));
    }

    /** This script for so many sessions: after its last phase the market is as usual. */
    ScenarioScript over(int sessions) {
        int rest = sessions - sessions();
        if (rest < 0) {
            throw new IllegalArgumentException("[phases] the phases have %s sessions together, but there are only %s"
                    .formatted(sessions(), sessions));
        }
        List<Phase> all = new ArrayList<>(phases);
        if (rest > 0) {
            all.add(new Phase(rest, Double.NaN, 1));
        }
        return new ScenarioScript(all);
    }

    /** Number of sessions of all phases. */
    int sessions() {
        return phases.stream().mapToInt(Phase::sessions).reduce(0, Math::addExact);
    }

    private static Phase phase(int sessions, String words) {
        for (String word : Scenario.words(words)) {
            if (Scenario.named(word).isEmpty()) {
                throw new IllegalArgumentException("[phases] unknown word '%s'; %sthere are: %s"
                        .formatted(word, Suggestion.hint(word, Scenario.names()), String.join(", ", Scenario.names())));
            }
        }
        List<Scenario> known = Scenario.in(words);
        List<Scenario> trends = known.stream().filter(Scenario::isTrend).toList();
        if (trends.size() > 1) {
            throw new IllegalArgumentException("[phases] '%s' has two trends; make them two phases: %s:%s,%s:%s"
                    .formatted(
                            words, trends.get(0).word(), sessions, trends.get(1).word(), sessions));
        }
        double factor = factor(known.stream().filter(word -> !word.isTrend()).toList());
        return trends.isEmpty() ? new Phase(sessions, Double.NaN, factor) : phase(sessions, trends.get(0), factor);
    }

    private static Phase phase(int sessions, Scenario trend, double factor) {
        return new Phase(sessions, trend.drift(sessions), factor * trend.volatilityFactor());
    }

    private static double factor(List<Scenario> words) {
        return words.stream().mapToDouble(Scenario::volatilityFactor).reduce(1, (a, b) -> a * b);
    }
}
