package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import marketlab.csv.Csv;
import marketlab.dataset.Dataset;
import marketlab.dataset.JsonRows;
import marketlab.dataset.TableHtml;
import marketlab.dataset.TableText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is done with a frame takes work that grows with its columns, and no faster; too many are refused. */
class WideFramesTest {

    private static final Map<String, IntFunction<Consumer<Assembler>>> LABELS = Map.of(
            "range", columns -> a -> a.range(columns),
            "equal",
                    columns -> a -> a.labels(
                            columns,
                            b -> b.text("x").op(Opcode.MEMOIZE).times(columns - 1, c -> c.op(Opcode.BINGET, 0))),
            "differing in case",
                    columns -> a -> a.labels(columns, b -> b.text("x")
                            .op(Opcode.MEMOIZE)
                            .text("X")
                            .op(Opcode.MEMOIZE)
                            .times(columns / 2 - 1, c -> c.op(Opcode.BINGET, 0, Opcode.BINGET, 1))));

    private static Map<String, byte[]> hostile;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeHostileFiles() {
        hostile = HostileFiles.all();
    }

    @AfterAll
    static void forgetHostileFiles() {
        hostile = null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"range", "equal", "differing in case"})
    void tenTimesTheColumnsTakeTenTimesTheWork(String labels) throws Exception {
        for (int columns : List.of(600, 6000, 60_000)) {
            Files.write(
                    file(columns), Assembler.wide(columns, LABELS.get(labels).apply(columns)));
        }
        Map<String, Allocations.Work> works = Map.of(
                "describe", columns -> PandasPickle.describe(file(columns)).toString(),
                "verify", columns -> PandasPickle.verify(file(columns)),
                "excerpt", columns -> PandasPickle.excerpt(file(columns), 1, 1),
                "write", columns -> PandasPickle.write(read(columns), folder.resolve("written.pkl")),
                "text", columns -> TableText.of(read(columns), 10),
                "narrow text", columns -> TableText.of(read(columns), 10, 120),
                "html", columns -> TableHtml.of(read(columns), 10),
                "csv", columns -> Csv.write(read(columns), Writer.nullWriter()),
                "json", columns -> JsonRows.write(read(columns), Writer.nullWriter()));
        for (Map.Entry<String, Allocations.Work> work : works.entrySet()) {
            Allocations.assertLinear(work.getKey(), work.getValue(), 6000);
        }
    }

    @Test
    void aDescriptionNamesTheFirstAndTheLastColumnsAndCountsAll() throws IOException {
        Files.write(file(60_000), Assembler.wide(60_000, a -> a.range(60_000)));
        String[] lines = PandasPickle.describe(file(60_000)).toString().split("\\R");
        assertThat(lines).hasSize(2 + 20 + 1 + 20 + 1);
        assertThat(lines[1]).isEqualTo("60,000 columns, the first and the last 20:");
        assertThat(lines[21]).startsWith("  19 ");
        assertThat(lines[22]).isEqualTo("  …");
        assertThat(lines[23]).startsWith("  59980 ");
    }

    @Test
    void equalLabelsAreNumbered() throws IOException {
        Files.write(
                file(4),
                Assembler.wide(
                        4,
                        a -> a.labels(4, b -> b.text("a").text("a_2").text("A").text("a"))));
        assertThat(read(4).table().columnNames()).containsExactly("a", "a_2", "A_3", "a_4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a million columns|1,000,000 columns; a file of 1,000,",
                "a million columns of one name|1,000,000 columns",
                "columns of a long name|columns of the same name, of more than 4,194,304 characters",
                "an array of endless columns|2,147,483,639 columns",
                "one array for many columns|columns of 8,000,000,000 bytes in a file of",
                "one array for many levels|columns of 513,000,000 bytes in a file of",
                "blocks of no column|blocks of 1 columns",
                "a memo again and again|a value in the memo that Python does not put there",
                "attributes of a long string|attributes of more than 16777216 bytes"
            })
    void whatWouldFillTheMemoryIsRefusedForThat(String name, String reason) throws IOException {
        Path file = folder.resolve("hostile.pkl");
        Files.write(file, hostile.get(name));
        assertThatThrownBy(() -> PandasPickle.read(file))
                .isInstanceOf(PickleException.class)
                .hasMessageContaining(reason);
    }

    private Path file(int columns) {
        return folder.resolve(columns + ".pkl");
    }

    private Dataset read(int columns) throws IOException {
        return PandasPickle.read(file(columns));
    }
}
