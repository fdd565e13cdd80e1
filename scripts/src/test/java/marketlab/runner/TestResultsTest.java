package marketlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the processes of the tests tell each other, and what is printed of it. */
class TestResultsTest {

    @Test
    void theResultsOfBothProcessesAreAddedUpInTheLastLine() throws Exception {
        TestResults results = new TestResults();
        results.passed = 2;
        results.seconds.put("marketlab.runner.QuickTest", 1L);
        results.skip("there is no Go\nand more", 1);
        TestResults others = new TestResults();
        others.passed = 3;
        others.failures.add("FAILED marketlab.SlowTest#says it");
        others.seconds.put("marketlab.SlowTest", 70L);
        others.skip("there is no Go", 4);
        ObjectMapper json = new ObjectMapper();

        results.add(json.readValue(json.writeValueAsString(others), TestResults.class));

        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        results.print("1:11", new PrintStream(answer), new PrintStream(talk));
        assertThat(answer.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "FAILED marketlab.SlowTest#says it",
                        "not run (5): there is no Go",
                        "5 passed, 1 failed, 5 skipped");
        assertThat(talk.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("in 1:11; the slowest classes, in seconds:", "   70  SlowTest", "    1  QuickTest");
    }
}
