package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;

/** A description tells what a file holds as pandas would. */
class DescribeTest {

    private static Description of(String file) throws IOException {
        return PandasPickle.describe(Pandas.RESOURCES.resolve(file));
    }

    @Test
    void columnsHavePandasDtypesAndTablesawTypes() throws IOException {
        assertThat(of("3.0.5/mixed.p5.pkl").columns())
                .containsExactly(
                        new Description.Column("o", "float64", ColumnType.DOUBLE),
                        new Description.Column("v", "int64", ColumnType.LONG),
                        new Description.Column("s", "str", ColumnType.STRING),
                        new Description.Column("t", "datetime64[us]", ColumnType.LOCAL_DATE_TIME),
                        new Description.Column("f", "bool", ColumnType.BOOLEAN),
                        new Description.Column("h", "float64", ColumnType.DOUBLE));
    }

    @Test
    void theIndexIsAmongTheColumns() throws IOException {
        Description description = of("1.5.3/tzidx.p4.pkl");
        assertThat(description.rows()).isEqualTo(3);
        assertThat(description.index()).isEqualTo("ts: datetime64[ns, America/New_York]");
        assertThat(description.columns()).extracting(Description.Column::name).containsExactly("ts", "a");
    }

    @Test
    void aRangeIsCounted() throws IOException {
        assertThat(of("2.1.4/cutcols.p4.pkl").index()).isEqualTo("RangeIndex 1 to 3");
    }

    @Test
    void levelsAreNamed() throws IOException {
        assertThat(of("2.1.4/multi.p4.pkl").index()).isEqualTo("k: object, n: int64");
    }

    @Test
    void attributesAreMetadata() throws IOException {
        var metadata = of("2.1.4/attrs.p5.pkl").metadata().attributes();
        assertThat(metadata)
                .containsEntry("symbol", "AAPL")
                .containsEntry("n", 1L)
                .containsEntry("np", 3.0);
        assertThat(metadata.keySet()).startsWith("symbol", "n", "x", "l", "b");
    }
}
