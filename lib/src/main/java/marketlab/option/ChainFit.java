package marketlab.option;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import marketlab.dataset.Dataset;

/**
 * A model fitted to the quotes of an option chain: {@code svi}, a smile for each expiry, or {@code heston}, one set of
 * parameters for all expiries. Of each strike the option that is out of the money is used. An option without a bid, or
 * with a price outside the no-arbitrage bounds, is left out. An option counts by how narrow its quotes are; without bid
 * and ask, all count the same. Immutable.
 */
public final class ChainFit {

    private static final String SVI = "svi";
    private static final String HESTON = "heston";
    /** Parameters are given with so many digits, and are rounded to them. */
    private static final int DIGITS = 9;

    private final ChainQuotes quotes;
    private final HestonPricer heston;
    private final Map<String, Double> standardErrors;
    private final Map<LocalDate, Svi> smiles;
    private final List<ExpiryFit> expiries;
    private final List<String> notes;

    private ChainFit(
            ChainQuotes quotes,
            HestonPricer heston,
            Map<String, Double> standardErrors,
            Map<LocalDate, Svi> smiles,
            List<ExpiryFit> expiries,
            List<String> notes) {
        this.quotes = quotes;
        this.heston = heston;
        this.standardErrors = Collections.unmodifiableMap(standardErrors);
        this.smiles = Collections.unmodifiableMap(smiles);
        this.expiries = List.copyOf(expiries);
        this.notes = List.copyOf(notes);
    }

    /** Names of the models. */
    public static List<String> models() {
        return List.of(SVI, HESTON);
    }

    /**
     * Fits a model to a chain; of a table with several days, to the last one.
     *
     * @param given what the chain does not say itself
     * @throws IllegalArgumentException if the model is unknown, if the chain lacks a column or a term, if a term is given
     *     that the chain records, or if no expiry has six usable quotes
     */
    public static ChainFit of(String model, Dataset chain, FitTerms given) {
        if (!models().contains(model)) {
            throw new IllegalArgumentException("[model] %s cannot be fitted to a chain; models that can: %s"
                    .formatted(model, String.join(", ", models())));
        }
        ChainQuotes quotes = ChainQuotes.of(chain, given);
        return model.equals(SVI) ? svi(quotes) : heston(quotes);
    }

    private static ChainFit heston(ChainQuotes quotes) {
        HestonFit fit = new HestonFit(quotes.slices());
        HestonPricer found = fit.fit();
        HestonPricer heston = new HestonPricer(
                rounded(found.v0()),
                rounded(found.kappa()),
                rounded(found.theta()),
                rounded(found.xi()),
                rounded(found.rho()));
        List<ExpiryFit> expiries = quotes.slices().stream()
                .map(slice -> ExpiryFit.of(slice, quotes.basis(), HestonFit.pricer(heston, slice)::value))
                .toList();
        List<String> notes = new ArrayList<>();
        double reverting = 2 * heston.kappa() * heston.theta();
        double moving = heston.xi() * heston.xi();
        notes.add(String.format(
                Locale.ROOT,
                reverting >= moving
                        ? "the Feller condition holds: 2 kappa theta = %.4g >= xi² = %.4g"
                        : "the Feller condition does not hold: 2 kappa theta = %.4g < xi² = %.4g, so the variance"
                                + " can reach 0",
                reverting,
                moving));
        return new ChainFit(quotes, heston, fit.standardErrors(heston), Map.of(), expiries, notes);
    }

    private static ChainFit svi(ChainQuotes quotes) {
        // The last expiry first: its quotes tell most, and a smile below that of the next expiry always exists.
        List<QuoteSlice> lastFirst = new ArrayList<>(quotes.slices());
        Collections.reverse(lastFirst);
        Map<LocalDate, Svi> smiles = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        Svi after = null;
        for (QuoteSlice slice : lastFirst) {
            SmileFit.Fitted fitted = new SmileFit(slice, Optional.ofNullable(after)).fit();
            if (fitted.smile() == null) {
                throw new IllegalArgumentException("no smile of %s fits without arbitrage".formatted(slice.expiry()));
            }
            if (fitted.isMended()) {
                notes.add(
                        0,
                        "the best smile of %s has %s; fitted again without it"
                                .formatted(
                                        slice.expiry(),
                                        after == null ? "butterfly arbitrage" : "butterfly or calendar arbitrage"));
            }
            after = rounded(fitted.smile());
            smiles.put(slice.expiry(), after);
        }
        List<ExpiryFit> expiries = quotes.slices().stream()
                .map(slice -> ExpiryFit.of(slice, quotes.basis(), pricer(smiles.get(slice.expiry()), slice)))
                .toList();
        notes.add("no butterfly and no calendar arbitrage");
        return new ChainFit(quotes, null, Map.of(), smiles, expiries, notes);
    }

    private static DoubleFunction<OptionValue> pricer(Svi smile, QuoteSlice slice) {
        double years = slice.maturity().varianceYears();
        return strike -> slice.value(strike, Math.sqrt(smile.totalVariance(slice.logStrike(strike)) / years));
    }

    private static Svi rounded(Svi smile) {
        try {
            return new Svi(
                    rounded(smile.a()),
                    rounded(smile.b()),
                    rounded(smile.rho()),
                    rounded(smile.m()),
                    rounded(smile.sigma()));
        } catch (IllegalArgumentException onTheEdge) {
            return smile;
        }
    }

    private static double rounded(double x) {
        return Double.parseDouble(String.format(Locale.ROOT, "%." + (DIGITS - 1) + "e", x));
    }

    /**
     * Heston's v0, kappa, theta, xi and rho, per year of 252 sessions, as {@link OptionChainGenerator#model} takes them;
     * empty for SVI.
     */
    public Map<String, Double> parameters() {
        return heston == null ? Map.of() : HestonFit.byName(heston);
    }

    /** Standard errors of the {@link #parameters}; NaN for one that the quotes do not determine. */
    public Map<String, Double> standardErrors() {
        return standardErrors;
    }

    /** The smile of each expiry, by its date; empty for Heston. */
    public Map<LocalDate, Svi> smiles() {
        return smiles;
    }

    /**
     * The smiles as a surface, as {@link OptionChainGenerator#surface(VolatilitySurface)} takes it.
     *
     * @throws IllegalStateException if Heston's model was fitted
     */
    public VolatilitySurface surface() {
        if (smiles.isEmpty()) {
            throw new IllegalStateException("heston has no surface: give its parameters() to model(\"heston\", …)");
        }
        Map<Double, Svi> byYears = new TreeMap<>();
        expiries.forEach(expiry -> byYears.put(expiry.years(), smiles.get(expiry.expiry())));
        return SviSurface.of(byYears);
    }

    /** How well the model fits each expiry, the nearest first. */
    public List<ExpiryFit> expiries() {
        return expiries;
    }

    /** How the chain was understood, a sentence each. */
    public List<String> notes() {
        return quotes.notes();
    }

    /** What was found out about the model, a sentence each. */
    List<String> findings() {
        return notes;
    }

    ChainQuotes quotes() {
        return quotes;
    }

    /** The parameters, the errors of each expiry and, for Heston, the command that generates a chain with them. */
    @Override
    public String toString() {
        return FitText.of(this);
    }
}
