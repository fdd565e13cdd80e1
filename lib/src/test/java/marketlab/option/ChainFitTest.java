package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ChainFitTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final Map<String, Double> KNOWN =
            Map.of("v0", 0.03, "kappa", 2.0, "theta", 0.04, "xi", 0.5, "rho", -0.6);

    private static ChainFit fitted(String model, Dataset chain, FitTerms given) {
        return ChainFit.of(model, chain, given);
    }

    private static OptionChainGenerator nifty() {
        return OptionChainGenerator.of("nifty").valuationDate(DAY).expiries(4).strikes(41);
    }

    /** Expiries of a month to two years, which determine kappa and theta. */
    private static Dataset exact(List<String> columns) {
        HestonPricer model = new HestonPricer(0.03, 2, 0.04, 0.5, -0.6);
        DateColumn expiry = DateColumn.create("expiration");
        StringColumn type = StringColumn.create("option_type");
        DoubleColumn strike = DoubleColumn.create("strike");
        DoubleColumn mid = DoubleColumn.create("mid");
        for (int days : new int[] {30, 91, 182, 365, 730}) {
            Maturity maturity = Maturity.of(Market.named("generic"), DAY, null, DAY.plusDays(days));
            BlackScholes.Terms terms = new BlackScholes.Terms(100, 0.03, 0, maturity.years(), maturity.varianceYears());
            HestonSlice slice = new HestonSlice(model, JumpLaw.NONE, terms, 1);
            for (double k = 70; k <= 140; k += 5) {
                OptionValue value = slice.value(k);
                for (boolean call : new boolean[] {true, false}) {
                    expiry.append(DAY.plusDays(days));
                    type.append(call ? "Call" : "Put");
                    strike.append(k);
                    mid.append(QuoteSlice.price(call, value));
                }
            }
        }
        return Dataset.of(
                Table.create("chain", expiry, type, strike, mid).selectColumns(columns.toArray(String[]::new)));
    }

    private static final List<String> ALL = List.of("expiration", "option_type", "strike", "mid");
    private static final FitTerms TERMS = new FitTerms("generic", DAY, 100.0, 0.03, null);

    @Test
    void exactPricesGiveHestonsParametersBack() {
        ChainFit fit = fitted("heston", exact(ALL), TERMS);
        fit.parameters().forEach((name, value) -> assertThat(value).as(name).isCloseTo(KNOWN.get(name), within(1e-4)));
        assertThat(fit.expiries())
                .allSatisfy(expiry -> assertThat(expiry.worst()).isLessThan(0.01));
        assertThat(fit.toString())
                .contains("heston fitted to prices of 73 options at 2026-01-30", "kappa", "2027-01-30");
    }

    @Test
    void forwardsComeFromParityWithoutASpot() {
        ChainFit fit = fitted("heston", exact(ALL), new FitTerms("generic", DAY, null, 0.03, null));
        assertThat(fit.parameters().get("kappa")).isCloseTo(2, within(1e-3));
    }

    @Test
    void quotesOfAHestonChainGiveItsParametersWithinTheirErrors() {
        ChainFit fit = fitted("heston", nifty().model("heston", KNOWN).generate(), FitTerms.NONE);
        assertThat(fit.parameters().get("v0")).isCloseTo(0.03, within(1e-4));
        assertThat(fit.parameters().get("xi")).isCloseTo(0.5, within(0.01));
        assertThat(fit.parameters().get("rho")).isCloseTo(-0.6, within(0.01));
        assertThat(fit.expiries()).allSatisfy(expiry -> {
            assertThat(expiry.inside()).isEqualTo(expiry.quotes());
            assertThat(expiry.rms()).isLessThan(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "index_skew", "sabr_skew"})
    void sviIsWithinTheSpreadOfEverySurface(String surface) {
        ChainFit fit = fitted(
                "svi", nifty().surface(VolatilitySurface.named(surface, 0.15)).generate(), FitTerms.NONE);
        assertThat(fit.smiles()).hasSize(4);
        assertThat(fit.expiries()).allSatisfy(expiry -> {
            assertThat(expiry.inside()).isEqualTo(expiry.quotes());
            assertThat(expiry.rms()).isLessThan(3);
        });
    }

    @Test
    void exactVolatilitiesGiveSvisParametersBack() {
        Svi known = new Svi(0.01, 0.08, -0.6, 0.05, 0.2);
        Maturity maturity = Maturity.of(Market.named("generic"), DAY, null, DAY.plusDays(91));
        DateColumn expiry = DateColumn.create("expiry");
        StringColumn type = StringColumn.create("type");
        DoubleColumn strike = DoubleColumn.create("strike");
        DoubleColumn price = DoubleColumn.create("price");
        for (double k = 70; k <= 140; k += 5) {
            double volatility = Math.sqrt(known.totalVariance(Math.log(k / 100)) / maturity.varianceYears());
            boolean call = k >= 100;
            expiry.append(DAY.plusDays(91));
            type.append(call ? "c" : "p");
            strike.append(k);
            price.append(QuoteSlice.price(call, BlackScholes.of(100, k, 0, 0, volatility, maturity.varianceYears())));
        }
        ChainFit fit = fitted(
                "svi",
                Dataset.of(Table.create("chain", expiry, type, strike, price)),
                new FitTerms("generic", DAY, 100.0, 0.0, null));
        Svi smile = fit.smiles().get(DAY.plusDays(91));
        known.parameters()
                .forEach((name, value) -> assertThat((double) smile.parameters().get(name))
                        .as(name)
                        .isCloseTo((double) value, within(1e-5)));
        assertThat(fit.expiries().get(0).worst()).isLessThan(1e-3);
    }

    @Test
    void aChainMadeWithTheFittedSmilesHasTheFittedVolatilities() {
        Dataset chain = nifty().surface("index_skew").generate();
        VolatilitySurface surface = fitted("svi", chain, FitTerms.NONE).surface();
        Dataset again = nifty().surface(surface).generate();
        for (int row = 0; row < chain.table().rowCount(); row += 7) {
            assertThat(again.table().doubleColumn("CallIV").get(row))
                    .isCloseTo(chain.table().doubleColumn("CallIV").get(row), within(3e-3));
        }
    }

    @Test
    void smilesThatWouldCrossAreFittedWithoutArbitrage() {
        DateColumn expiry = DateColumn.create("expiry");
        StringColumn type = StringColumn.create("type");
        DoubleColumn strike = DoubleColumn.create("strike");
        DoubleColumn volatility = DoubleColumn.create("iv");
        for (int days : new int[] {30, 60}) {
            for (double k = 80; k <= 120; k += 5) {
                expiry.append(DAY.plusDays(days));
                type.append("c");
                strike.append(k);
                double smile = 1.5 * Math.pow(Math.log(k / 100), 2);
                volatility.append(days == 30 ? 0.40 + smile : 0.20 + smile);
            }
        }
        Dataset chain = Dataset.of(Table.create("chain", expiry, type, strike, volatility));
        ChainFit fit = fitted("svi", chain, new FitTerms("generic", DAY, 100.0, 0.0, null));
        assertThat(fit.surface()).isInstanceOf(SviSurface.class);
        assertThat(fit.toString())
                .contains("the best smile of 2026-03-01 has butterfly or calendar arbitrage; fitted again without it");
    }

    @Test
    void parametersThatAChainDoesNotDetermineAreTold() {
        ChainFit fit = fitted(
                "heston",
                nifty().surface(VolatilitySurface.named("index_skew", 0.15)).generate(),
                FitTerms.NONE);
        assertThat(fit.standardErrors().get("kappa")).isNaN();
        assertThat(fit.toString()).contains("no standard error: at the edge of the search");
    }

    @Test
    void quotesBeyondTheBoundsOfArbitrageAreLeftOutAndCounted() {
        Dataset chain = exact(ALL);
        Table table = chain.table().copy();
        table.doubleColumn("mid").set(0, 99.0);
        table.doubleColumn("mid").set(16, 150.0);
        ChainFit fit = fitted("svi", Dataset.of(table), TERMS);
        assertThat(fit.expiries().get(0).leftOut()).containsEntry("no-arbitrage bounds", 3);
    }

    @Test
    void aChainThatExpiresTodayIsFittedToo() {
        Dataset chain = OptionChainGenerator.of("nifty")
                .at(LocalTime.of(11, 15))
                .valuationDate(LocalDate.of(2026, 1, 27))
                .seed(1)
                .generate();
        for (String model : ChainFit.models()) {
            assertThat(fitted(model, chain, FitTerms.NONE).expiries())
                    .hasSize(4)
                    .allSatisfy(expiry -> assertThat(expiry.inside()).isGreaterThan(expiry.quotes() * 3 / 4));
        }
    }

    @Test
    void rowsThatAreNeitherCallNorPutAreCounted() {
        Dataset chain = exact(ALL);
        chain.table().stringColumn("option_type").set(2, "index").set(3, "");
        assertThat(fitted("svi", chain, TERMS).notes())
                .contains("rows that are neither call nor put by 'option_type', left out: 2");
    }

    @Test
    void whatIsMissingIsNamed() {
        List<String> noType = new ArrayList<>(ALL);
        noType.remove("option_type");
        assertThatThrownBy(() -> fitted("svi", exact(noType), TERMS))
                .hasMessageStartingWith("no column of the type, call or put, such as 'type'; there are: [expiration");
        assertThatThrownBy(() -> fitted("svi", exact(ALL), FitTerms.NONE)).hasMessageContaining("add --date");
        assertThatThrownBy(() -> fitted("svi", nifty().generate(), TERMS)).hasMessageEndingWith("leave out --market");
    }
}
