package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import marketlab.peer.Await;
import marketlab.peer.Project;
import marketlab.peer.TmuxTerminal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prompt in a real terminal, as a user has it. */
@Tag("slow")
class PromptTest {

    private static final String PROMPT = "lab>";

    @TempDir
    Path folder;

    @Test
    void aSessionFromTheBannerToTheExitCodeAndItsHistoryInTheNext() {
        try (TmuxTerminal terminal = shell()) {
            List<String> greeting = terminal.awaitLast(PROMPT);
            assertThat(greeting.subList(greeting.size() - 3, greeting.size() - 1))
                    .containsExactly(
                            "marketlab 0.1.0 on Java " + Runtime.version().feature() + ", storage ./data",
                            "help() lists the words with examples, Tab completes, /exit leaves");

            terminal.type("index(\"nifty\").days(300).bul");
            terminal.press("Tab");
            terminal.awaitLast("lab> index(\"nifty\").days(300).bullish()");
            terminal.enter(".seed(7).generate()");
            List<String> table = terminal.awaitLine("300 rows x 6 columns, index/nifty/gbm bullish, seed 7, ");
            assertThat(table.subList(table.size() - 15, table.size()))
                    .anyMatch(line -> line.startsWith(" ...         |"));

            terminal.awaitLast(PROMPT);
            terminal.enter("latest(\"index\")");
            terminal.awaitLine(
                    "|  Exception StorageException: [data/index] no dataset here; make one with generate or save");
            terminal.awaitLast(PROMPT);
            terminal.type("nonsense that is not wanted");
            terminal.press("C-c");
            terminal.awaitLast(PROMPT);
            terminal.enter("var path = save(index(\"nifty\").days(3).generate())");
            terminal.awaitLine("\"data/index/nifty/gbm/");
            terminal.awaitLast(PROMPT);
            terminal.enter("/exit 7");
            assertThat(terminal.exitCode()).isEqualTo(7);
            assertThat(terminal.awaitLine("ended"))
                    .noneMatch(line -> line.contains("\tat ") || line.contains("at Lab."));
        }
        try (TmuxTerminal terminal = shell()) {
            terminal.awaitLast(PROMPT);
            terminal.press("Up");
            terminal.press("Up");
            terminal.awaitLast("lab> var path = save(index(\"nifty\").days(3).generate())");
            terminal.press("C-c");
            terminal.awaitLast(PROMPT);
            terminal.press("C-d");
            assertThat(terminal.exitCode()).isZero();
        }
    }

    @Test
    void slipsAreToldAndCostNoVariable() {
        try (TmuxTerminal terminal = shell()) {
            terminal.awaitLast(PROMPT);
            terminal.enter("var back = List.of(20, 22)");
            terminal.awaitLine("[20, 22]");
            terminal.awaitLast(PROMPT);
            terminal.enter("plot back");
            terminal.awaitLine(
                    "|  cannot find class plot; if it is a word of the kit, it needs parentheses: plot(back)");
            terminal.awaitLast(PROMPT);
            terminal.enter("back.get(0) + back.get(1)");
            terminal.awaitLine("42");
            terminal.awaitLast(PROMPT);
            terminal.enter("int f(int x) { return g(x); }");
            terminal.awaitLine("|  f can be used once there is method g(int)");
            terminal.awaitLast(PROMPT);
            terminal.enter("Datset one = null");
            terminal.awaitLine("|    symbol:   class Datset");
            terminal.awaitLast(PROMPT);
            terminal.enter("quit");
            terminal.awaitLine("/exit leaves");
            terminal.awaitLast(PROMPT);
            terminal.enter("help");
            terminal.awaitLine("save(nifty) ");
            terminal.awaitLast(PROMPT);
            terminal.enter("/exit");
            assertThat(terminal.exitCode()).isZero();
        }
    }

    @Test
    void whatIsLongIsInterruptedAndLeavesNoPartOfADataset() throws Exception {
        try (TmuxTerminal terminal = shell()) {
            terminal.awaitLast(PROMPT);
            // in one block: a Ctrl-C between two statements of a line would come while the second is compiled
            terminal.enter("{ System.out.println(\"begun\");"
                    + " index(\"nifty\").interval(\"1m\").days(2500).paths(10_000).generateAll(); }");
            terminal.awaitLine("begun");
            terminal.press("C-c");
            terminal.awaitLast(PROMPT);
            terminal.enter("while (true) save(index(\"nifty\").interval(\"1m\").days(250).generate())");
            Await.until(
                    "two datasets",
                    () -> datasets().filter(PromptTest::isPublished).count() >= 2);
            terminal.press("C-c");
            terminal.awaitLast(PROMPT);
            terminal.enter("{ System.out.println(\"turning\"); while (true) {} }");
            terminal.awaitLine("turning");
            terminal.press("C-c");
            terminal.awaitLine("Interrupted");
            terminal.awaitLast(PROMPT);
            terminal.enter("verify().damaged().size() + list().size()");
            terminal.awaitLine(Long.toString(datasets().count()));
            assertThat(datasets()).isNotEmpty().allMatch(file -> file.toString().endsWith(".pkl"));
            terminal.awaitLast(PROMPT);
            terminal.enter("/exit");
            assertThat(terminal.exitCode()).isZero();
        }
    }

    @Test
    void pipedCodeAndPlainJBangRunTheSame() throws Exception {
        Sandbox machine = new Sandbox(folder.resolve("unused"), Project.jbangHome())
                .with("JAVA_HOME", System.getProperty("java.home"));
        Path mlab = Project.root().resolve("scripts/mlab");
        Sandbox.Result piped = machine.run(
                folder, mlab, "var days = 3;\nindex(\"nifty\").days(days)\n  .generate()\n/exit 4\n", "shell");
        assertThat(piped.out()).as(piped.err()).contains("\n3 rows x 6 columns, index/nifty/gbm, ");
        assertThat(piped.status()).isEqualTo(4);

        String interactive = "eval \"exec $('%s' -XX:TieredStopAtLevel=1 -jar '%s' run -i '%s')\""
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin/java"),
                        Sandbox.jbang(),
                        Project.root().resolve("scripts/kit.jsh"));
        Sandbox.Result plain = machine.with("JBANG_RUNTIME_SHELL", "bash")
                .run(
                        folder,
                        Path.of("/bin/bash"),
                        "index(\"nifty\").days(3).generate().table().rowCount() + 39\n/exit 5\n",
                        "-c",
                        interactive);
        assertThat(plain.out()).as(plain.err()).contains(" ==> 42");
        assertThat(plain.status()).isEqualTo(5);
    }

    private TmuxTerminal shell() {
        return TmuxTerminal.mlab(folder, "shell");
    }

    /** A draft and its lock begin with a dot. */
    private static boolean isPublished(Path file) {
        return !file.getFileName().toString().startsWith(".");
    }

    private Stream<Path> datasets() throws IOException {
        if (Files.notExists(folder.resolve("data"))) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
