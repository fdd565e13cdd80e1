package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import marketlab.dataset.Dataset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class OptionChainGeneratorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T12:00:00Z"), ZoneOffset.UTC);

    private final OptionChainGenerator nifty = OptionChainGenerator.of("nifty").clock(CLOCK).spot(24_161).seed(7);

    @Test
    void rowsAreTheListedStrikesOfTheListedExpiries() {
        Table chain = nifty.expiries(3).strikes(5).generate().table();
        assertThat(chain.columnNames()).startsWith(
                "Strike", "ExpiryDate", "CallPrice", "PutPrice", "CallIV", "PutIV",
                "CallDelta", "CallGamma", "CallTheta", "CallVega", "CallRho",
                "PutDelta", "PutGamma", "PutTheta", "PutVega", "PutRho");
        assertThat(chain.doubleColumn("Strike").asList().subList(0, 5))
                .containsExactly(24_050.0, 24_100.0, 24_150.0, 24_200.0, 24_250.0);
        assertThat(chain.dateTimeColumn("ExpiryDate").unique().asList()).containsExactlyInAnyOrder(
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
        Table chain = nifty.valuationDate(LocalDate.of(2026, 1, 14)).volatility(0.2).rate(0.06).dividendYield(0.01)
                .expiries(List.of(LocalDate.of(2026, 1, 27))).strikes(1).generate().table();
        BlackScholes value = BlackScholes.of(24_161, 24_150, 0.06, 0.01, 0.2, 13 / 365.0);
        assertThat(chain.doubleColumn("CallPrice").get(0)).isEqualTo(value.callPrice());
        assertThat(chain.doubleColumn("PutPrice").get(0)).isEqualTo(value.putPrice());
        assertThat(chain.doubleColumn("CallIV").get(0)).isEqualTo(0.2);
        assertThat(chain.doubleColumn("PutIV").get(0)).isEqualTo(0.2);
        assertThat(chain.doubleColumn("CallDelta").get(0)).isEqualTo(value.callDelta());
        assertThat(chain.doubleColumn("CallGamma").get(0)).isEqualTo(value.gamma());
        assertThat(chain.doubleColumn("CallTheta").get(0)).isEqualTo(value.callTheta());
        assertThat(chain.doubleColumn("CallVega").get(0)).isEqualTo(value.vega());
        assertThat(chain.doubleColumn("CallRho").get(0)).isEqualTo(value.callRho());
        assertThat(chain.doubleColumn("PutDelta").get(0)).isEqualTo(value.putDelta());
        assertThat(chain.doubleColumn("PutGamma").get(0)).isEqualTo(value.gamma());
        assertThat(chain.doubleColumn("PutTheta").get(0)).isEqualTo(value.putTheta());
        assertThat(chain.doubleColumn("PutVega").get(0)).isEqualTo(value.vega());
        assertThat(chain.doubleColumn("PutRho").get(0)).isEqualTo(value.putRho());
    }

    @Test
    void chainHasNoButterflyToArbitrage() {
        Table chain = nifty.expiries(18).strikes(301).generate().table();
        for (int i = 1; i < chain.rowCount() - 1; i++) {
            if (i % 301 != 0 && i % 301 != 300) {
                for (String side : List.of("CallPrice", "PutPrice")) {
                    double second = chain.doubleColumn(side).get(i - 1) - 2 * chain.doubleColumn(side).get(i)
                            + chain.doubleColumn(side).get(i + 1);
                    assertThat(second).isGreaterThanOrEqualTo(-1e-9 * 24_161);
                }
            }
        }
    }

    @Test
    void metadataSayWhatMadeThem() {
        Dataset made = nifty.params("weekly_expiry").expiries(1).strikes(3).generate();
        assertThat(made.metadata().attributes())
                .containsEntry("version", "1.0")
                .containsEntry("data_type", "option_chain")
                .containsEntry("market_type", "nifty")
                .containsEntry("model_type", "black_scholes")
                .containsEntry("params", "weekly_expiry")
                .containsEntry("seed", 7L);
        assertThat(made.metadata().units().keySet()).containsExactlyInAnyOrderElementsOf(made.table().columnNames());
        assertThat(made.metadata().modelParams())
                .containsEntry("spot", 24_161.0)
                .containsEntry("rate", 0.065)
                .containsEntry("expiries", List.of("2026-01-20"));
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
                .hasMessage("2000 strikes of 50.0 around 24161.0 reach below zero: ask for fewer");
        assertThatThrownBy(() -> nifty.expiries(30).generate())
                .hasMessage("[nifty] lists 18 expiries on 2026-01-14, got 30");
        assertThatThrownBy(() -> nifty.expiries(List.of(LocalDate.of(2026, 1, 14))).generate())
                .hasMessage("expiry must be after the valuation date 2026-01-14, got 2026-01-14");
    }
}
