package marketlab.kit;

import static marketlab.kit.Lab.bar;
import static marketlab.kit.Lab.chain;
import static marketlab.kit.Lab.describe;
import static marketlab.kit.Lab.diff;
import static marketlab.kit.Lab.help;
import static marketlab.kit.Lab.index;
import static marketlab.kit.Lab.latest;
import static marketlab.kit.Lab.list;
import static marketlab.kit.Lab.load;
import static marketlab.kit.Lab.plot;
import static marketlab.kit.Lab.read;
import static marketlab.kit.Lab.save;
import static marketlab.kit.Lab.search;
import static marketlab.kit.Lab.sparkline;
import static marketlab.kit.Lab.storage;
import static marketlab.kit.Lab.use;
import static marketlab.kit.Lab.verify;
import static marketlab.kit.Lab.versions;
import static marketlab.kit.Lab.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import marketlab.dataset.Dataset;
import marketlab.storage.StorageException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words as they are said. */
class LabTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void withoutADesktop() {
        System.setProperty("java.awt.headless", "true"); // or show(figure) would open a browser
    }

    @BeforeEach
    void useAFreshStorage() {
        use("local:" + folder.resolve("data"));
    }

    @Test
    void theIssuesSentencesWork() {
        var nifty = index("nifty").gbm().bullish().highVol().days(252).seed(7).generate();
        String path = save(nifty);
        assertThat(path).startsWith(folder + "/data/index/nifty/gbm/").endsWith("_bullish_high_vol.pkl");
        var back = latest("index/nifty/gbm", ".*bullish.*");
        assertThat(diff(nifty, back).isEmpty()).isTrue();
        assertThat(plot(back).toString())
                .contains(
                        "NIFTY",
                        "bullish_high_vol",
                        "drawn: close; the figure has candles, volume and moving averages");
        assertThat(back.table().summary().rowCount()).isPositive();
        Dataset week = chain("nifty").along(back).weekly().generate();
        assertThat(week.metadata().text("params")).contains("weekly_expiry");
        assertThat(use("local:" + folder.resolve("other")))
                .isEqualTo(folder.resolve("other").toString());
        assertThatThrownBy(() -> latest("index"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/other/index]");
    }

    @Test
    void whateverSavePrintedIsTakenAsAPath() {
        String path = save(index("nifty").days(5).seed(1).generate());
        assertThat(load(path).table().rowCount()).isEqualTo(5);
        assertThat(describe(path).rows()).isEqualTo(5);
        assertThat(describe(load(path))).hasToString(describe(path).toString());
        assertThat(list()).containsExactly(storage().pathOf(path));
        assertThat(list(path.replaceFirst("/gbm/.*", ""))).isEqualTo(list("index/nifty"));
        assertThat(load(list().get(0)).toString()).isEqualTo(load(path).toString());
        assertThat(save(load(path), "index/nifty/copies/20260101_000000.pkl")).endsWith("/copies/20260101_000000.pkl");
    }

    @Test
    void latestIsTheNewestOfItsDirectoryAndTime() {
        Dataset spx = index("spx").days(3).seed(1).generate();
        save(spx, "index/spx/gbm/20230901_123045.pkl");
        save(spx.with(index("spx").days(4).generate().table()), "index/spx/gbm/20240901_123045.pkl");
        assertThat(latest().table().rowCount()).isEqualTo(4);
        assertThat(latest("index/spx", "", Instant.parse("2024-01-01T00:00:00Z"))
                        .table()
                        .rowCount())
                .isEqualTo(3);
        assertThat(versions("index/spx").toString())
                .matches("2024-09-01T12:30:45Z +\\d+  index/spx/gbm/20240901_123045.pkl\n2023.*\n2 in all");
        assertThat(versions("index/spx", "2023")).hasSize(1);
    }

    @Test
    void searchTellsWhatItPassedOver() throws IOException {
        String one = save(index("nifty").seed(1).days(5).generate());
        Path foreign = Files.writeString(Path.of(one).resolveSibling("notes.pkl"), "no pickle");
        assertThat(search("model=gbm")).containsExactly(storage().pathOf(one));
        assertThat(search("model=gbm").toString())
                .startsWith("%s\n1 in all\n[%s] skipped: ".formatted(storage().pathOf(one), foreign));
    }

    @Test
    void searchAndVerifyTellWhatThereIs() throws IOException {
        String one = save(index("nifty").seed(1).days(5).generate());
        save(index("nifty").heston().seed(2).days(5).generate());
        assertThat(search("model=gbm")).containsExactly(storage().pathOf(one));
        assertThatThrownBy(() -> search("model=ou"))
                .isInstanceOf(StorageException.class)
                .hasMessage("[%s/data] no dataset has model=ou; there are: gbm, heston", folder);
        assertThat(verify().toString()).isEqualTo("2 whole, 0 damaged");
        byte[] bytes = Files.readAllBytes(Path.of(one));
        bytes[bytes.length / 2] ^= 1;
        Files.write(Path.of(one), bytes);
        assertThat(verify("index").damaged().keySet()).containsExactly(storage().pathOf(one));
        assertThat(verify().toString()).startsWith(storage().pathOf(one) + ": ").endsWith("\n1 whole, 1 damaged");
    }

    @Test
    void filesOfOnesOwnAreReadAndWrittenButNeverReplaced() throws IOException {
        Dataset made = index("nifty").days(5).seed(1).generate();
        for (String name : List.of("a.csv", "a.pkl")) {
            String file = folder.resolve(name).toString();
            assertThat(write(made, file)).isEqualTo(Path.of(file));
            assertThat(read(file).table().doubleColumn("Close").asDoubleArray())
                    .isEqualTo(made.table().doubleColumn("Close").asDoubleArray());
            assertThatThrownBy(() -> write(made, file)).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThatThrownBy(() -> read(folder.toString()))
                .hasMessage("[" + folder + "] is a directory; name a .csv or .pkl file");
        assertThat(write(plot(made), folder.resolve("a.html").toString()))
                .content()
                .startsWith("<!DOCTYPE html>");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.csv", "a.pkl", "a.html");
        }
    }

    @Test
    void whatTheNameOfAFilePromisesIsWrittenOrNothing() throws IOException {
        Dataset made = index("nifty").days(5).seed(1).generate();
        String endings = "] a dataset's file name must end with .csv, .csv.gz, .json, .pkl, .pkl.gz, .pkl.bz2, .pkl.xz,"
                + " .pkl.zst or .pkl.zip";
        for (String name : List.of("nifty.xlsx", "fig.html", "nifty", "nifty.csv.zip")) {
            assertThatThrownBy(() -> write(made, folder.resolve(name).toString()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("[" + folder.resolve(name) + endings);
        }
        for (String name : List.of("fig.pkl", "fig")) {
            assertThatThrownBy(() -> write(plot(made), folder.resolve(name).toString()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("[" + folder.resolve(name)
                            + "] a figure's file name must end with .html, .png, .svg or .pdf");
        }
        assertThatThrownBy(() -> write(made, folder + "/none/n.csv"))
                .isInstanceOf(IOException.class)
                .hasMessage("[" + folder + "/none] no such folder; create it, or use another one");
        assertThatThrownBy(() -> read(folder + "/none.pkl"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("[" + folder + "/none.pkl] no such file; ");
        assertThat(folder).isEmptyDirectory();
        String page = folder.resolve("fig.html").toString();
        write(plot(made), page);
        assertThat(write(plot(made, "drawdown"), page)).content().contains("Drawdown");
        assertThat(read(write(made, folder + "/n.PKL.gz").toString()).table().rowCount())
                .isEqualTo(5);
    }

    @Test
    void aQueryForWhatNoDatasetHasIsToldAsSuch() {
        save(index("nifty").seed(1).days(5).generate());
        assertThatThrownBy(() -> search("model=gbm mrket=nifty"))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("[" + folder + "/data] no dataset has an attribute 'mrket'; there are: ")
                .hasMessageContaining("market_type");
        assertThatThrownBy(() -> search("market=spx"))
                .hasMessage("[%s/data] no dataset has market=spx; there are: nifty", folder);
        assertThat(search("mrket!=nifty")).hasSize(1);
        assertThatThrownBy(() -> search("vol>>0.2"))
                .hasMessage("'vol>>0.2' is not a term of a query; write terms like model=gbm vol>0.2 params~bullish");
    }

    @Test
    void helpKnowsTheKindsOfPlotsAndTheMethodsOfGenerators() {
        assertThat(help("plot").toString()).contains("\n  // kinds: candlestick line drawdown");
        assertThat(help("days").toString()).isEqualTo("index(\"nifty\").days(int)  // gives IndexDataGenerator");
        assertThat(help("generate").toString().lines())
                .containsExactly(
                        "index(\"nifty\").generate()  // gives Dataset",
                        "index(\"nifty\").generate(int)  // gives Dataset",
                        "chain(\"nifty\").generate()  // gives Dataset");
        assertThatThrownBy(() -> plot(index("nifty").days(5).generate(), "smile"))
                .hasMessageStartingWith(
                        "'smile' needs an option chain, but there is no column 'Strike'; there are: [Timestamp, ");
        assertThatThrownBy(() -> plot(index("nifty").days(5).generate(), "smiles"))
                .hasMessageEndingWith(", columns], and payoff, which needs legs");
    }

    @Test
    void aBarIsShownWhereTheEntryPointSaid() {
        List<String> ends = new ArrayList<>();
        ProgressBar.showOn(() -> new ProgressLine() {
            @Override
            public double silentSeconds() {
                return 0;
            }

            @Override
            public void show(String text) {}

            @Override
            public void end(String text) {
                ends.add(text);
            }
        });
        index("nifty").paths(4).days(3).progress(bar(4)).generateAll();
        assertThat(ends).containsExactly("[##############################] 4 of 4");
    }

    @Test
    void aPromptShowsTextAsItIs() {
        assertThat(sparkline(index("nifty").seed(1).generate()).toString().lines())
                .hasSize(9);
        assertThat(help("plot").toString()).startsWith("var figure = plot(back)\n  // ");
        assertThatThrownBy(() -> help("plt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown word 'plt'; there are: index, chain, save, ");
    }

    @Test
    void helpHasEveryWord() {
        Set<String> words = Arrays.stream(Lab.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(words).isNotEmpty().allSatisfy(word -> assertThat(help(word).toString())
                .contains(word + "("));
        assertThat(help().toString().lines()).hasSameSizeAs(words);
    }

    @Test
    void everyExampleOfHelpRunsInItsOrder() {
        String examples = help().toString().replaceAll(" *// .*", "");
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            run(shell, "import static marketlab.kit.Lab.*;");
            examples.lines()
                    .map(line -> line.replace("\"nifty.", "\"" + folder + "/nifty.")
                            .replace("local:other", "local:" + folder + "/other"))
                    .forEach(line -> run(shell, line));
        }
        assertThat(folder.resolve("nifty.html")).isNotEmptyFile();
        assertThat(folder.resolve("nifty.csv")).isNotEmptyFile();
        assertThat(storage().root()).isEqualTo(folder.resolve("other").toString());
    }

    private static void run(JShell shell, String line) {
        String left = line;
        while (!left.isEmpty()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(left);
            for (SnippetEvent event : shell.eval(next.source())) {
                assertThat(event.status())
                        .as(next.source() + shell.diagnostics(event.snippet()).toList())
                        .isEqualTo(Snippet.Status.VALID);
                assertThat(event.exception()).as(next.source()).isNull();
            }
            left = next.remaining();
        }
    }
}
