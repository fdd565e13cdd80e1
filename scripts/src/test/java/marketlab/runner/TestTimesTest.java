package marketlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the classes. */
class TestTimesTest {

    @TempDir
    Path folder;

    @Test
    void newClassesAreFirstAndThenThoseThatTookLongest() throws Exception {
        Path file = folder.resolve("times.json");
        new TestTimes(file).keep(Map.of("ATest", 1L, "BTest", 70L));
        new TestTimes(file).keep(Map.of("ATest", 2L, "CTest", 3L));
        assertThat(new TestTimes(file).longestFirst(List.of("NewTest", "ATest", "BTest", "CTest", "AnotherTest")))
                .containsExactly("NewTest", "AnotherTest", "BTest", "CTest", "ATest");
    }

    @Test
    void withoutAnEarlierRunTheOrderStays() throws Exception {
        assertThat(new TestTimes(folder.resolve("none.json")).longestFirst(List.of("BTest", "ATest")))
                .containsExactly("BTest", "ATest");
    }
}
