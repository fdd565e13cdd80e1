package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
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
class RandomFramesTest {

    private static final int BATCH = 40;
    /** The same frames in every run: who looks for others takes another, and more tries. */
    private static final String SEED = "20261123";
    private static Path folder;

    @BeforeContainer
    static void folder() throws IOException {
        folder = Files.createTempDirectory("frames");
    }

    @AfterContainer
    static void remove() throws IOException {
        clear();
        Files.delete(folder);
    }

    private static void clear() throws IOException {
        for (Path file : Pandas.pickles(folder)) {
            Files.delete(file);
        }
    }

    @Property(tries = 5, seed = SEED, shrinking = ShrinkingMode.OFF)
    void pandasReadsTheCellsThatJavaWrote(
            @ForAll("tables") List<Table> tables, @ForAll @IntRange(max = 4) int pandas) throws IOException {
        clear();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < tables.size(); i++) {
            PandasPickle.write(Dataset.of(tables.get(i)), folder.resolve(i + ".pkl"));
            expected.append("=").append(i).append("\n").append(Cellwise.of(tables.get(i))).append("\n");
        }
        assertThat(Pandas.run(Pandas.all().get(pandas), "cells.py", folder)).isEqualTo(expected.toString());
    }

    @Property(tries = 5, seed = SEED, shrinking = ShrinkingMode.OFF)
    void javaReadsTheCellsThatPandasWrote(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(max = 4) int pandas) throws IOException {
        clear();
        String expected = Pandas.run(Pandas.all().get(pandas), "cells.py", folder, seed, BATCH);
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            Dataset dataset = PandasPickle.read(folder.resolve(i + ".pkl"));
            read.append("=").append(i).append("\n").append(Cellwise.of(dataset.table())).append("\n");
            assertThat(dataset.metadata().seed()).hasValue(seed);
            PandasPickle.write(dataset.with(Metadata.EMPTY), folder.resolve(i + ".pkl"));
        }
        assertThat(read.toString()).isEqualTo(expected);
        assertThat(Pandas.run(Pandas.all().get(pandas), "cells.py", folder)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Table>> tables() {
        return Arbitraries.<Table>randomValue(random -> {
            int rows = List.of(0, 1, 2, 9, 2000).get(random.nextInt(5));
            Table table = Table.create("t");
            for (int i = random.nextInt(6); i >= 0; i--) {
                table.addColumns(column("c" + i, random.nextInt(12), rows, random));
            }
            return table;
        }).list().ofSize(BATCH);
    }

    private static Column<?> column(String name, int kind, int rows, Random random) {
        Column<?> column = switch (kind) {
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

    private static Object value(int kind, Random random) {
        long instant = random.nextLong() >> 20;
        return switch (kind) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> Float.intBitsToFloat(random.nextInt());
            case 2 -> random.nextLong();
            case 3 -> random.nextInt();
            case 4 -> (short) random.nextInt();
            case 5 -> random.nextBoolean();
            case 6 -> "w" + random.nextInt(5);
            case 7 -> random.ints(1 + random.nextInt(20), 1, 0xd800)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            case 8 -> LocalDate.ofEpochDay(random.nextInt(2_900_000) - 719_000);
            case 9 -> LocalTime.ofNanoOfDay(random.nextInt(86_400_000) * 1_000_000L);
            case 10 -> LocalDateTime.ofEpochSecond(instant / 10_000, (int) Math.floorMod(instant, 1000) * 1_000_000, ZoneOffset.UTC);
            default -> Instant.ofEpochMilli(instant / 10);
        };
    }
}
