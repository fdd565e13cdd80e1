package marketlab.option;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.MetadataColumn;
import marketlab.dataset.Provenance;

/**
 * Everything that a chain needs: the settings of an {@link OptionChainGenerator}, completed with the market's typical
 * values.
 *
 * @param valued the day at whose close the chain is valued
 * @param strikes in index points, the same for each expiry
 * @param metadataColumn whether the dataset has the column of {@link MetadataColumn}
 * @param created time of generation, for the metadata
 */
record ChainPlan(
        ChainTerms terms,
        ChainModel model,
        LocalDate valued,
        List<LocalDate> expiries,
        double[] strikes,
        long seed,
        String params,
        boolean metadataColumn,
        Instant created) {

    private static final double DAYS_PER_YEAR = 365;

    Market market() {
        return terms.market();
    }

    Dataset dataset() {
        ChainTable table = new ChainTable(expiries.size() * strikes.length);
        for (int i = 0; i < expiries.size(); i++) {
            fill(table, i * strikes.length, expiries.get(i));
        }
        Dataset made = Dataset.of(table.table(market().name())).with(metadata(table.fingerprint()));
        return metadataColumn ? MetadataColumn.addTo(made) : made;
    }

    private void fill(ChainTable table, int first, LocalDate expiry) {
        double spot = terms.spot();
        double rate = terms.rate();
        double dividendYield = terms.dividendYield();
        double years = ChronoUnit.DAYS.between(valued, expiry) / DAYS_PER_YEAR;
        BlackScholes.Terms discounting = new BlackScholes.Terms(spot, rate, dividendYield, years);
        double forward = discounting.forward();
        HestonSlice slice = model.isHeston()
                ? model.pricer(terms.volatility()).slice(spot, rate, dividendYield, years, farthest(forward))
                : null;
        VolatilitySurface smile = model.smile(terms.volatility());
        Quotes quotes = new Quotes(market());
        for (int i = 0; i < strikes.length; i++) {
            double strike = strikes[i];
            double logRatio = BlackScholes.Terms.logRatio(spot, strike);
            OptionValue value;
            double callVolatility;
            double putVolatility;
            if (slice == null) {
                callVolatility = smile.volatility(strike, forward, years);
                putVolatility = callVolatility;
                value = discounting.value(strike, callVolatility, logRatio);
            } else {
                value = slice.value(strike);
                callVolatility = ImpliedVolatility.ofCall(value.callPrice(), spot, strike, rate, dividendYield, years)
                        .value();
                putVolatility = ImpliedVolatility.ofPut(value.putPrice(), spot, strike, rate, dividendYield, years)
                        .value();
            }
            table.contract(first + i, strike, expiry);
            table.value(first + i, callVolatility, putVolatility, value);
            double above = -(logRatio + discounting.carry) / (terms.volatility() * discounting.root);
            table.quotes(
                    first + i,
                    quotes.quote(
                            value.callPrice(),
                            value.vega(),
                            strike,
                            above,
                            years,
                            Quotes.key(seed, strike, expiry.toEpochDay(), true)),
                    quotes.quote(
                            value.putPrice(),
                            value.vega(),
                            strike,
                            -above,
                            years,
                            Quotes.key(seed, strike, expiry.toEpochDay(), false)));
        }
    }

    /** The largest log-moneyness of a strike against the forward. */
    private double farthest(double forward) {
        return Math.max(
                Math.abs(StrictMath.log(forward / strikes[0])),
                Math.abs(StrictMath.log(forward / strikes[strikes.length - 1])));
    }

    private Metadata metadata(String fingerprint) {
        return new Provenance(
                        "option_chain",
                        market().name(),
                        model.name(),
                        params,
                        seed,
                        ChainRecipe.STREAM,
                        fingerprint,
                        ChainTable.units(model.isHeston() ? "the volatility now, √v0" : "volatility"),
                        ChainRecipe.parameters(this),
                        created)
                .metadata();
    }
}
