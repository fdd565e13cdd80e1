package marketlab.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a grid's file says, and what is wrong with it, known before anything is made. */
class GridTest {

    private static final String GRID = """
        {
          "as_of": "2026-01-30T10:00:00Z",
          "markets": ["nifty", "spx"],
          "models": {
            "gbm": {},
            "heston": {"kappa": [1, 2.5], "rho": -0.5}
          },
          "params": ["", "bullish"],
          "seeds": [7, "11..13"],
          "paths": 2,
          "days": 20
        }
        """;

    @TempDir
    Path folder;

    private Grid read(String json) throws IOException {
        return GridFile.read(Files.writeString(folder.resolve("grid.json"), json));
    }

    @Test
    void gridIsEveryCombinationAndEachHasANameOfItsOwn() throws IOException {
        Grid grid = read(GRID);
        assertThat(grid.size()).isEqualTo(2 * 3 * 2 * 4 * 2);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < grid.size(); i++) {
            String name = grid.cell(i).name().path();
            assertThat(DatasetName.parse(name).map(DatasetName::path)).contains(name);
            names.add(name);
        }
        assertThat(names)
                .hasSize((int) grid.size())
                .contains(
                        "index/nifty/gbm/20260130_100000_seed=7_path=0.pkl",
                        "index/spx/heston/20260130_100000_bullish_kappa=2.5_rho=-0.5_seed=13_path=1.pkl");
    }

    @Test
    void aDatasetIsByteForByteWhatTheKitsGeneratorMakesThen() throws IOException {
        Grid grid = read(GRID);
        IndexDataGenerator kit = IndexDataGenerator.of("spx")
                .model(IndexModel.named("heston", Map.of("kappa", 2.5, "rho", -0.5)))
                .days(20)
                .params("bullish")
                .seed(13)
                .paths(2)
                .clock(Clock.fixed(Instant.parse("2026-01-30T10:00:00Z"), ZoneOffset.UTC));
        Cell last = grid.cell((int) grid.size() - 1);
        assertThat(bytes(last.generate())).isEqualTo(bytes(kit.generateAll().get(1)));
        Cell first = grid.cell(0);
        assertThat(bytes(first.generate()))
                .isEqualTo(bytes(IndexDataGenerator.of("nifty")
                        .model("gbm")
                        .days(20)
                        .seed(7)
                        .clock(Clock.fixed(Instant.parse("2026-01-30T10:00:00Z"), ZoneOffset.UTC))
                        .generate()));
    }

    @Test
    void whatIsNotSaidIsTypical() throws IOException {
        Grid grid = read("{\"as_of\": \"2026-01-30T15:30:00+05:30\", \"models\": {\"ou\": {}}}");
        assertThat(grid.size()).isOne();
        assertThat(grid.cell(0).name().path()).isEqualTo("index/nifty/ou/20260130_100000_seed=1_path=0.pkl");
        assertThat(grid.cell(0).generate().table().rowCount()).isEqualTo(252);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "seeds": [7,           | "seeds": [7 7,             | [grid.json:9] not valid JSON: Unexpected character ('7'
        "days": 20             | "days": [20                | [grid.json:12] not valid JSON: Unexpected close marker '}'
        "days": 20             | "days": 20, "days": 21     | [grid.json:11] not valid JSON: Duplicate field 'days'
        "days": 20 | "day": 20 | [grid.json:11] unknown key 'day'; known are: as_of, markets
        "days": 20             | "days": 0                  | [grid.json:11] days: expected a whole number > 0, got 0
        "days": 20             | "days": "20"               | [grid.json:11] days: expected a whole number > 0, got "20"
        "days": 20             | "days": 2000000            | [grid.json:11] the index left the range of numbers
        "days": 20             | "interval": "2d"           | [grid.json:11] interval must be seconds, minutes or hours
        "days": 20             | "spot": -1                 | [grid.json:11] spot must be > 0, got -1.0
        "days": 20 | "end": "30 Jan" | [grid.json:11] end: expected a date such as 2026-01-30, got "30 Jan"
        "as_of": "2026-01-30T10:00:00Z", | "end": "2026-01-30", | [grid.json:1] as_of is missing
        10:00:00Z | 10:00 | [grid.json:2] as_of: expected a time with an offset such as 2026-01-30T10:00:00Z
        "spx"                  | "spy"                      | [grid.json:3] [market] unknown market 'spy'
        "heston"               | "hestom"                   | [grid.json:6] [model] unknown model 'hestom'; did you mean
        "gbm" | "bootstrap" | [grid.json:5] bootstrap needs a history, which a grid cannot name
        "kappa"                | "kapa"                     | [grid.json:6] [model] heston has no parameter 'kapa'; did
        -0.5                   | -1.5                       | [grid.json:6] rho must be
        2.5                    | 1.0                        | [grid.json:6] 1.0 is listed twice
        [1, 2.5]               | []                         | [grid.json:6] kappa is an empty list
        -0.5                   | "low"                      | [grid.json:6] rho: expected a number, got "low"
        "bullish"              | "all at once"              | [grid.json:8] params must be letters, digits
        "11..13"               | "13..11"                   | [grid.json:9] seeds: a range must go from low to high
        "11..13"               | "7..9"                     | [grid.json:9] the seed 7 is listed twice
        "11..13" | 1.5 | [grid.json:9] seeds: expected a whole number or a range such as
        "paths": 2             | "paths": 1000000           | [grid.json:1] the grid has 48000000 datasets
        """, quoteCharacter = '`')
    void errorNamesTheLine(String right, String wrong, String error) throws IOException {
        assertThat(GRID).contains(right);
        Path file = Files.writeString(folder.resolve("grid.json"), GRID.replace(right, wrong));
        assertThatThrownBy(() -> GridFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(error.replace("[grid.json", "[" + file))
                .hasMessageNotContaining("REDACTED");
    }

    @Test
    void nothingAndAListAreNoGrid() {
        assertThatThrownBy(() -> read("")).hasMessageContaining(":1] the file is empty");
        assertThatThrownBy(() -> read("[1]")).hasMessageContaining(":1] expected an object in { }, got a list");
        assertThatThrownBy(() -> read(GRID + "{}")).hasMessageContaining(":13] unexpected text after the end");
        assertThatThrownBy(() -> read("{\"as_of\": \"2026-01-30T10:00:00Z\"}"))
                .hasMessageContaining(":1] models is missing");
    }

    private byte[] bytes(Dataset data) throws IOException {
        Path file = folder.resolve("data.pkl");
        PandasPickle.write(data, file);
        return Files.readAllBytes(file);
    }
}
