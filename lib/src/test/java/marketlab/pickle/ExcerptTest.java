package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import marketlab.dataset.RowBlocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Some of a file's rows are those that reading all of it gives. */
class ExcerptTest {

    private static final int ROWS = 200_001;

    @TempDir
    Path folder;

    @Test
    void firstAndLastRowsOfAnyFrameOfPandasAreThoseOfTheWhole() throws IOException {
        int compared = 0;
        for (Path file : Pandas.pickles(Pandas.RESOURCES)) {
            Dataset whole;
            try {
                whole = PandasPickle.read(file);
            } catch (PickleException e) {
                assertThatThrownBy(() -> PandasPickle.excerpt(file, 1, 1)).hasMessage(e.getMessage());
                assertThatThrownBy(() -> PandasPickle.verify(file)).hasMessage(e.getMessage());
                continue;
            }
            PandasPickle.verify(file);
            for (int head = 0; head <= 2; head++) {
                Excerpt excerpt = PandasPickle.excerpt(file, head, 1);
                int rows = whole.table().rowCount();
                assertThat(excerpt.rows()).as(file.toString()).isEqualTo(rows);
                Table expected = rows <= head + 1
                        ? whole.table()
                        : whole.table().first(head).append(whole.table().last(1));
                assertThat(cells(excerpt.data().table())).as(file.toString()).isEqualTo(cells(expected));
                assertThat(excerpt.data().metadata().attributes().keySet())
                        .isEqualTo(whole.metadata().attributes().keySet());
                assertThat(excerpt.data().frame().index())
                        .isEqualTo(whole.frame().index());
                compared += rows > head + 1 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void textIsReadWithTheRest() throws IOException {
        Path file = write(numbers().table().addColumns(StringColumn.create("word", ROWS)));
        Excerpt excerpt = PandasPickle.excerpt(file, 3, 2);
        assertThat(excerpt.rows()).isEqualTo(ROWS);
        assertThat(excerpt.data().table().doubleColumn("a").asDoubleArray())
                .containsExactly(0, 0.5, 1, (ROWS - 2) / 2.0, (ROWS - 1) / 2.0);
    }

    @Test
    void aScanTakesEveryRowOnceAndInOrder() throws IOException {
        Path file = write(numbers().table());
        Taken taken = PandasPickle.scan(file, excerpt -> {
            assertThat(excerpt.rows()).isEqualTo(ROWS);
            assertThat(excerpt.data().table().rowCount()).isEqualTo(2);
            return new Taken(List.of("n", "t", "a", "f"));
        });
        assertThat(taken.values.get(0)).hasSize(ROWS);
        for (int row = 0; row < ROWS; row++) {
            assertThat(taken.values.get(0).get(row)).isEqualTo(row * 7.0);
            assertThat(taken.values.get(1).get(row)).isEqualTo(1_704_100_500_000.0 + row * 1000.0);
            assertThat(taken.values.get(2).get(row)).isEqualTo(row / 2.0);
            assertThat(taken.values.get(3).get(row)).isEqualTo(row * 0.25);
        }
    }

    @Test
    void aColumnThatIsNotThereOrHasNoNumbersIsRefused() throws IOException {
        Path file = write(numbers().table().addColumns(StringColumn.create("word", ROWS)));
        assertThatThrownBy(() -> PandasPickle.scan(file, excerpt -> new Taken(List.of("b"))))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining("there is no column 'b'; there are: 'a', 't', 'n', 'f', 'word'");
        assertThatThrownBy(() -> PandasPickle.scan(file, excerpt -> new Taken(List.of("word"))))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining("which is not read block by block");
    }

    @Test
    void aDamagedFileIsFoundByVerifyAndByAnExcerptOfASmallOne() throws IOException {
        Path file = write(numbers().table());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> PandasPickle.verify(file))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> PandasPickle.excerpt(file, 1, 1))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining("checksum");
    }

    private Path write(Table table) throws IOException {
        Path file = folder.resolve("a.pkl");
        PandasPickle.write(Dataset.of(table), file);
        return file;
    }

    private static Dataset numbers() {
        long start = LocalDateTime.of(2024, 1, 1, 9, 15).toEpochSecond(ZoneOffset.UTC);
        float[] quarters = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            quarters[row] = row * 0.25f;
        }
        return Dataset.of(Table.create(
                "d",
                DoubleColumn.create("a", IntStream.range(0, ROWS).mapToDouble(row -> row / 2.0)),
                DateTimeColumn.create(
                        "t",
                        IntStream.range(0, ROWS)
                                .mapToObj(row -> LocalDateTime.ofEpochSecond(start + row, 0, ZoneOffset.UTC))),
                LongColumn.create("n", IntStream.range(0, ROWS).mapToLong(row -> row * 7L)),
                FloatColumn.create("f", quarters)));
    }

    private static List<List<Object>> cells(Table table) {
        List<List<Object>> cells = new ArrayList<>();
        table.columns().forEach(column -> {
            List<Object> values =
                    new ArrayList<>(List.of(column.name(), column.type().name()));
            for (int row = 0; row < column.size(); row++) {
                values.add(column.isMissing(row) ? "missing" : column.get(row));
            }
            cells.add(values);
        });
        return cells;
    }

    private record Taken(List<String> columns, List<List<Double>> values) implements RowBlocks {

        Taken(List<String> columns) {
            this(
                    columns,
                    columns.stream()
                            .map(name -> (List<Double>) new ArrayList<Double>())
                            .toList());
        }

        @Override
        public void take(double[][] block, int count) {
            for (int column = 0; column < block.length; column++) {
                for (int i = 0; i < count; i++) {
                    values.get(column).add(block[column][i]);
                }
            }
        }
    }
}
