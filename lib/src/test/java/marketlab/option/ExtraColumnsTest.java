package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.index.IndexDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class ExtraColumnsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final OptionChainGenerator CHAIN = OptionChainGenerator.of("nifty")
            .valuationDate(DAY)
            .surface("index_skew")
            .expiries(3)
            .strikes(21)
            .seed(1);
    private static final OptionChainGenerator ALL =
            CHAIN.withImpliedForward().withStickyDelta().withSecondOrderGreeks();
    private static final Dataset PATH =
            IndexDataGenerator.of("nifty").days(20).end(DAY).seed(3).generate();

    @Test
    void columnsOnRequestFollowThoseThatEveryChainHas() {
        Table plain = CHAIN.generate().table();
        Table more = ALL.generate().table();
        assertThat(more.columnNames().subList(0, plain.columnCount())).isEqualTo(plain.columnNames());
        assertThat(more.columnNames().subList(plain.columnCount(), more.columnCount()))
                .containsExactly(
                        "CallVanna",
                        "CallVolga",
                        "CallCharm",
                        "PutVanna",
                        "PutVolga",
                        "PutCharm",
                        "CallStickyDelta",
                        "PutStickyDelta",
                        "ImpliedForward");
        for (String name : plain.columnNames()) {
            assertThat(more.column(name).asList()).isEqualTo(plain.column(name).asList());
        }
    }

    @Test
    void unitsSayTheBasis() {
        assertThat(ALL.generate().metadata().units())
                .containsEntry("CallVanna", "delta per 1.00 of volatility")
                .containsEntry("PutVolga", "vega per 1.00 of volatility")
                .containsEntry("PutCharm", "delta per session, 1/252 year")
                .containsEntry(
                        "CallStickyDelta",
                        "index points per index point, volatility of the strike over the forward unchanged (sticky"
                                + " delta)")
                .containsEntry(
                        "ImpliedForward",
                        "index points, of the expiry, by put-call parity from the middle of the quotes");
        assertThat(CHAIN.model("heston")
                        .withSecondOrderGreeks()
                        .generate()
                        .metadata()
                        .units())
                .containsEntry("CallVanna", "delta per 1.00 of the volatility now, √v0");
    }

    @Test
    void panelHasTheNumbersOfTheChainOfTheDay() {
        Dataset panel = ALL.along(PATH).generatePanel();
        Dataset chain = ALL.along(PATH).generate();
        assertThat(panel.metadata().units().keySet()).containsAll(panel.table().columnNames());
        Table last = panel.table().where(panel.table().dateTimeColumn("Date").isEqualTo(DAY.atStartOfDay()));
        List<String> greeks = List.of("CallVanna", "PutVolga", "PutCharm", "CallStickyDelta");
        for (Row row : chain.table()) {
            Table same = last.where(last.doubleColumn("Strike")
                    .isEqualTo(row.getDouble("Strike"))
                    .and(last.dateTimeColumn("ExpiryDate").isEqualTo(row.getDateTime("ExpiryDate"))));
            assertThat(same.rowCount()).isOne();
            for (String greek : greeks) {
                assertThat(same.doubleColumn(greek).getDouble(0)).isEqualTo(row.getDouble(greek));
            }
        }
    }

    @Test
    void settledContractsHaveNoneLeftButTheirDelta() {
        Table panel = ALL.along(PATH).generatePanel().table();
        Table settled = panel.where(panel.longColumn("Days").isEqualTo(0));
        assertThat(settled.rowCount()).isPositive();
        for (Row row : settled) {
            assertThat(row.getDouble("CallVanna")).isZero();
            assertThat(row.getDouble("CallVolga")).isZero();
            assertThat(row.getDouble("PutCharm")).isZero();
            assertThat(row.getDouble("CallStickyDelta")).isEqualTo(row.getDouble("CallDelta"));
            assertThat(row.getDouble("ImpliedForward")).isCloseTo(row.getDouble("Spot"), within(0.05));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nifty", "banknifty", "spx", "spxw", "generic"})
    void impliedForwardIsThatOfSpotAndCarryWithinTheSpread(String name) {
        Market market = Market.named(name);
        for (double spot : new double[] {market.spot(), 1.0123 * market.spot()}) {
            Dataset chain = OptionChainGenerator.of(market)
                    .valuationDate(DAY)
                    .spot(spot)
                    .surface("index_skew")
                    .withImpliedForward()
                    .seed(1)
                    .generate();
            List<?> expiries = (List<?>) chain.metadata().modelParams().get("expiries");
            List<?> years = (List<?>) chain.metadata().modelParams().get("years");
            for (Row row : chain.table()) {
                int at = expiries.indexOf(
                        row.getDateTime("ExpiryDate").toLocalDate().toString());
                double time = (Double) years.get(at);
                double forward = spot * Math.exp((market.rate() - market.dividendYield()) * time);
                double spread = spreadNearest(chain.table(), row, forward);
                assertThat(row.getDouble("ImpliedForward"))
                        .isCloseTo(forward, within(Math.exp(market.rate() * time) * spread));
            }
        }
    }

    /** Half of the spreads of call and put at the strike nearest to the forward. */
    private static double spreadNearest(Table chain, Row of, double forward) {
        Table expiry = chain.where(chain.dateTimeColumn("ExpiryDate").isEqualTo(of.getDateTime("ExpiryDate")));
        Row nearest = null;
        for (Row row : expiry) {
            if (nearest == null
                    || Math.abs(row.getDouble("Strike") - forward) < Math.abs(nearest.getDouble("Strike") - forward)) {
                nearest = new Row(expiry, row.getRowNumber());
            }
        }
        return 0.5
                * (nearest.getDouble("CallAsk")
                        - nearest.getDouble("CallBid")
                        + nearest.getDouble("PutAsk")
                        - nearest.getDouble("PutBid"));
    }

    @Test
    void volatilityIndexHasNoContracts() {
        assertThatThrownBy(CHAIN.withImpliedForward().along(PATH)::generateVolatilityIndex)
                .hasMessage("a volatility index has no contracts: leave out greeks and forwards");
    }
}
