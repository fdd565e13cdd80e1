package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Random tables that Java writes, and random frames that pandas writes, have the same cells on both sides. */
@Tag("slow")
class RandomFramesTest {

    private static final int BATCH = 40;
    /** The same frames in every run: who looks for others takes another. */
    private static final int SEED = 20261123;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "pandas number {0}, seed " + SEED)
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void pandasReadsTheCellsThatJavaWrote(int pandas) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED + pandas);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            Table table = table(random);
            PandasPickle.write(Dataset.of(table), folder.resolve(i + ".pkl"));
            expected.append("=")
                    .append(i)
                    .append("\n")
                    .append(Cellwise.of(table))
                    .append("\n");
        }
        assertThat(Pandas.run(Pandas.all().get(pandas), "cells.py", folder)).isEqualTo(expected.toString());
    }

    @ParameterizedTest(name = "pandas number {0}, seed " + SEED)
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void javaReadsTheCellsThatPandasWrote(int pandas) throws IOException {
        int seed = SEED + pandas;
        String expected = Pandas.run(Pandas.all().get(pandas), "cells.py", folder, seed, BATCH);
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            Dataset dataset = PandasPickle.read(folder.resolve(i + ".pkl"));
            read.append("=")
                    .append(i)
                    .append("\n")
                    .append(Cellwise.of(dataset.table()))
                    .append("\n");
            assertThat(dataset.metadata().seed()).hasValue(seed);
            PandasPickle.write(dataset.with(Metadata.EMPTY), folder.resolve(i + ".pkl"));
        }
        assertThat(read.toString()).isEqualTo(expected);
        assertThat(Pandas.run(Pandas.all().get(pandas), "cells.py", folder)).isEqualTo(expected);
    }

    private static Table table(SplittableRandom random) {
        int rows = List.of(0, 1, 2, 9, 2000).get(random.nextInt(5));
        Table table = Table.create("t");
        for (int i = random.nextInt(6); i >= 0; i--) {
            table.addColumns(column("c" + i, random.nextInt(12), rows, random));
        }
        return table;
    }

    private static Column<?> column(String name, int kind, int rows, SplittableRandom random) {
        Column<?> column =
                switch (kind) {
                    case 0 -> DoubleColumn.create(name);
                    case 1 -> FloatColumn.create(name);
                    case 2 -> LongColumn.create(name);
                    case 3 -> IntColumn.create(name);
                    case 4 -> ShortColumn.create(name);
                    case 5 -> BooleanColumn.create(name);
                    case 6, 7 -> StringColumn.create(name);
                    case 8 -> DateColumn.create(name);
                    case 9 -> TimeColumn.create(name);
                    case 10 -> DateTimeColumn.create(name);
                    default -> InstantColumn.create(name);
                };
        boolean holes = random.nextBoolean();
        for (int i = 0; i < rows; i++) {
            if (holes && random.nextInt(5) == 0) {
                column.appendMissing();
            } else {
                column.appendObj(value(kind, random));
            }
        }
        return column;
    }

    private static Object value(int kind, SplittableRandom random) {
        long instant = random.nextLong() >> 20;
        return switch (kind) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> Float.intBitsToFloat(random.nextInt());
            case 2 -> random.nextLong();
            case 3 -> random.nextInt();
            case 4 -> (short) random.nextInt();
            case 5 -> random.nextBoolean();
            case 6 -> "w" + random.nextInt(5);
            case 7 ->
                random.ints(1 + random.nextInt(20), 1, 0xd800)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            case 8 -> LocalDate.ofEpochDay(random.nextInt(2_900_000) - 719_000);
            case 9 -> LocalTime.ofNanoOfDay(random.nextInt(86_400_000) * 1_000_000L);
            case 10 ->
                LocalDateTime.ofEpochSecond(
                        instant / 10_000, (int) Math.floorMod(instant, 1000) * 1_000_000, ZoneOffset.UTC);
            default -> Instant.ofEpochMilli(instant / 10);
        };
    }
}
