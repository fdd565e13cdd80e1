package marketlab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import marketlab.index.IndexDataGenerator;
import marketlab.peer.Jupyter;
import marketlab.peer.TmuxTerminal;
import marketlab.storage.LocalStorage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The word spark() where it is said: at a prompt in a real terminal, and in a notebook in a real kernel. */
@Tag("slow")
class SparkLabTest {

    private static final String PROMPT = "lab>";
    private static final String QUESTION = "select seed, count(*) as days from data group by seed order by seed";

    @TempDir
    static Path folder;

    @BeforeAll
    static void saveThreeDatasets() {
        try (LocalStorage storage = new LocalStorage(folder.resolve("data").toString())) {
            for (int seed = 1; seed <= 3; seed++) {
                storage.save(IndexDataGenerator.of("nifty")
                        .days(250)
                        .interval("15m")
                        .end(LocalDate.of(2026, 10, 30))
                        .seed(seed)
                        .generate());
            }
        }
    }

    /** The first question would take hours on all cores. */
    @Test
    void aQuestionInterruptedAtThePromptEndsAndTheNextIsAnswered() {
        try (TmuxTerminal terminal = TmuxTerminal.mlab(folder, "spark shell")) {
            terminal.awaitLast(PROMPT);
            terminal.enter("spark()");
            terminal.awaitLine("Spark 4.");
            terminal.awaitLast(PROMPT);
            terminal.enter("spark().table(\"index/nifty\").count()");
            terminal.awaitLine("18750");
            terminal.awaitLast(PROMPT);
            terminal.enter(
                    "spark().sql(\"select sum(sqrt(a.Low * b.Low * c.Low)) from data a, data b, data c where a.High >"
                            + " b.Low\")");
            terminal.awaitLine("[Stage ");
            terminal.press("C-c");
            terminal.awaitLine("Interrupted");
            terminal.awaitLast(PROMPT);
            terminal.enter("spark().sql(\"" + QUESTION + "\")");
            terminal.awaitLine("3 rows x 2 columns");
            terminal.awaitLast(PROMPT);
            terminal.enter("spark().dataset(spark().table(\"index/nifty\").groupBy(\"spot\").count())");
            terminal.awaitLine("1 row x 2 columns");
            terminal.awaitLast(PROMPT);
            terminal.enter("spark().sql(\"select clse from data\")");
            assertThat(terminal.awaitLine("|  Exception IllegalArgumentException: [sql] "))
                    .noneMatch(line -> line.contains("\tat "));
            terminal.awaitLast(PROMPT);
            terminal.enter("use(\"local:other\")");
            terminal.awaitLine("\"other\"");
            terminal.awaitLast(PROMPT);
            terminal.enter("spark().table(\"index/nifty\")");
            terminal.awaitLine("|  Exception StorageException: [");
            terminal.awaitLast(PROMPT);
            terminal.enter("spark().sql(\"" + QUESTION + "\")");
            terminal.awaitLine("|  Exception IllegalArgumentException: [sql] no table `data`");
            terminal.awaitLast(PROMPT);
            terminal.enter("/exit 7");
            assertThat(terminal.exitCode()).isEqualTo(7);
        }
    }

    @Test
    void aNotebookAsksToo() {
        Jupyter jupyter = Jupyter.installed();
        jupyter.install("--name", "marketlab-spark", "--spark");
        assertThat(jupyter.mlab("kernel", "list")).containsPattern("marketlab-spark +marketlab in IJava, with Spark");
        String executed = Jupyter.read(jupyter.tryOut(
                        jupyter.notebook(List.of(
                                "spark().table(\"index/nifty\", \".*\").groupBy(\"seed\").agg(max(\"High\")).count()",
                                "spark().sql(\"" + QUESTION + "\")",
                                "spark().table(\"index/spx\")")),
                        "marketlab-spark",
                        folder))
                .path("cells")
                .toString();
        assertThat(executed)
                .contains("\"text/plain\":[\"3\"]")
                .contains("<th scope=\\\"col\\\">days</th>")
                .contains("data/index/spx] no dataset here; there are some in: index/nifty/gbm");
    }
}
