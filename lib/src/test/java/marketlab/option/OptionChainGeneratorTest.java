package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.index.IndexDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class OptionChainGeneratorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);

    private final OptionChainGenerator nifty =
            OptionChainGenerator.of("nifty").clock(CLOCK).spot(24_161).seed(7);

    @Test
    void rowsAreTheListedStrikesOfTheListedExpiries() {
        Table chain = nifty.expiries(3).strikes(5).generate().table();
        assertThat(chain.columnNames())
                .startsWith(
                        "Strike",
                        "ExpiryDate",
                        "CallPrice",
                        "PutPrice",
                        "CallIV",
                        "PutIV",
                        "CallDelta",
                        "CallGamma",
                        "CallTheta",
                        "CallVega",
                        "CallRho",
                        "PutDelta",
                        "PutGamma",
                        "PutTheta",
                        "PutVega",
                        "PutRho");
        assertThat(chain.doubleColumn("Strike").asList().subList(0, 5))
                .containsExactly(24_050.0, 24_100.0, 24_150.0, 24_200.0, 24_250.0);
        assertThat(chain.dateTimeColumn("ExpiryDate").unique().asList())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 1, 20).atStartOfDay(),
                        LocalDate.of(2026, 1, 27).atStartOfDay(),
                        LocalDate.of(2026, 2, 3).atStartOfDay());
        assertThat(chain.rowCount()).isEqualTo(15);
    }

    @Test
    void valuedOnTheLastFullSessionUpToToday() {
        assertThat(nifty.generate().metadata().modelParams()).containsEntry("valuation_date", "2026-01-14");
    }

    @Test
    void everyFigureIsThatOfBlackAndScholes() {
        Table chain = nifty.valuationDate(LocalDate.of(2026, 1, 14))
                .volatility(0.2)
                .rate(0.06)
                .dividendYield(0.01)
                .expiries(List.of(LocalDate.of(2026, 1, 27)))
                .strikes(1)
                .generate()
                .table();
        int sessions = 7; // 15 and 26 January are holidays
        OptionValue value = BlackScholes.of(24_161, 24_150, 0.06, 0.01, 0.2, 13 / 365.0, sessions / 252.0);
        assertThat(chain.doubleColumn("CallPrice").get(0)).isEqualTo(value.callPrice());
        assertThat(chain.doubleColumn("PutPrice").get(0)).isEqualTo(value.putPrice());
        assertThat(chain.doubleColumn("CallIV").get(0)).isEqualTo(0.2);
        assertThat(chain.doubleColumn("PutIV").get(0)).isEqualTo(0.2);
        assertThat(chain.doubleColumn("CallDelta").get(0)).isEqualTo(value.callDelta());
        assertThat(chain.doubleColumn("CallGamma").get(0)).isEqualTo(value.gamma());
        assertThat(chain.doubleColumn("CallTheta").get(0)).isEqualTo(value.callTheta() / 252);
        assertThat(chain.doubleColumn("CallVega").get(0)).isEqualTo(value.vega());
        assertThat(chain.doubleColumn("CallRho").get(0)).isEqualTo(value.callRho());
        assertThat(chain.doubleColumn("PutDelta").get(0)).isEqualTo(value.putDelta());
        assertThat(chain.doubleColumn("PutGamma").get(0)).isEqualTo(value.gamma());
        assertThat(chain.doubleColumn("PutTheta").get(0)).isEqualTo(value.putTheta() / 252);
        assertThat(chain.doubleColumn("PutVega").get(0)).isEqualTo(value.vega());
        assertThat(chain.doubleColumn("PutRho").get(0)).isEqualTo(value.putRho());
        assertThat(ImpliedVolatility.ofCall(value.callPrice(), 24_161, 24_150, 0.06, 0.01, 13 / 365.0, sessions / 252.0)
                        .value())
                .isCloseTo(0.2, within(1e-14));
        assertThat(ImpliedVolatility.ofPut(value.putPrice(), 24_161, 24_150, 0.06, 0.01, 13 / 365.0, sessions / 252.0)
                        .value())
                .isCloseTo(0.2, within(1e-14));
    }

    @Test
    void contractThatSettlesAtTheOpenLacksTheLastDaysTrading() {
        LocalDate wednesday = LocalDate.of(2026, 6, 17);
        LocalDate thirdFriday = LocalDate.of(2026, 6, 19); // a holiday: the contracts settle on Thursday
        Dataset atOpen = OptionChainGenerator.of("spx")
                .valuationDate(LocalDate.of(2026, 7, 13))
                .expiries(1)
                .strikes(1)
                .generate();
        assertThat(atOpen.metadata().modelParams())
                .containsEntry("expiries", List.of("2026-07-17"))
                .containsEntry("variance_years", List.of(3.25 / 252))
                .containsEntry("years", List.of((4 - 390 / 1440.0) / 365));
        assertThat(OptionChainGenerator.of("spx")
                        .valuationDate(wednesday)
                        .expiries(1)
                        .strikes(1)
                        .generate()
                        .metadata()
                        .modelParams())
                .containsEntry("expiries", List.of(thirdFriday.minusDays(1).toString()))
                .containsEntry("variance_years", List.of(0.25 / 252));
        assertThat(OptionChainGenerator.of("spxw")
                        .valuationDate(LocalDate.of(2026, 7, 13))
                        .expiries(1)
                        .strikes(1)
                        .generate()
                        .metadata()
                        .modelParams())
                .containsEntry("expiries", List.of("2026-07-14"))
                .containsEntry("variance_years", List.of(1 / 252.0));
    }

    @Test
    void chainHasNoButterflyToArbitrage() {
        Table chain = nifty.expiries(18).strikes(301).generate().table();
        for (int i = 1; i < chain.rowCount() - 1; i++) {
            if (i % 301 != 0 && i % 301 != 300) {
                for (String side : List.of("CallPrice", "PutPrice")) {
                    double second = chain.doubleColumn(side).get(i - 1)
                            - 2 * chain.doubleColumn(side).get(i)
                            + chain.doubleColumn(side).get(i + 1);
                    assertThat(second).isGreaterThanOrEqualTo(-1e-9 * 24_161);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"index_skew", "steep_skew", "sabr_skew"})
    void skewHasNeitherButterfliesNorCalendarsToArbitrage(String surface) {
        Table chain =
                nifty.surface(surface).expiries(18).strikes(301).generate().table();
        double[] call = chain.doubleColumn("CallPrice").asDoubleArray();
        for (int i = 1; i < call.length - 1; i++) {
            if (i % 301 != 0 && i % 301 != 300) {
                assertThat(call[i - 1] - 2 * call[i] + call[i + 1]).isGreaterThanOrEqualTo(-1e-9 * 24_161);
            }
        }
        VolatilitySurface smile = VolatilitySurface.named(surface, 0.14);
        for (double k = -2; k <= 2; k += 0.01) {
            double before = 0;
            for (double years = 1 / 365.0; years < 6; years *= 1.3) {
                double volatility = smile.volatility(Math.exp(k), 1, years);
                assertThat(volatility * volatility * years).isGreaterThan(before);
                before = volatility * volatility * years;
            }
        }
    }

    @Test
    void hestonChainIsFreeOfButterfliesAndImpliesItsOwnPrices() {
        Table chain = nifty.model("heston").expiries(8).strikes(81).generate().table();
        double[] call = chain.doubleColumn("CallPrice").asDoubleArray();
        for (int i = 1; i < call.length - 1; i++) {
            if (i % 81 != 0 && i % 81 != 80) {
                assertThat(call[i - 1] - 2 * call[i] + call[i + 1]).isGreaterThanOrEqualTo(-1e-9 * 24_161);
            }
        }
        double[] volatility = chain.doubleColumn("PutIV").asDoubleArray();
        assertThat(volatility[81 * 7]).isGreaterThan(volatility[81 * 7 + 40]);
        assertThat(volatility[81 * 7 + 40]).isBetween(0.1, 0.18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heston", "bates", "garch"})
    void greeksOfFarWingsStayWithinTheirBounds(String model) {
        Table chain = nifty.model(model).expiries(18).strikes(301).generate().table();
        assertThat(chain.doubleColumn("CallGamma").min()).isNotNegative();
        assertThat(chain.doubleColumn("CallVega").min()).isNotNegative();
        assertThat(chain.doubleColumn("CallDelta").min()).isNotNegative();
        assertThat(chain.doubleColumn("CallDelta").max()).isLessThanOrEqualTo(1);
        assertThat(chain.doubleColumn("PutDelta").max()).isNotPositive();
    }

    @Test
    void quotesAreOnTheTickAroundTheTheoreticalPrice() {
        Table chain = nifty.expiries(8).strikes(101).generate().table();
        for (String side : List.of("Call", "Put")) {
            for (int i = 0; i < chain.rowCount(); i++) {
                double price = chain.doubleColumn(side + "Price").get(i);
                double bid = chain.doubleColumn(side + "Bid").get(i);
                double ask = chain.doubleColumn(side + "Ask").get(i);
                double last = chain.doubleColumn(side + "Last").get(i);
                assertThat(bid <= price && price <= ask && bid < ask && bid >= 0)
                        .isTrue();
                assertThat(last >= bid && last <= ask && last > 0).isTrue();
                assertThat(List.of(bid, ask, last)).allMatch(quote -> Math.rint(quote * 20) / 20 == quote);
                assertThat(chain.longColumn(side + "OpenInterest").get(i)).isNotNegative();
                assertThat(chain.longColumn(side + "Volume").get(i)).isNotNegative();
            }
        }
    }

    @Test
    void openInterestCrowdsNearTheMoney() {
        Table chain = nifty.expiries(1).strikes(101).generate().table();
        long[] interest = chain.longColumn("CallOpenInterest").asLongArray();
        assertThat(Arrays.stream(interest, 40, 60).sum())
                .isGreaterThan(3 * Arrays.stream(interest, 80, 100).sum());
    }

    @Test
    void contractsNumbersDoNotDependOnTheOthers() {
        Table few = nifty.expiries(1).strikes(1).generate().table();
        Table many = nifty.expiries(3).strikes(21).generate().table();
        for (String column : few.columnNames()) {
            assertThat(many.get(10, many.columnIndex(column))).isEqualTo(few.get(0, few.columnIndex(column)));
        }
    }

    @Test
    void chainsAlongAPathAreValuedAtEachClose() {
        Dataset path = IndexDataGenerator.of("nifty")
                .days(5)
                .end(LocalDate.of(2026, 2, 2))
                .seed(3)
                .generate();
        List<Dataset> chains = nifty.expiries(1).strikes(3).along(path).generateAll();
        assertThat(chains).hasSize(5);
        assertThat(chains.stream().map(chain -> chain.metadata().modelParams().get("valuation_date")))
                .containsExactly("2026-01-28", "2026-01-29", "2026-01-30", "2026-02-01", "2026-02-02");
        for (int day = 0; day < 5; day++) {
            assertThat(chains.get(day).metadata().modelParams())
                    .containsEntry("spot", path.table().doubleColumn("Close").get(day));
        }
        assertThat(chains.get(3).metadata().text("params")).contains("2026-02-01");
        assertThat(nifty.weekly()
                        .expiries(1)
                        .strikes(3)
                        .along(path)
                        .generateAll()
                        .get(0)
                        .metadata()
                        .text("params"))
                .contains("weekly_expiry_2026-01-28");
        DatasetName name = DatasetName.of(chains.get(3).metadata(), CLOCK);
        assertThat(name.file()).isEqualTo("20260115_120000_2026-02-01.pkl");
        assertThat(DatasetName.parse(name.path())).contains(name);
    }

    @Test
    void alongAPathOneChainIsThatOfItsLastClose() {
        Dataset path = IndexDataGenerator.of("nifty")
                .days(5)
                .end(LocalDate.of(2026, 2, 2))
                .seed(3)
                .generate();
        OptionChainGenerator along = nifty.expiries(1).strikes(3).along(path);
        assertThat(along.generate().metadata().modelParams())
                .isEqualTo(along.generateAll().get(4).metadata().modelParams());
        assertThat(nifty.generateAll()).hasSize(1);
        Dataset weekend = path.with(path.table().emptyCopy());
        assertThatThrownBy(() -> nifty.along(weekend)).hasMessage("the history has no settlement day of nifty");
    }

    @Test
    void earlyCloseOfNewYorkIsValuedAndAnEveningSessionOfIndiaIsNot() {
        assertThat(days(IndexDataGenerator.of("spx").end(LocalDate.of(2026, 11, 30))))
                .containsExactly("2026-11-25", "2026-11-27", "2026-11-30");
        assertThat(days(IndexDataGenerator.of("nifty").end(LocalDate.of(2024, 11, 4))))
                .containsExactly("2024-10-31", "2024-11-04");
    }

    private static List<Object> days(IndexDataGenerator index) {
        Dataset path = index.days(3).seed(3).generate();
        return OptionChainGenerator.of(path.metadata().text("market_type").orElseThrow())
                .expiries(1)
                .strikes(3)
                .along(path)
                .generateAll()
                .stream()
                .map(chain -> chain.metadata().modelParams().get("valuation_date"))
                .toList();
    }

    @Test
    void weeklyAndMonthlyChainsHaveThoseExpiriesAlone() {
        LocalDate day = LocalDate.of(2026, 1, 30);
        Dataset weekly = nifty.valuationDate(day).weekly().strikes(1).generate();
        assertThat(weekly.metadata().modelParams().get("expiries"))
                .isEqualTo(List.of("2026-02-03", "2026-02-10", "2026-02-17", "2026-03-02"));
        assertThat(weekly.metadata().text("params")).contains("weekly_expiry");
        Dataset monthly = nifty.params("wide")
                .valuationDate(day)
                .monthly()
                .expiries(3)
                .strikes(1)
                .generate();
        assertThat(monthly.metadata().modelParams().get("expiries"))
                .isEqualTo(List.of("2026-02-24", "2026-03-30", "2026-04-28"));
        assertThat(monthly.metadata().text("params")).contains("wide_monthly_expiry");
        assertThatThrownBy(() -> OptionChainGenerator.of("banknifty")
                        .valuationDate(day)
                        .weekly()
                        .generate())
                .hasMessage("[banknifty] lists 0 weekly expiries on 2026-01-30, got 1");
    }

    @Test
    void metadataSayWhatMadeThem() {
        Dataset made = nifty.params("weekly_expiry").expiries(1).strikes(3).generate();
        assertThat(made.metadata().attributes())
                .containsEntry("version", "1.0")
                .containsEntry("created_at", "2026-01-15T12:00:00Z")
                .containsEntry("data_type", "option_chain")
                .containsEntry("market_type", "nifty")
                .containsEntry("model_type", "black_scholes")
                .containsEntry("params", "weekly_expiry")
                .containsEntry("seed", 7L);
        assertThat(made.metadata().units().keySet())
                .containsExactlyInAnyOrderElementsOf(made.table().columnNames());
        assertThat(made.metadata().modelParams())
                .containsEntry("spot", 24_161.0)
                .containsEntry("rate", 0.065)
                .containsEntry("expiries", List.of("2026-01-20"));
    }

    @Test
    void marketThatListsFewExpiriesHasThoseIfNoneAreAskedFor() {
        Dataset made = OptionChainGenerator.of("finnifty")
                .valuationDate(LocalDate.of(2026, 1, 14))
                .strikes(3)
                .generate();
        assertThat((List<?>) made.metadata().modelParams().get("expiries")).hasSize(3);
    }

    @Test
    void unitOfTheVegaSaysWhichVolatilityItIsBy() {
        OptionChainGenerator nifty =
                OptionChainGenerator.of("nifty").expiries(1).strikes(3);
        assertThat(nifty.generate().metadata().units())
                .containsEntry("CallVega", "index points per 1.00 of volatility");
        assertThat(nifty.model("heston").generate().metadata().units())
                .containsEntry("PutVega", "index points per 1.00 of the volatility now, √v0");
    }

    @Test
    void unitsOfDeltaAndGammaSayWhatStaysUnchanged() {
        OptionChainGenerator nifty =
                OptionChainGenerator.of("nifty").expiries(1).strikes(3);
        assertThat(nifty.surface("index_skew").generate().metadata().units())
                .containsEntry(
                        "CallDelta", "index points per index point, volatility of the strike unchanged (sticky strike)")
                .containsEntry("PutGamma", "delta per index point, volatility of the strike unchanged (sticky strike)");
        assertThat(nifty.model("heston").generate().metadata().units())
                .containsEntry("PutDelta", "index points per index point, state of the model unchanged");
    }

    @Test
    void lotsOfTheExpiriesAreRecorded() {
        Dataset chain = OptionChainGenerator.of("nifty")
                .valuationDate(LocalDate.of(2025, 12, 19))
                .expiries(4)
                .strikes(3)
                .generate();
        assertThat(chain.metadata().modelParams()).containsEntry("lots", List.of(75, 75, 65, 65));
    }

    @Test
    void badSettingsAreOneClearLineEach() {
        assertThatThrownBy(() -> OptionChainGenerator.of("dax"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("[market] unknown market 'dax'; there are: nifty");
        assertThatThrownBy(() -> nifty.model("black")).hasMessageStartingWith("[model] unknown model 'black'");
        assertThatThrownBy(() -> nifty.spot(-3)).hasMessage("spot must be > 0, got -3.0");
        assertThatThrownBy(() -> nifty.volatility(Double.NaN)).hasMessage("volatility must be > 0, got NaN");
        assertThatThrownBy(() -> nifty.strikes(0)).hasMessage("strikes must be > 0, got 0");
        assertThatThrownBy(() -> nifty.strikes(2000).generate())
                .hasMessage("2000 strikes of 50.0 around 24161.0 reach below zero; use fewer");
        assertThatThrownBy(() -> nifty.expiries(30).generate())
                .hasMessage("[nifty] lists 18 expiries on 2026-01-14, got 30");
        assertThatThrownBy(
                        () -> nifty.expiries(List.of(LocalDate.of(2026, 1, 14))).generate())
                .hasMessage("expiry must be after the valuation date 2026-01-14, got 2026-01-14");
    }
}
