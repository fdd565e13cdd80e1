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
import java.util.zip.GZIPInputStream;
import marketlab.peer.Project;
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

    private Path converted(String name) {
        Path file = folder.resolve(name);
        StringWriter talk = new StringWriter();
        PrintWriter nobody = new PrintWriter(new StringWriter());
        int code = Mlab.run(nobody, new PrintWriter(talk, true), "convert", DECIMALS, file.toString());
        assertThat(code).as(talk.toString()).isZero();
        return file;
    }
}
