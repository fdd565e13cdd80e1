package marketlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import marketlab.peer.Jupyter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cell shows, in real kernels: one notebook is executed in IJava, and one in JJava. */
@Tag("slow")
class KernelTest {

    private static final String GENERATE = """
        var nifty = index("nifty").gbm().bullish().days(60).end(LocalDate.of(2026, 1, 30)).seed(1).generate();
        nifty\
        """;
    private static final String TABLE = "nifty.table().first(3)";
    private static final String FIGURE = "plot(nifty)";
    private static final String OTHER_FIGURE = "plot(nifty, \"drawdown\")";
    private static final String PRINT = "System.out.println(\"said\"); System.err.println(\"warned\");";
    private static final String PROGRESS =
            "index(\"nifty\").paths(300).days(20).progress(bar(300)).generateAll().size()";
    private static final String FRAGMENTS = """
        for (int i = 0; i < 300; i++) {
            System.out.print(i);
            System.out.print(" strikes");
            System.out.println(" of chain");
        }
        System.out.print("end")\
        """;
    private static final String PASTED = "var one = 1\nlab> var two = List.of(1)\n ...     .size() + 1\none\n    + two";
    private static final String WORD = "help(\"save\")";
    private static final String METHOD = "int half(int x) {\n    return 10 / (x - 2);\n}";
    private static final String THROWS = "int a = 1;\n\n// comment\nint b =\n    half(2);";
    private static final String THROWS_IN_A_LOOP =
            "int k = 0;\nfor (int i = 0; i < 3; i++) {\n    k++;\n    k /= i;\n}";
    private static final String OF_THE_LIBRARY = "\nindex(\"nifti\")";
    private static final String DOES_NOT_COMPILE = "int y = 1;\nint z =\n    missing + 1;";
    private static final String UNFINISHED = "int q = (";
    private static final String NULL = "String none = null;\nnone.length()";
    private static final List<String> CELLS = List.of(
            GENERATE,
            TABLE,
            FIGURE,
            OTHER_FIGURE,
            PRINT,
            FRAGMENTS,
            PASTED,
            PROGRESS,
            WORD,
            METHOD,
            THROWS,
            THROWS_IN_A_LOOP,
            OF_THE_LIBRARY,
            DOES_NOT_COMPILE,
            UNFINISHED,
            NULL);

    @TempDir
    static Path folder;

    private static Jupyter jupyter;
    private static Path executed;

    @BeforeAll
    static void execute() {
        jupyter = Jupyter.installed();
        executed = jupyter.tryOut(jupyter.notebook(CELLS), "marketlab", folder);
    }

    @Test
    void datasetIsATableOfItsFirstAndLastRowsThatScrolls() {
        String html = data(GENERATE, "text/html");
        assertThat(html)
                .contains("overflow: auto")
                .contains("<th scope=\"col\" title=\"index points\">Close</th>")
                .containsPattern("<tr><th scope=\"row\">2025-11-04</th><td>24000.000</td>(?s:.*)<td>…</td>"
                        + "(?s:.*)<th scope=\"row\">2026-01-30</th>")
                .contains("60 rows x 6 columns, index/nifty/gbm bullish, seed 1");
        assertThat(html.split("<tr>")).hasSize(1 + 1 + 20 + 1);
        assertThat(data(GENERATE, "text/plain")).contains("2025-11-04", "60 rows x 6 columns");
    }

    @Test
    void tableIsATable() {
        assertThat(data(TABLE, "text/html"))
                .contains("<td class=\"text\">2025-11-04</td>")
                .doesNotContain("…");
    }

    @Test
    void everyFigureBringsWhatItNeedsOfPlotly() {
        assertThat(data(FIGURE, "text/html")).hasSizeBetween(600_000, 800_000);
        assertThat(data(OTHER_FIGURE, "text/html")).hasSizeBetween(600_000, 800_000);
        assertThat(data(OTHER_FIGURE, "text/plain")).hasSizeLessThan(1_000);
    }

    @Test
    void whatIsPrintedAndReturnedIsShown() {
        assertThat(stream(PRINT, "stdout")).isEqualTo("said\n");
        assertThat(stream(PRINT, "stderr")).isEqualTo("warned\n");
        assertThat(data(WORD, "text/plain")).startsWith("save(nifty)");
    }

    @Test
    void progressFillsUpInItsPlace() {
        assertThat(outputs(executed, CELLS.indexOf(PROGRESS))).hasSize(2);
        assertThat(data(PROGRESS, "text/plain")).isEqualTo("[##############################] 300 of 300");
        assertThat(text(outputs(executed, CELLS.indexOf(PROGRESS))
                        .get(1)
                        .path("data")
                        .path("text/plain")))
                .isEqualTo("300");
    }

    @Test
    void printedFragmentsAreGatheredToLines() {
        assertThat(stream(FRAGMENTS, "stdout"))
                .isEqualTo(
                        IntStream.range(0, 300)
                                        .mapToObj(i -> i + " strikes of chain\n")
                                        .collect(Collectors.joining()) + "end");
        assertThat(outputs(executed, CELLS.indexOf(FRAGMENTS))).hasSizeLessThan(100);
    }

    @Test
    void linesNeedNoSemicolonsAndPromptsMayBeCopied() {
        assertThat(data(PASTED, "text/plain")).isEqualTo("3");
    }

    @Test
    void errorSaysTheCellsLineAndNoStackOfTheMachinery() {
        assertThat(error(THROWS))
                .containsExactly(
                        "ArithmeticException: / by zero",
                        "    line 2 of cell [10]: return 10 / (x - 2);",
                        "    line 5: half(2);");
        assertThat(error(THROWS_IN_A_LOOP)).containsExactly("ArithmeticException: / by zero", "    line 4: k /= i;");
        assertThat(error(OF_THE_LIBRARY))
                .containsExactly(
                        "IllegalArgumentException: [market] unknown market 'nifti'; there are: nifty, banknifty,"
                                + " finnifty, midcpnifty, sensex, bankex, spx, spxw, ndx, ndxp, generic",
                        "    line 2: index(\"nifti\")");
        assertThat(error(NULL))
                .containsExactly(
                        "NullPointerException: Cannot invoke \"String.length()\" because \"none\" is null",
                        "    line 2: none.length()");
    }

    @Test
    void codeThatCannotRunSaysWhereAndWhy() {
        assertThat(error(DOES_NOT_COMPILE))
                .containsExactly("cannot find symbol", "  symbol:   variable missing", "    line 3: missing + 1;");
        assertThat(error(UNFINISHED)).containsExactly("this is not complete: int q = (");
    }

    @Test
    void errorIsNamedInItsOutputAndToWhoExecutesWithoutErrors() {
        JsonNode output = outputs(executed, CELLS.indexOf(OF_THE_LIBRARY)).get(0);
        assertThat(output.path("ename").asText()).isEqualTo("IllegalArgumentException");
        assertThat(output.path("evalue").asText()).startsWith("[market] unknown market 'nifti'; there are: ");
        JsonNode refused = outputs(executed, CELLS.indexOf(DOES_NOT_COMPILE)).get(0);
        assertThat(refused.path("ename").asText()).isEqualTo("CompileError");
        assertThat(refused.path("evalue").asText())
                .isEqualTo("cannot find symbol, symbol:   variable missing, line 3: missing + 1;");

        Path failing = jupyter.notebook(List.of(OF_THE_LIBRARY));
        assertThatThrownBy(
                        () -> jupyter.jupyter(folder, "nbconvert", "--to", "notebook", "--execute", failing.toString()))
                .hasMessageContaining("unknown market 'nifti'; there are: ")
                .hasMessageContaining("line 2: index(\"nifti\")")
                .hasMessageNotContaining("\tat ");
    }

    @Test
    void jjavaShowsTheSame() {
        Path other = jupyter.tryOut(
                jupyter.notebook(List.of(GENERATE, FIGURE, OTHER_FIGURE, WORD)), "marketlab-jjava", folder);
        assertThat(data(other, 0, "text/html")).contains("<th scope=\"row\">2025-11-04</th>");
        assertThat(data(other, 1, "text/html")).hasSizeBetween(600_000, 800_000);
        assertThat(data(other, 2, "text/html")).hasSizeBetween(600_000, 800_000);
        assertThat(data(other, 3, "text/plain")).startsWith("save(nifty)");
    }

    @Test
    void interruptEndsTheCellAndNothingElse() {
        assertThat(jupyter.python("""
            from jupyter_client.manager import start_new_kernel
            manager, client = start_new_kernel(kernel_name='marketlab', startup_timeout=120)
            def run(code, interrupt=False):
                said, request = '', client.execute(code)
                while True:
                    message = client.get_iopub_msg(timeout=120)
                    if message['parent_header'].get('msg_id') != request:
                        continue
                    content = message['content']
                    said += content.get('text', '') + ''.join(content.get('traceback', [])) + str(content.get('data', ''))
                    if interrupt and 'begun' in said:
                        interrupt = False
                        manager.interrupt_kernel()
                    if content.get('execution_state') == 'idle':
                        return said
            try:
                print(run('int kept = 1;'))
                print(run('System.out.println("begun"); index("nifty").paths(50_000).generateAll();', True))
                print(run('while (true) { System.out.println("begun again"); Thread.sleep(20); }', True))
                print(run('kept + 1'))
            finally:
                client.stop_channels()
                manager.shutdown_kernel(now=True)
            """))
                .containsPattern("(?s)begun\n.*Interrupted.*begun again.*Interrupted.*'text/plain': '2'");
    }

    @Test
    void kernelIsListedInstalledOverItselfOnlyAndRemoved() throws Exception {
        String prefix = folder.resolve("prefix").toString();
        Path mine = Files.createDirectories(folder.resolve("prefix/share/jupyter/kernels/other"));
        Files.writeString(mine.resolve("kernel.json"), "{\"argv\": [\"python\"]}");
        assertThat(jupyter.mlab("kernel", "list"))
                .containsPattern("marketlab +marketlab in IJava")
                .containsPattern("marketlab-jjava +marketlab in JJava")
                .containsPattern("java +JJava, for mlab kernel install --jjava");
        assertThat(refused("kernel", "install", "--prefix", prefix, "--name", "other"))
                .contains("another kernel with this name already exists");
        assertThat(refused("kernel", "uninstall", "--prefix", prefix, "--name", "other"))
                .contains("marketlab did not install this kernel");
        assertThat(refused("kernel", "uninstall")).contains(", add --prefix ");
        assertThat(refused("kernel", "uninstall", "--name", "nowhere")).contains("; see: mlab kernel list");
        assertThat(refused("kernel", "install", "--name", "two words")).contains("got 'two words'");
        assertThat(jupyter.mlab("kernel", "install", "--prefix", prefix, "--name", "other", "--force"))
                .isEqualTo(mine + "\n");
        assertThat(jupyter.mlab("kernel", "list", "--prefix", prefix))
                .containsPattern("^other +marketlab in IJava")
                .hasLineCount(1);
        jupyter.mlab("kernel", "uninstall", "--prefix", prefix, "--name", "other");
        assertThat(mine).doesNotExist();
        assertThat(jupyter.mlab("doctor", "--storage", "local:" + folder.resolve("data")))
                .containsPattern("kernel +ok +in ");
    }

    private static String refused(String... arguments) {
        try {
            return "accepted: " + jupyter.mlab(arguments);
        } catch (AssertionError e) {
            return e.getMessage();
        }
    }

    private static String data(String cell, String type) {
        return data(executed, CELLS.indexOf(cell), type);
    }

    private static String data(Path notebook, int cell, String type) {
        return outputs(notebook, cell).stream()
                .map(output -> text(output.path("data").path(type)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " among " + outputs(notebook, cell)));
    }

    private static String stream(String cell, String name) {
        return outputs(executed, CELLS.indexOf(cell)).stream()
                .filter(output -> output.path("name").asText().equals(name))
                .map(output -> text(output.path("text")))
                .collect(Collectors.joining());
    }

    /** Lines of the error, without their colours. */
    private static List<String> error(String cell) {
        return outputs(executed, CELLS.indexOf(cell)).stream()
                .flatMap(output -> StreamSupport.stream(output.path("traceback").spliterator(), false))
                .map(line -> line.asText().replaceAll("\u001B\\[[0-9;]*m", ""))
                .toList();
    }

    private static List<JsonNode> outputs(Path notebook, int cell) {
        List<JsonNode> outputs = new ArrayList<>();
        Jupyter.read(notebook).path("cells").path(cell).path("outputs").forEach(outputs::add);
        return outputs;
    }

    private static String text(JsonNode lines) {
        return lines.isTextual()
                ? lines.asText()
                : StreamSupport.stream(lines.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining());
    }
}
