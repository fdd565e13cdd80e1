package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import marketlab.peer.Project;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mlab convert} writes besides CSV and pickles. */
class ConvertTest {

    private static final String DECIMALS = Project.root()
            .resolve("lib/src/test/resources/marketlab/pickle/real/decimal.pkl")
            .toString();

    @TempDir
    Path folder;

    @Test
    void compressedCsvHasTheBytesOfCsv() throws IOException {
        Path plain = converted("a.csv");
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(converted("a.csv.gz")))) {
            assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(plain))
                    .startsWith("Date,Open,High,Low,Close,Volume\n");
        }
    }

    @Test
    void jsonIsOneRecordARowWithTimesOfIso8601() throws IOException {
        JsonNode rows = new ObjectMapper().readTree(Files.readString(converted("a.json")));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).get("Date").asText()).startsWith("2026-01-05T00:00");
        assertThat(rows.get(0).get("Close").asDouble()).isEqualTo(101.0);
        assertThat(rows.get(3).get("Volume").asLong()).isEqualTo(1100);
    }

    /** DuckDB finds out the types by itself. Its times are in microseconds, so only the unit is changed for the comparison. */
    @Tag("slow")
    @Test
    void duckDbReadsTheTypesAndExactValuesThatPandasReadsFromThePickle() {
        String storage = "local:" + folder.resolve("data");
        String name = run("generate", "index", "--days", "5", "--interval", "15m", "--seed", "3", "--storage", storage)
                .strip();
        String pickle = folder.resolve("bars.pkl").toString();
        String csv = folder.resolve("bars.csv.gz").toString();
        String json = folder.resolve("bars.json").toString();
        for (String file : List.of(pickle, csv, json)) {
            run("convert", name, file, "--storage", storage);
        }
        String types = Python.with(List.of("duckdb", "pandas>=3,<4")).run("""
            import sys, duckdb, pandas as pd
            bars = pd.read_pickle(sys.argv[1]).reset_index()
            for path in sys.argv[2:]:
                table = duckdb.sql(f"select * from '{path}'")
                read = table.df()
                read.Timestamp = read.Timestamp.astype(bars.Timestamp.dtype)
                pd.testing.assert_frame_equal(read, bars, check_exact=True)
                print(*table.types)
            """, pickle, csv, json);
        assertThat(types.lines()).hasSize(2).containsOnly("TIMESTAMP DOUBLE DOUBLE DOUBLE DOUBLE BIGINT");
    }

    private Path converted(String name) {
        Path file = folder.resolve(name);
        run("convert", DECIMALS, file.toString());
        return file;
    }

    private static String run(String... arguments) {
        StringWriter answer = new StringWriter();
        StringWriter talk = new StringWriter();
        int code = Mlab.run(new PrintWriter(answer, true), new PrintWriter(talk, true), arguments);
        assertThat(code).as(talk.toString()).isZero();
        return answer.toString();
    }
}
