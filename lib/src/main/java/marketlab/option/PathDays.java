package marketlab.option;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import marketlab.index.Gbm;
import marketlab.index.ModelState;
import marketlab.index.ModelStates;

/**
 * The days of an index history on which chains are valued.
 *
 * @param days by day, oldest first
 * @param source where the volatility comes from: the name of the path's model, {@code ewma 0.94}, or empty for the
 *     chain's own
 */
record PathDays(NavigableMap<LocalDate, PathDay> days, String source) {

    static final String ESTIMATED = "ewma";
    static final PathDays NONE = new PathDays(new TreeMap<>(), "");

    /**
     * The settlement days: full sessions, and early closes of New York. If the history is a path of a known model, and
     * its closes are those that its seed gives, each day has the state of the model; else a volatility estimated from
     * the closes up to that day.
     *
     * @param at time of the day, exchange-local; null for the close
     * @throws IllegalArgumentException as {@link PriceHistory#of} and {@link PriceHistory#lastBars}, or if there is no
     *     settlement day
     */
    static PathDays of(Dataset history, Market market, LocalTime at) {
        PriceHistory prices = PriceHistory.of(history);
        NavigableMap<LocalDateTime, Double> bars = prices.lastBars(at);
        Optional<ModelStates> states = ModelStates.of(history.metadata()).filter(made -> isSame(made, bars));
        NavigableMap<LocalDate, PathDay> days = states.isPresent()
                ? ofPath(states.get(), bars)
                : estimated(bars, prices.daily().spacing().perYear(), market);
        days.keySet().removeIf(day -> !market.calendar().isSettlementDay(day));
        if (days.isEmpty()) {
            throw new IllegalArgumentException("the history has no settlement day of " + market.name());
        }
        return new PathDays(
                days,
                states.map(made -> made.byBar().firstEntry().getValue().model().name())
                        .orElse(ESTIMATED + " " + VolatilityFilter.DECAY));
    }

    /** Name of the model that prices the options of a path by default. */
    String pricing() {
        return days.firstEntry().getValue().chain(ChainModel.USUAL, List.of()).name();
    }

    private static boolean isSame(ModelStates states, NavigableMap<LocalDateTime, Double> bars) {
        return bars.entrySet().stream().allMatch(bar -> {
            ModelState made = states.byBar().get(bar.getKey());
            return made != null && made.close() == bar.getValue();
        });
    }

    private static NavigableMap<LocalDate, PathDay> ofPath(
            ModelStates states, NavigableMap<LocalDateTime, Double> bars) {
        NavigableMap<LocalDate, PathDay> days = new TreeMap<>();
        bars.forEach((start, close) -> {
            ModelState at = states.byBar().get(start);
            double state = Double.isNaN(at.state()) ? ModelVariance.longRun(at.model()) : at.state();
            days.put(start.toLocalDate(), new PathDay(close, ModelVariance.at(at.model(), state), state));
        });
        return days;
    }

    private static NavigableMap<LocalDate, PathDay> estimated(
            NavigableMap<LocalDateTime, Double> bars, double perYear, Market market) {
        NavigableMap<LocalDate, PathDay> days = new TreeMap<>();
        VolatilityFilter filter = new VolatilityFilter(perYear, market.volatility());
        bars.forEach((start, close) -> {
            double volatility = filter.next(close);
            days.put(start.toLocalDate(), new PathDay(close, new Gbm(0, volatility), volatility * volatility));
        });
        return days;
    }
}
