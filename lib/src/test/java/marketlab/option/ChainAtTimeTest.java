package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.index.IndexDataGenerator;
import marketlab.index.ModelState;
import marketlab.index.ModelStates;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;

/** Chains within a day. */
class ChainAtTimeTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 1, 20);
    private static final LocalTime QUARTER_PAST_ELEVEN = LocalTime.of(11, 15);
    private static final OptionChainGenerator NIFTY =
            OptionChainGenerator.of("nifty").seed(1).strikes(5).valuationDate(TUESDAY);

    @Test
    void contractsOfTheDayAreListedUntilTheirSettlement() {
        assertThat(expiries(NIFTY.at(QUARTER_PAST_ELEVEN).expiries(2).generate()))
                .containsExactly("2026-01-20", "2026-01-27");
        assertThat(expiries(NIFTY.at(LocalTime.of(15, 30)).expiries(1).generate()))
                .containsExactly("2026-01-27");
        assertThat(expiries(NIFTY.expiries(1).generate())).containsExactly("2026-01-27");
        assertThat(expiries(
                        NIFTY.at(QUARTER_PAST_ELEVEN).expiries(List.of(TUESDAY)).generate()))
                .containsExactly("2026-01-20");
    }

    @Test
    void timeToTheExpiryIsInMinutes() {
        Dataset chain = NIFTY.at(QUARTER_PAST_ELEVEN).expiries(2).generate();
        assertThat(numbers(chain, "years")).containsExactly(255 / 1440.0 / 365, (7 + 255 / 1440.0) / 365);
        List<Double> variance = numbers(chain, "variance_years");
        assertThat(variance.get(0)).isBetween(0.4 / 252, 0.6 / 252);
        assertThat(variance.get(1) - variance.get(0)).isCloseTo(4 / 252.0, within(1e-15)); // 26 January is a holiday
        assertThat(chain.metadata().modelParams()).containsEntry("valuation_time", "11:15");
    }

    @Test
    void optionsLoseWithTheMinutes() {
        double morning = straddle(NIFTY.at(LocalTime.of(9, 30)));
        double noon = straddle(NIFTY.at(LocalTime.of(12, 0)));
        double evening = straddle(NIFTY.at(LocalTime.of(15, 29)));
        assertThat(morning).isGreaterThan(1.2 * noon);
        assertThat(noon).isGreaterThan(5 * evening);
    }

    @Test
    void chainAlongMinutesHasTheBarThatEndsAtTheTime() {
        Dataset path = IndexDataGenerator.of("nifty")
                .model("heston")
                .interval("15m")
                .days(5)
                .end(TUESDAY)
                .seed(3)
                .generate();
        ModelStates states = ModelStates.of(path.metadata()).orElseThrow();
        OptionChainGenerator along = NIFTY.at(QUARTER_PAST_ELEVEN).expiries(1).along(path);
        for (Dataset chain : along.generateAll()) {
            Map<String, Object> recorded = chain.metadata().modelParams();
            LocalDateTime bar = LocalDate.parse(recorded.get("valuation_date").toString())
                    .atTime(QUARTER_PAST_ELEVEN)
                    .minus(Duration.ofMinutes(15));
            ModelState state = states.byBar().get(bar);
            assertThat(recorded).containsEntry("spot", state.close()).containsEntry("v0", state.state());
            assertThat(chain.metadata().text(Metadata.PARAMS).orElse("")).endsWith("_1115");
        }
        Dataset panel = along.generatePanel();
        for (Row row : panel.table()) {
            assertThat(row.getDateTime("Date").toLocalTime()).isEqualTo(QUARTER_PAST_ELEVEN);
            assertThat(row.getDouble("CallGamma")).isNotNegative();
        }
        assertThat(panel.table()
                        .where(panel.table().longColumn("Days").isEqualTo(0))
                        .rowCount())
                .isPositive();
        assertThat(along.generateVolatilityIndex()
                        .table()
                        .dateTimeColumn("Timestamp")
                        .get(0)
                        .toLocalTime())
                .isEqualTo(QUARTER_PAST_ELEVEN);
    }

    @Test
    void timeThatCannotBeIsOneClearLine() {
        Dataset daily = IndexDataGenerator.of("nifty").days(5).end(TUESDAY).generate();
        assertThatThrownBy(() -> NIFTY.at(QUARTER_PAST_ELEVEN).along(daily))
                .hasMessage("the rows are not shorter than a day: leave out the time 11:15, or take bars of minutes");
        assertThatThrownBy(() -> NIFTY.along(daily).at(QUARTER_PAST_ELEVEN))
                .hasMessage("set the time before the history: at(time).along(history)");
        assertThatThrownBy(() -> NIFTY.at(LocalTime.of(11, 15, 30)))
                .hasMessage("the time of valuation must be whole minutes, got 11:15:30");
        assertThatThrownBy(() -> NIFTY.at(LocalTime.of(15, 30))
                        .expiries(List.of(TUESDAY))
                        .generate())
                .hasMessage("expiry must be after the valuation date 2026-01-20 15:30, got 2026-01-20");
    }

    private static double straddle(OptionChainGenerator at) {
        Row row = at.expiries(1).generate().table().row(2);
        return row.getDouble("CallPrice") + row.getDouble("PutPrice");
    }

    private static List<String> expiries(Dataset chain) {
        return ((List<?>) chain.metadata().modelParams().get("expiries"))
                .stream().map(String::valueOf).toList();
    }

    private static List<Double> numbers(Dataset chain, String parameter) {
        return ((List<?>) chain.metadata().modelParams().get(parameter))
                .stream().map(number -> ((Number) number).doubleValue()).toList();
    }
}
