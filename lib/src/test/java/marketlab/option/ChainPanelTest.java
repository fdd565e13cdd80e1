package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.Streamed;
import marketlab.index.IndexDataGenerator;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class ChainPanelTest {

    private static final Dataset PATH = IndexDataGenerator.of("nifty")
            .days(60)
            .end(LocalDate.of(2026, 2, 2))
            .seed(3)
            .generate();
    private static final Dataset PANEL =
            OptionChainGenerator.of("nifty").along(PATH).expiries(3).seed(7).generatePanel();

    private record Contract(Object expiry, double strike) {}

    @Test
    void columnsBeginWithDayAndContract() {
        assertThat(PANEL.table().columnNames())
                .startsWith("Date", "Spot", "Forward", "ExpiryDate", "Days", "Strike", "CallPrice", "PutPrice");
        assertThat(PANEL.metadata().units().keySet()).containsAll(PANEL.table().columnNames());
        assertThat(PANEL.metadata().text(Metadata.DATA_TYPE)).contains("option_panel");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void panelThatIsPricedWhileItIsWrittenHasTheSameBytes(boolean more, @TempDir Path folder) throws IOException {
        OptionChainGenerator generator =
                OptionChainGenerator.of("nifty").along(PATH).expiries(3).seed(7);
        generator = more ? generator.withSecondOrderGreeks().withMetadataColumn() : generator;
        Streamed streamed = generator.streamPanel();
        Dataset whole = generator.generatePanel();
        assertThat(streamed.rows()).isEqualTo(whole.table().rowCount());
        PandasPickle.write(streamed, folder.resolve("streamed.pkl"));
        PandasPickle.write(whole.with(streamed.ends().metadata()), folder.resolve("whole.pkl"));
        assertThat(Files.mismatch(folder.resolve("streamed.pkl"), folder.resolve("whole.pkl")))
                .isEqualTo(-1);
        assertThat(streamed.ends().metadata().text(Metadata.FINGERPRINT))
                .isEqualTo(whole.metadata().text(Metadata.FINGERPRINT));
    }

    @Test
    void contractIsListedOnEachDayUntilItsExpiry() {
        Map<Contract, Set<Object>> days = new HashMap<>();
        Set<Object> all = new LinkedHashSet<>();
        for (Row row : PANEL.table()) {
            Contract contract = new Contract(row.getDateTime("ExpiryDate"), row.getDouble("Strike"));
            days.computeIfAbsent(contract, key -> new LinkedHashSet<>()).add(row.getDateTime("Date"));
            all.add(row.getDateTime("Date"));
        }
        List<Object> sessions = List.copyOf(all);
        days.forEach((contract, listed) -> {
            int first = sessions.indexOf(listed.iterator().next());
            int last = sessions.contains(contract.expiry()) ? sessions.indexOf(contract.expiry()) : sessions.size() - 1;
            assertThat(listed).containsExactlyElementsOf(sessions.subList(first, last + 1));
        });
    }

    @Test
    void lastRowsOfAContractAreItsSettlement() {
        Table settled = PANEL.table().where(PANEL.table().longColumn("Days").isEqualTo(0));
        assertThat(settled.rowCount()).isPositive();
        for (Row row : settled) {
            double intrinsic = row.getDouble("Spot") - row.getDouble("Strike");
            assertThat(row.getDateTime("Date")).isEqualTo(row.getDateTime("ExpiryDate"));
            assertThat(row.getDouble("CallPrice")).isEqualTo(Math.max(intrinsic, 0));
            assertThat(row.getDouble("PutPrice")).isEqualTo(Math.max(-intrinsic, 0));
            assertThat(row.getDouble("Forward")).isEqualTo(row.getDouble("Spot"));
            assertThat(row.getDouble("CallGamma")).isZero();
            assertThat(row.getDouble("CallTheta")).isZero();
            assertThat(row.getDouble("CallIV")).isNaN();
        }
    }

    @Test
    void pricesAreThoseOfTheChainOfTheDay() {
        List<Dataset> chains = OptionChainGenerator.of("nifty")
                .along(PATH)
                .expiries(3)
                .strikes(5)
                .seed(7)
                .generateAll();
        Map<List<Object>, List<Double>> byContract = new HashMap<>();
        for (Row row : PANEL.table()) {
            byContract.put(
                    List.of(row.getDateTime("Date"), row.getDateTime("ExpiryDate"), row.getDouble("Strike")),
                    numbers(row));
        }
        for (Dataset chain : chains) {
            Object day = LocalDate.parse(
                            chain.metadata().modelParams().get("valuation_date").toString())
                    .atStartOfDay();
            for (Row row : chain.table()) {
                assertThat(byContract.get(List.of(day, row.getDateTime("ExpiryDate"), row.getDouble("Strike"))))
                        .isEqualTo(numbers(row));
            }
        }
    }

    @Test
    void openInterestDoesNotJumpFromDayToDay() {
        Map<Contract, Long> before = new HashMap<>();
        double largest = 0;
        for (Row row : PANEL.table()) {
            Contract contract = new Contract(row.getDateTime("ExpiryDate"), row.getDouble("Strike"));
            long interest = row.getLong("CallOpenInterest");
            Long last = before.put(contract, interest);
            if (last != null && last > 5_000) {
                largest = Math.max(largest, Math.abs(Math.log((double) interest / last)));
            }
        }
        assertThat(largest).isBetween(0.1, 1.2);
    }

    @Test
    void spreadsAreTightAtTheMoneyAndWiderInTheWings() {
        double near = 0;
        double wings = 0;
        int nearCount = 0;
        int wingCount = 0;
        for (Row row : PANEL.table()) {
            double price = row.getDouble("CallPrice");
            double off = Math.abs(row.getDouble("CallDelta") - 0.5);
            if (row.getLong("Days") > 0 && row.getLong("Days") < 10 && price > 0.05) {
                double spread = (row.getDouble("CallAsk") - row.getDouble("CallBid")) / price;
                near += off < 0.05 ? spread : 0;
                nearCount += off < 0.05 ? 1 : 0;
                wings += off > 0.45 && row.getDouble("CallDelta") < 0.5 ? spread : 0;
                wingCount += off > 0.45 && row.getDouble("CallDelta") < 0.5 ? 1 : 0;
            }
        }
        assertThat(near / nearCount).isLessThan(0.006);
        assertThat(wings / wingCount).isGreaterThan(5 * near / nearCount);
    }

    @Test
    void panelNeedsAHistory() {
        assertThatThrownBy(() -> OptionChainGenerator.of("nifty").generatePanel())
                .hasMessage("a panel needs a history: add along(history)");
    }

    private static List<Double> numbers(Row row) {
        return List.of(
                row.getDouble("CallPrice"),
                row.getDouble("PutPrice"),
                row.getDouble("CallIV"),
                row.getDouble("CallDelta"),
                row.getDouble("PutTheta"),
                row.getDouble("CallBid"),
                row.getDouble("PutAsk"),
                (double) row.getLong("CallVolume"),
                (double) row.getLong("PutOpenInterest"));
    }
}
