package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a process does may be to read many datasets in many threads. */
@Tag("slow")
class FreshProcessTest {

    @TempDir
    Path folder;

    /** Eight threads that used the first column types of Tablesaw at the same time waited for each other forever. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void searchReadsManyHeadersAtOnce() throws Exception {
        Map<String, String> storage = Map.of("LOCAL_STORAGE_PATH", "data");
        try (VerbProcess writer = new VerbProcess(folder, storage)) {
            writer.run("generate", "index", "--days", "10", "--paths", "16");
        }
        try (VerbProcess reader = new VerbProcess(folder, storage)) {
            assertThat(reader.run("search", "market=nifty").out().lines()).hasSize(16);
        }
    }
}
