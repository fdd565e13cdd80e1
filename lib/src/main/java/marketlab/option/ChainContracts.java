package marketlab.option;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import marketlab.calendar.Market;

/**
 * The expiries and strikes of a chain.
 *
 * @param valuationDate null for the last full session up to today
 * @param count number of listed expiries; null for four, or all if fewer are listed
 * @param dates expiry dates, listed or not, in order; empty for listed ones
 * @param series {@link #WEEKLY} or {@link #MONTHLY} for only these; null for all
 * @param strikes number of strikes per expiry
 */
record ChainContracts(LocalDate valuationDate, Integer count, List<LocalDate> dates, String series, int strikes) {

    static final String WEEKLY = "weekly";
    static final String MONTHLY = "monthly";
    static final ChainContracts USUAL = new ChainContracts(null, null, List.of(), null, 41);

    private static final int USUAL_EXPIRIES = 4;

    ChainContracts valuedOn(LocalDate valuationDate) {
        return new ChainContracts(valuationDate, count, dates, series, strikes);
    }

    ChainContracts withListed(int count) {
        return new ChainContracts(valuationDate, count, List.of(), series, strikes);
    }

    ChainContracts with(List<LocalDate> dates) {
        return new ChainContracts(valuationDate, count, dates, series, strikes);
    }

    ChainContracts withSeries(String series) {
        return new ChainContracts(valuationDate, count, dates, series, strikes);
    }

    ChainContracts withStrikes(int strikes) {
        return new ChainContracts(valuationDate, count, dates, series, strikes);
    }

    /** The day at whose close the chain is valued. */
    LocalDate valued(Market market, LocalDate today) {
        return valuationDate == null ? market.calendar().fullSessionOnOrBefore(today) : valuationDate;
    }

    /**
     * The expiries after this day.
     *
     * @throws IllegalArgumentException if the market lists fewer than requested, or a given one is not after the day
     */
    List<LocalDate> expiries(Market market, LocalDate valued) {
        if (!dates.isEmpty()) {
            if (!dates.get(0).isAfter(valued)) {
                throw new IllegalArgumentException(
                        "expiry must be after the valuation date %s, got %s".formatted(valued, dates.get(0)));
            }
            return dates;
        }
        List<LocalDate> listed = market.expiries().listed(valued).stream()
                .filter(day -> series == null || series.equals(isMonthly(market, day) ? MONTHLY : WEEKLY))
                .toList();
        int wanted = count == null ? Math.max(1, Math.min(USUAL_EXPIRIES, listed.size())) : count;
        if (listed.size() < wanted) {
            throw new IllegalArgumentException("[%s] lists %s %sexpiries on %s, got %s"
                    .formatted(market.name(), listed.size(), series == null ? "" : series + " ", valued, wanted));
        }
        return listed.subList(0, wanted);
    }

    /**
     * The strikes around the one nearest to the spot, in index points.
     *
     * @throws IllegalArgumentException if they would reach below zero
     */
    double[] ladder(Market market, double spot) {
        double step = market.strikeStep();
        double lowest = (Math.floor(spot / step + 0.5) - strikes / 2) * step;
        if (!(lowest > 0)) {
            throw new IllegalArgumentException(
                    "%s strikes of %s around %s reach below zero; use fewer".formatted(strikes, step, spot));
        }
        double[] ladder = new double[strikes];
        for (int i = 0; i < strikes; i++) {
            ladder[i] = lowest + i * step;
        }
        return ladder;
    }

    private static boolean isMonthly(Market market, LocalDate expiry) {
        return market.expiries()
                .monthly(YearMonth.from(expiry))
                .filter(expiry::equals)
                .isPresent();
    }
}
