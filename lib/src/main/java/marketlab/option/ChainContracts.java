package marketlab.option;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import marketlab.calendar.Market;

/**
 * The expiries and strikes of a chain.
 *
 * @param valuationDate null for the last settlement day up to today
 * @param at time of the day, exchange-local; null for the close
 * @param count number of listed expiries; null for four, or all if fewer are listed
 * @param dates expiry dates, listed or not, in order; empty for listed ones
 * @param maturities recorded ones, for a chain that is made again; empty for those of the expiries
 * @param series {@link #WEEKLY} or {@link #MONTHLY} for only these; null for all
 * @param strikes number of strikes per expiry; null for 41 in a chain, and by distance in a panel
 */
record ChainContracts(
        LocalDate valuationDate,
        LocalTime at,
        Integer count,
        List<LocalDate> dates,
        List<Maturity> maturities,
        String series,
        Integer strikes) {

    static final String WEEKLY = "weekly";
    static final String MONTHLY = "monthly";
    static final ChainContracts USUAL = new ChainContracts(null, null, null, List.of(), List.of(), null, null);

    private static final int USUAL_EXPIRIES = 4;
    private static final int USUAL_STRIKES = 41;
    /** A panel lists strikes up to so many deviations from the spot. */
    private static final double REACH = 3;

    private static final int FEWEST_EACH_SIDE = 5;
    private static final int MOST_EACH_SIDE = 100;
    /** Contracts with more calendar years than this have strikes twice as far apart. */
    private static final double FAR_YEARS = 100 / 365.0;

    ChainContracts valuedOn(LocalDate valuationDate) {
        return new ChainContracts(valuationDate, at, count, dates, maturities, series, strikes);
    }

    ChainContracts valuedAt(LocalTime at) {
        return new ChainContracts(valuationDate, at, count, dates, maturities, series, strikes);
    }

    ChainContracts withListed(int count) {
        return new ChainContracts(valuationDate, at, count, List.of(), List.of(), series, strikes);
    }

    ChainContracts with(List<LocalDate> dates) {
        return new ChainContracts(valuationDate, at, count, dates, List.of(), series, strikes);
    }

    ChainContracts withMaturities(List<Maturity> maturities) {
        return new ChainContracts(valuationDate, at, count, dates, maturities, series, strikes);
    }

    ChainContracts withSeries(String series) {
        return new ChainContracts(valuationDate, at, count, dates, maturities, series, strikes);
    }

    ChainContracts withStrikes(int strikes) {
        return new ChainContracts(valuationDate, at, count, dates, maturities, series, strikes);
    }

    int strikesOrUsual() {
        return strikes == null ? USUAL_STRIKES : strikes;
    }

    /** The day at whose close the chain is valued. */
    LocalDate valued(Market market, LocalDate today) {
        return valuationDate == null ? market.calendar().settlementDayOnOrBefore(today) : valuationDate;
    }

    /**
     * The expiries after this day, the nearest first.
     *
     * @throws IllegalArgumentException if the market lists fewer than requested, or a given one is not after the day
     */
    List<Maturity> maturities(Market market, LocalDate valued) {
        return maturities.isEmpty()
                ? expiries(market, valued).stream()
                        .map(expiry -> Maturity.of(market, valued, at, expiry))
                        .toList()
                : maturities;
    }

    /** As {@link #maturities}; at a close, before them the contracts that settle at it. */
    List<Maturity> maturitiesFrom(Market market, LocalDate valued) {
        if (at != null) {
            return maturities(market, valued);
        }
        boolean expires = !dates.isEmpty()
                ? dates.contains(valued)
                : isOfSeries(market, valued)
                        && market.expiries().listed(valued.minusDays(1)).contains(valued);
        List<Maturity> later = dates.isEmpty() || dates.stream().anyMatch(date -> date.isAfter(valued))
                ? with(dates.stream().filter(date -> date.isAfter(valued)).toList())
                        .maturities(market, valued)
                : List.of();
        return expires && !market.expiries().settlesAtOpen(valued)
                ? Stream.concat(Stream.of(new Maturity(valued, 0, 0)), later.stream())
                        .toList()
                : later;
    }

    private List<LocalDate> expiries(Market market, LocalDate valued) {
        if (!dates.isEmpty()) {
            if (!isAlive(market, valued, dates.get(0))) {
                throw new IllegalArgumentException("expiry must be after the valuation date %s%s, got %s"
                        .formatted(valued, at == null ? "" : " " + at, dates.get(0)));
            }
            return dates;
        }
        List<LocalDate> listed = Stream.concat(
                        market.expiries().listed(valued.minusDays(1)).stream()
                                .filter(day -> day.equals(valued) && isAlive(market, valued, day)),
                        market.expiries().listed(valued).stream())
                .filter(day -> isOfSeries(market, day))
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
        return ladder(market.strikeStep(), spot, strikesOrUsual());
    }

    /**
     * The strikes that the exchange adds for an expiry on a day, in index points: those around the spot up to three
     * deviations until the expiry, or the number that was chosen. Far expiries have wider steps.
     *
     * @param deviation of the log-return until the expiry
     * @throws IllegalArgumentException if they would reach below zero
     */
    double[] added(Market market, double spot, Maturity maturity, double deviation) {
        double step = maturity.years() > FAR_YEARS ? 2 * market.strikeStep() : market.strikeStep();
        double eachSide = Math.ceil(REACH * deviation * spot / step);
        int count = strikes == null
                ? 2 * (int) Math.min(Math.max(eachSide, FEWEST_EACH_SIDE), MOST_EACH_SIDE) + 1
                : strikes;
        return ladder(step, spot, count);
    }

    private static double[] ladder(double step, double spot, int strikes) {
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

    /** Whether contracts of this expiry settle after the moment of valuation. */
    private boolean isAlive(Market market, LocalDate valued, LocalDate expiry) {
        return expiry.isAfter(valued)
                || at != null
                        && expiry.equals(valued)
                        && !market.expiries().settlesAtOpen(expiry)
                        && Maturity.of(market, valued, at, expiry).varianceYears() > 0;
    }

    private boolean isOfSeries(Market market, LocalDate expiry) {
        return series == null || series.equals(isMonthly(market, expiry) ? MONTHLY : WEEKLY);
    }

    private static boolean isMonthly(Market market, LocalDate expiry) {
        return market.expiries()
                .monthly(YearMonth.from(expiry))
                .filter(expiry::equals)
                .isPresent();
    }
}
