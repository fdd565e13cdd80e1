package marketlab.option;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;

/**
 * A chain as a model is fitted to it: its terms and, by expiry, its quotes.
 *
 * @param spot in index points
 * @param dividendYield per year, continuous, as a fraction; that of the last expiry's forward
 */
record ChainQuotes(
        String market,
        LocalDate valued,
        double spot,
        double rate,
        double dividendYield,
        QuoteBasis basis,
        List<QuoteSlice> slices,
        List<String> notes) {

    /** SVI has five parameters. */
    static final int FEWEST = 6;

    private static final int STRIKES_OF_PARITY = 5;

    /**
     * Reads a chain, of a table with several days that of the last day.
     *
     * @throws IllegalArgumentException if columns or terms are missing, or no expiry has enough usable quotes
     */
    static ChainQuotes of(Dataset chain, FitTerms given) {
        QuoteColumns columns = QuoteColumns.of(chain);
        List<OptionQuote> quotes = columns.quotes();
        QuoteBasis basis = basis(quotes);
        List<String> notes = new ArrayList<>(columns.notes());
        Map<LocalDate, List<OptionQuote>> byExpiry =
                quotes.stream().collect(Collectors.groupingBy(OptionQuote::expiry, TreeMap::new, Collectors.toList()));
        Optional<ChainRecipe> recipe = ChainRecipe.of(chain.metadata());
        return recipe.isPresent()
                ? generated(chain, recipe.get(), given, byExpiry, basis, notes)
                : foreign(chain, columns, given, byExpiry, basis, notes);
    }

    private static QuoteBasis basis(List<OptionQuote> quotes) {
        if (quotes.stream().anyMatch(OptionQuote::hasQuotes)) {
            return QuoteBasis.QUOTES;
        }
        return quotes.stream().anyMatch(quote -> quote.price() > 0) ? QuoteBasis.PRICES : QuoteBasis.VOLATILITIES;
    }

    private static ChainQuotes generated(
            Dataset chain,
            ChainRecipe recipe,
            FitTerms given,
            Map<LocalDate, List<OptionQuote>> byExpiry,
            QuoteBasis basis,
            List<String> notes) {
        if (given.firstGiven() != null) {
            throw new IllegalArgumentException("this chain records its market, date, spot, rate and yield: leave out %s"
                    .formatted(given.firstGiven()));
        }
        ChainTerms terms = recipe.terms();
        List<QuoteSlice> slices = new ArrayList<>();
        recipe.maturities().stream()
                .filter(maturity -> byExpiry.containsKey(maturity.expiry()))
                .forEach(maturity -> add(
                        slices,
                        notes,
                        maturity,
                        terms.spot() * StrictMath.exp((terms.rate() - terms.dividendYield()) * maturity.years()),
                        terms.rate(),
                        byExpiry.get(maturity.expiry()),
                        basis,
                        maturity.varianceYears()));
        return checked(new ChainQuotes(
                terms.market().name(),
                recipe.valued(),
                terms.spot(),
                terms.rate(),
                terms.dividendYield(),
                basis,
                slices,
                notes));
    }

    private static ChainQuotes foreign(
            Dataset chain,
            QuoteColumns columns,
            FitTerms given,
            Map<LocalDate, List<OptionQuote>> byExpiry,
            QuoteBasis basis,
            List<String> notes) {
        Market market = market(chain.metadata(), given, notes);
        LocalDate valued = Optional.ofNullable(given.date())
                .or(columns::date)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no column of the date on which the options were quoted: add --date"));
        double rate = rate(chain.metadata(), given, market, notes);
        Map<LocalDate, Double> forwards = given.spot() == null ? columns.forwards() : Map.of();
        Optional<Double> spot = Optional.ofNullable(given.spot()).or(columns::spot);
        boolean isOurs = chain.metadata().modelParams().containsKey("variance_years")
                || chain.metadata().modelParams().containsKey("first_day");
        if (basis == QuoteBasis.VOLATILITIES && !isOurs) {
            notes.add("the implied volatilities are taken to be per year of 365 calendar days");
        }
        LocalTime at = chain.metadata().modelParams().get(ChainRecipe.VALUATION_TIME) instanceof String time
                ? LocalTime.parse(time)
                : null;
        List<QuoteSlice> slices = new ArrayList<>();
        double yield = given.dividendYield() == null ? 0 : given.dividendYield();
        double carried = 0;
        double level = spot.orElse(Double.NaN);
        for (Map.Entry<LocalDate, List<OptionQuote>> expiry : byExpiry.entrySet()) {
            Maturity maturity = Maturity.of(market, valued, at, expiry.getKey());
            if (!(maturity.varianceYears() > 0 && maturity.years() > 0)) {
                notes.add(expiry.getKey() + " is not after " + valued + ": left out");
                continue;
            }
            double fromSpot = level * StrictMath.exp((rate - yield) * maturity.years());
            double forward = Optional.ofNullable(forwards.get(expiry.getKey()))
                    .or(() ->
                            given.spot() == null ? parity(expiry.getValue(), basis, rate, maturity) : Optional.empty())
                    .orElse(fromSpot);
            if (Double.isNaN(forward)) {
                throw new IllegalArgumentException(
                        "the forward of %s is not known, as no strike has both a call and a put: add --spot"
                                .formatted(expiry.getKey()));
            }
            level = Double.isNaN(level) ? forward * StrictMath.exp(-rate * maturity.years()) : level;
            carried = rate - StrictMath.log(forward / level) / maturity.years();
            double volatilityYears = isOurs ? maturity.varianceYears() : maturity.years();
            add(slices, notes, maturity, forward, rate, expiry.getValue(), basis, volatilityYears);
        }
        return checked(new ChainQuotes(market.name(), valued, level, rate, carried, basis, slices, notes));
    }

    private static Market market(Metadata metadata, FitTerms given, List<String> notes) {
        String named = metadata.text(Metadata.MARKET_TYPE).orElse("");
        if (given.market() != null) {
            return Market.named(given.market());
        }
        if (Market.names().contains(named)) {
            return Market.named(named);
        }
        notes.add("sessions are all weekdays: --market chooses those of a market");
        return Market.named("generic");
    }

    private static double rate(Metadata metadata, FitTerms given, Market market, List<String> notes) {
        if (given.rate() != null) {
            return given.rate();
        }
        if (metadata.modelParams().get("rate") instanceof Number recorded) {
            return recorded.doubleValue();
        }
        notes.add("the rate is the typical one of %s, %s: --rate sets another".formatted(market.name(), market.rate()));
        return market.rate();
    }

    /** The forward by put-call parity: the middle one of those at the strikes where call and put are nearest. */
    private static Optional<Double> parity(List<OptionQuote> quotes, QuoteBasis basis, double rate, Maturity maturity) {
        if (basis == QuoteBasis.VOLATILITIES) {
            return Optional.empty();
        }
        Map<Double, Double> calls = mids(quotes, basis, true);
        Map<Double, Double> puts = mids(quotes, basis, false);
        double growth = StrictMath.exp(rate * maturity.years());
        double[] forwards = calls.keySet().stream()
                .filter(puts::containsKey)
                .sorted(Comparator.comparingDouble(strike -> Math.abs(calls.get(strike) - puts.get(strike))))
                .limit(STRIKES_OF_PARITY)
                .mapToDouble(strike -> strike + growth * (calls.get(strike) - puts.get(strike)))
                .sorted()
                .toArray();
        return forwards.length == 0 ? Optional.empty() : Optional.of(forwards[forwards.length / 2]);
    }

    private static Map<Double, Double> mids(List<OptionQuote> quotes, QuoteBasis basis, boolean call) {
        Map<Double, Double> mids = new TreeMap<>();
        quotes.stream()
                .filter(quote -> quote.call() == call && quote.mid(basis) > 0)
                .forEach(quote -> mids.put(quote.strike(), quote.mid(basis)));
        return mids;
    }

    private static void add(
            List<QuoteSlice> slices,
            List<String> notes,
            Maturity maturity,
            double forward,
            double rate,
            List<OptionQuote> quotes,
            QuoteBasis basis,
            double volatilityYears) {
        if (!(maturity.varianceYears() > 0)) {
            notes.add(maturity.expiry() + " is settled: left out");
            return;
        }
        QuoteSlice slice = new QuoteSlice(maturity, forward, rate, quotes, basis, volatilityYears);
        if (slice.points().size() < FEWEST) {
            notes.add("%s has %s usable quotes, and %s are needed: left out"
                    .formatted(maturity.expiry(), slice.points().size(), FEWEST));
        } else {
            slices.add(slice);
        }
    }

    private static ChainQuotes checked(ChainQuotes quotes) {
        if (quotes.slices().isEmpty()) {
            throw new IllegalArgumentException("no expiry has %s or more usable quotes%s"
                    .formatted(FEWEST, quotes.notes().isEmpty() ? "" : ": " + String.join("; ", quotes.notes())));
        }
        return quotes;
    }
}
