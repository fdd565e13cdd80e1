package marketlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class InstrumentTest {

    private static final Dataset ROWS = Dataset.of(Table.create(
            "rows", StringColumn.create("Symbol", "TCS", "INFY", "TCS"), DoubleColumn.create("Close", 1.0, 2.0, 3.0)));

    @Test
    void rowsOfOneSymbolAreTakenWithoutItsColumn() {
        Dataset one = Instrument.of(ROWS, "tcs");
        assertThat(one.table().columnNames()).containsExactly("Close");
        assertThat(one.table().doubleColumn("Close").asDoubleArray()).containsExactly(1, 3);
    }

    @Test
    void columnsThatEndWithTheTickerAreTakenWithoutIt() {
        Dataset one = Instrument.of(
                Dataset.of(Table.create(
                        "columns",
                        DoubleColumn.create("Close BRK B", 1.0),
                        DoubleColumn.create("Close AAPL", 2.0),
                        DoubleColumn.create("AAPL Open", 3.0))),
                "AAPL");
        assertThat(one.table().columnNames()).containsExactly("Close", "Open");
    }

    @Test
    void anUnknownInstrumentIsToldWithThoseThatThereAre() {
        assertThatThrownBy(() -> Instrument.of(ROWS, "SBIN"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("[--ticker] there is no instrument 'SBIN'; there are: INFY, TCS");
    }

    @Test
    void aDatasetOfOneInstrumentSaysThatItTellsNoneApart() {
        assertThatThrownBy(() -> Instrument.of(Dataset.of(Table.create(DoubleColumn.create("Close", 1.0))), "TCS"))
                .hasMessageStartingWith("[--ticker] this dataset does not tell instruments apart");
    }
}
