package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.Streamed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Columns that come in pieces, in any order, make the file that they make at once. */
class StreamWriterTest {

    private static final int ROWS = 1000;
    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 9, 15);

    @TempDir
    Path folder;

    @Test
    void piecesInAnyOrderMakeTheSameFile() throws IOException {
        assertSame(dataset(ROWS).withIndex("t"));
    }

    @Test
    void withoutAnIndexTooAndOfOneRowToo() throws IOException {
        assertSame(dataset(ROWS));
        assertSame(dataset(1).withIndex("t"));
        assertSame(dataset(1));
    }

    @Test
    void cellsThatAreMissingAtTheEndAreAnError() {
        assertThatThrownBy(() -> write(cells -> put(cells, 1, 0, ROWS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1000 of 3000 cells were written");
    }

    @Test
    void cellsBesideTheRowsAreAnError() {
        assertThatThrownBy(() -> write(cells -> put(cells, 1, 1, ROWS))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> write(cells -> put(cells, 1, -1, 1))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> write(cells -> put(cells, 3, 0, 1))).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void textIsRefusedByItsColumn() {
        Dataset text = Dataset.of(Table.create("t", StringColumn.create("word", "a", "b")));
        assertThatThrownBy(() -> PandasPickle.write(new Pieces(text, ROWS, cells -> {}), folder.resolve("text.pkl")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column 'word' is of ")
                .hasMessageEndingWith(", which is not streamed");
    }

    @Test
    void aCompressedFileIsRefused() {
        assertThatThrownBy(
                        () -> PandasPickle.write(new Pieces(dataset(2), ROWS, cells -> {}), folder.resolve("a.pkl.gz")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a streamed dataset cannot be compressed; choose a name that ends with .pkl");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheDiskHasNoRoomForIsRefusedBeforeItIsMade() {
        List<DoubleColumn> columns = IntStream.range(0, 100_000)
                .mapToObj(i -> DoubleColumn.create("c" + i, 0.0, 0.0))
                .toList();
        Dataset wide = Dataset.of(Columns.table("wide", columns));
        assertThatThrownBy(() -> PandasPickle.write(
                        new Pieces(wide, Streamed.MOST_ROWS, cells -> {
                            throw new AssertionError("it was made");
                        }),
                        folder.resolve("wide.pkl")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the disk has room for");
    }

    private void assertSame(Dataset whole) throws IOException {
        Table table = whole.table();
        int rows = table.rowCount();
        Table ends = rows == 1 ? table.copy() : table.first(1).append(table.last(1));
        Path streamed = folder.resolve("streamed.pkl");
        Path made = folder.resolve("made.pkl");
        PandasPickle.write(
                new Pieces(Dataset.of(ends).with(whole.metadata()).with(whole.frame()), rows, cells -> {
                    for (int from = (rows - 1) / 7 * 7; from >= 0; from -= 7) {
                        for (int column = 2; column >= 0; column--) {
                            put(cells, column, from, Math.min(7, rows - from));
                        }
                    }
                }),
                streamed);
        PandasPickle.write(whole, made);
        assertThat(Files.mismatch(streamed, made)).isEqualTo(-1);
    }

    private void write(Maker maker) throws IOException {
        PandasPickle.write(new Pieces(dataset(2), ROWS, maker), folder.resolve("a.pkl"));
    }

    private static void put(Streamed.Cells cells, int column, int from, int count) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = from; row < from + count; row++) {
            switch (column) {
                case 0 -> values.putDouble(row / 3.0);
                case 1 -> values.putLong((START.toEpochSecond(ZoneOffset.UTC) + row) * 1_000_000_000);
                default -> values.putLong(row * 7L);
            }
        }
        cells.put(column, from, values.flip());
    }

    private static Dataset dataset(int rows) {
        return Dataset.of(Table.create(
                        "d",
                        DoubleColumn.create("a", IntStream.range(0, rows).mapToDouble(row -> row / 3.0)),
                        DateTimeColumn.create("t", IntStream.range(0, rows).mapToObj(START::plusSeconds)),
                        LongColumn.create("n", IntStream.range(0, rows).mapToLong(row -> row * 7L))))
                .with(Metadata.EMPTY.with("seed", 7L));
    }

    private interface Maker {
        void make(Streamed.Cells cells) throws IOException;
    }

    private record Pieces(Dataset ends, int rows, Maker maker) implements Streamed {
        @Override
        public void writeTo(Cells cells) throws IOException {
            maker.make(cells);
        }
    }
}
