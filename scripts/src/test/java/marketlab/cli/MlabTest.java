package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.index.IndexModel;
import marketlab.index.ModelParameter;
import marketlab.peer.Project;
import marketlab.pickle.PandasPickle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The verbs as a user types them, in this process. */
class MlabTest {

    private static final Path SP500 = Project.root().resolve("lib/src/test/resources/marketlab/dataset/sp500-2000.csv");

    @TempDir
    Path folder;

    private String out;
    private String err;

    @Test
    void generatedIndexIsFoundShownAndPlotted() {
        String path = done("generate", "index", "--days", "20", "--seed", "7", "--params", "bullish_high_vol");
        assertThat(path).startsWith(folder + "/data/index/nifty/gbm/").endsWith("_bullish_high_vol.pkl");
        assertThat(done("latest", "index/nifty/gbm", "--match", "bullish")).isEqualTo(path);
        assertThat(done("list")).isEqualTo(path);
        assertThat(done("show", path, "--rows", "4").lines()).hasSize(7);
        assertThat(err).isEqualTo(path + ": 20 rows x 6 columns\n");
        assertThat(done("describe", "index", "--latest")).contains("nifty", "datetime64[ns]", "20 rows");
        Path page = folder.resolve("nifty.html");
        assertThat(done("plot", path, "--out", page.toString())).isEqualTo(page.toString());
        assertThat(page).content().contains("<!DOCTYPE html>");
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, 1, mlab: [stdout] cannot be written: No space left on device",
        "Broken pipe, 0,"
    })
    void answerThatIsLostIsAFailureUnlessItsReaderHasEnough(String reason, int code, String said) {
        StandardOutput stdout = new StandardOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
        StringWriter errors = new StringWriter();
        assertThat(Mlab.run(stdout, new PrintWriter(errors, true), "models")).isEqualTo(code);
        assertThat(errors.toString().trim()).isEqualTo(said == null ? "" : said);
    }

    @Test
    void generatedChainIsNamedByItsModel() {
        String path = done(
                "generate",
                "chain",
                "--market",
                "banknifty",
                "--expiries",
                "2",
                "--strikes",
                "5",
                "--params",
                "weekly_expiry");
        assertThat(path).contains("/data/option_chain/banknifty/black_scholes/").endsWith("_weekly_expiry.pkl");
        assertThat(done("show", path, "--format", "csv").lines())
                .hasSize(11)
                .first()
                .asString()
                .startsWith("Strike,ExpiryDate,CallPrice");
    }

    @Test
    void dataVersionIsAFolder() {
        assertThat(done("generate", "index", "--days", "3", "--data-version", "2"))
                .contains("/data/v2/index/nifty/gbm/");
    }

    @Test
    void sameSeedGivesTheSameRows() {
        String first = done("show", done("generate", "index", "--days", "30", "--seed", "7"), "--format", "csv");
        assertThat(done("show", done("generate", "index", "--days", "30", "--seed", "7"), "--format", "csv"))
                .isEqualTo(first);
        assertThat(done("show", done("generate", "index", "--days", "30", "--seed", "8"), "--format", "csv"))
                .isNotEqualTo(first);
    }

    @Test
    void realHistoryIsSavedUnderItsFolderAndKeepsItsNumbers() {
        String path = done("save", SP500.toString(), "index/spx/history", "--params", "daily");
        assertThat(path).contains("/data/index/spx/history/").endsWith("_daily.pkl");
        assertThat(done("show", path, "--format", "json", "--rows", "1"))
                .contains("\"Date\":\"2000-01-03T00:00:00\"", "\"Close\":1455.219971");
        String again = done("save", path, "v2/index/spx/history");
        assertThat(done("show", again, "--format", "csv")).isEqualTo(done("show", path, "--format", "csv"));
        assertThat(done("describe", again)).contains("sp500-2000.csv");
    }

    @Test
    void oddBarsAreSavedWithAWarning() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("x.csv"), "Date,Time,High,Low\n2026-01-01,09:15,2,1\n2026-01-01,09:16,1,2\n");
        String path = done("save", csv.toString(), "index/spx/history");
        assertThat(err)
                .isEqualTo("[" + csv + "] read as: commas, 'Time' joined with the dates, 2 rows\nwarning: [" + csv
                        + "] High is below Low in 1 of 2 rows, first in row 2: 2026-01-01T09:16\n");
        assertThat(done("show", path)).contains("2026-01-01T09:15", "2026-01-01T09:16");
    }

    @Test
    void configTellsWhereAValueComesFrom() {
        assertThat(done("config").lines().filter(line -> line.startsWith("storage.local.base_path")))
                .singleElement()
                .asString()
                .contains(folder + "/data")
                .endsWith("flag --storage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "generate",
                "generate index",
                "generate chain",
                "save",
                "list",
                "latest",
                "show",
                "describe",
                "plot",
                "config",
                "models",
                "versions",
                "search",
                "diff",
                "realism",
                "fit",
                "fit chain",
                "annotate",
                "verify",
                "prune",
                "doctor",
                "shell",
                "completion"
            })
    void helpOfEveryVerbHasAnExample(String verb) {
        StringWriter text = new StringWriter();
        assertThat(Mlab.run(new PrintWriter(text), new PrintWriter(text), (verb + " --help").split(" ")))
                .isZero();
        assertThat(text.toString()).contains("Example: mlab " + verb);
    }

    @Test
    void parametersOfTheModelsAreInTheHelpAndInATable() {
        StringWriter help = new StringWriter();
        Mlab.run(new PrintWriter(help), new PrintWriter(help), "generate", "index", "--help");
        StringWriter table = new StringWriter();
        Mlab.run(new PrintWriter(table), new PrintWriter(table), "models");
        for (String model : IndexModel.names().subList(0, IndexModel.names().size() - 1)) {
            String names = ModelParameter.all().stream()
                    .filter(parameter -> parameter.model().equals(model))
                    .map(ModelParameter::name)
                    .collect(Collectors.joining(" "));
            assertThat(help.toString()).containsPattern("(?m)^ +" + model + " +" + names + "$");
            assertThat(table.toString()).containsPattern("(?m)^" + model + " +" + names.replaceFirst(" .*", "") + " ");
        }
        assertThat(table.toString().lines()).hasSize(ModelParameter.all().size() + 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        generate index --market nitfy           | 2 | unknown market 'nitfy'
        generate index --model gmb              | 2 | unknown model 'gmb'
        generate chain --model heston2          | 2 | unknown model 'heston2'
        generate index --spot -3                | 2 | spot must be > 0, got -3.0
        generate index --vol NaN                | 2 | volatility must be
        generate index --days 0                 | 2 | days must be
        generate index --days many              | 2 | 'many' is not an int
        generate chain --as panel               | 2 | --as is for the days of a history: add --along
        generate chain --along x --as weeks     | 2 | --as is one of chains, panel, vix, got 'weeks'
        generate chain --premium 0.1            | 2 | --premium is above the variance of an index: add --along
        generate chain --along x --premium 0.1 --vol 0.2 | 2 | --premium is above the path's own variance: leave out --vol
        generate chain --along x --as vix --strikes 3 | 2 | --as vix chooses expiries and strikes itself: leave out --expiries and --strikes
        generate chain --set kappa=2            | 2 | --set sets parameters of a model: add --model, such as --model heston
        generate chain --model heston --set kappa=2 --vol 0.2 | 2 | --set overrides the volatility: leave out --vol
        generate chain --model bates --surface flat | 2 | --model bates has its own volatility surface: leave out --surface
        generate chain --along x --spot 100     | 2 | --along takes day and spot from the history: leave out --date and --spot
        generate chain --model heston --surface index_skew | 2 | --model heston has its own volatility surface: leave out --surface
        generate chain --greeks third           | 2 | --greeks takes second, sticky_delta, got 'third'
        generate chain --greeks sticky_delta    | 2 | on a flat volatility surface the sticky delta is the delta: choose a surface, such as index_skew
        generate chain --model bates --greeks second,sticky_delta | 2 | the delta of bates is sticky-delta already
        generate chain --along x --as vix --greeks second | 2 | --as vix has no contracts: leave out --greeks and --implied-forward
        generate chain --expiries soon          | 2 | --expiries needs a number, or dates such as 2026-01-27,2026-02-24, got 'soon'
        generate index --params ../x            | 2 | params must be letters
        generate                                | 2 | choose what to generate: index or chain
        generat                                 | 2 | unknown verb 'generat'; did you mean 'generate'? see: mlab --help
        frobnicate                              | 2 | unknown verb 'frobnicate'; see: mlab --help
        show                                    | 2 | give the name of a dataset or a file, or add --latest
        show index/nifty/gbm/20230901_123045.pkl | 1 | no such dataset; see what there is with list
        show ../x.pkl                           | 1 | [../x.pkl] no such file
        show index/../../x.pkl                  | 1 | leads out of the storage
        list ..                                 | 1 | [..] is not in the storage
        verify /                                | 1 | [/] is not in the storage
        prune gs://lab/index --keep 1           | 1 | [gs://lab/index] is not in the storage
        latest                                  | 1 | no dataset here; make one with generate or save
        list index                              | 1 | no dataset here; make one with generate or save
        latest --match (                        | 2 | is not a regular expression
        save none.csv index/spx/history         | 1 | [none.csv] no such file
        show none.pkl                           | 1 | no such dataset
        show index                              | 1 | for a directory, add --latest
        generate index --vol 28                 | 2 | --vol is a fraction: write 0.28 for 28.0 %, got 28.0
        generate index --drift 8                | 2 | --drift is a fraction: write 0.08 for 8.0 %, got 8.0
        generate chain --rate 6.5               | 2 | --rate is a fraction: write 0.065 for 6.5 %, got 6.5
        generate chain --vol 28                 | 2 | --vol is a fraction: write 0.28 for 28.0 %, got 28.0
        generate index --end 30-01-2026         | 2 | '30-01-2026' is not a date such as 2026-01-30
        """)
    void badInputIsOneLineAndAnExitCode(String command, int code, String reason) {
        assertThat(run(command.split(" "))).as(err).isEqualTo(code);
        assertThat(out).isEmpty();
        assertThat(err.lines().filter(line -> line.startsWith("mlab: ")))
                .singleElement()
                .asString()
                .contains(reason);
        assertThat(err).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        generate index --start 2026-01-01 | see: mlab generate index --help
        generate index --dyas 5           | did you mean '--days'? see: mlab generate index --help
        generate index --model=gbm --sed=5 | did you mean '--seed'? see: mlab generate index --help
        generate chain --strike 5         | did you mean '--strikes'? see: mlab generate chain --help
        list --mach x                     | did you mean '--match'? see: mlab list --help
        list --x                          | see: mlab list --help
        list one two                      | see: mlab list --help
        generate idnex                    | did you mean 'index'? see: mlab generate --help
        """)
    void onlyWhatIsNearIsSuggested(String command, String suggestion) {
        assertThat(run(command.split(" "))).isEqualTo(2);
        assertThat(err.lines()).hasSize(2).last().isEqualTo(suggestion);
    }

    @Test
    void brokenFilesAreRefusedInOneLine() throws IOException {
        Path csv = Files.writeString(folder.resolve("x.csv"), "date,close\n2000-01-03,1\n2000-01-04\n");
        assertThat(run("save", csv.toString(), "index/spx/history")).isEqualTo(1);
        assertThat(err).isEqualTo("mlab: [" + csv + "] line 3: has 1 cell, the header has 2; correct it\n");
        Path pickle = Files.write(
                folder.resolve("x.pkl"),
                "\u0080\u0002cos\nsystem\nX\4\0\0\0true\u0085R.".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run("save", pickle.toString(), "index/spx/history")).isEqualTo(1);
        assertThat(err).startsWith("mlab: [" + pickle + "] ").contains("system").hasLineCount(1);
        String path = done("generate", "index", "--days", "20");
        Path cut = Files.write(folder.resolve("cut.pkl"), Arrays.copyOf(Files.readAllBytes(Path.of(path)), 700));
        assertThat(run("show", cut.toString())).isEqualTo(1);
        assertThat(err).startsWith("mlab: [" + cut + "] ").hasLineCount(1);
    }

    @Test
    void noMatchSaysWhatThereIs() {
        done("generate", "index", "--days", "3", "--params", "bullish");
        done("generate", "index", "--days", "3", "--params", "sideways");
        assertThat(run("latest", "index/nifty", "--match", "bearish")).isEqualTo(1);
        assertThat(err)
                .isEqualTo("mlab: [" + folder
                        + "/data/index/nifty] no dataset matches 'bearish'; there are: bullish, sideways\n");
    }

    @Test
    void unsupportedStorageIsRefused() {
        StringWriter text = new StringWriter();
        assertThat(Mlab.run(new PrintWriter(text), new PrintWriter(text), "list", "--storage", "s3://bucket"))
                .isEqualTo(2);
        assertThat(text.toString())
                .contains("mlab: Unsupported storage type: s3://bucket; use local:PATH or gs://BUCKET[/PREFIX]");
        assertThat(Mlab.run(new PrintWriter(text), new PrintWriter(text), "list", "--storage", "gs://"))
                .isEqualTo(2);
        assertThat(text.toString()).contains("mlab: gs:// names no bucket; use local:PATH or gs://BUCKET[/PREFIX]");
        assertThat(Mlab.run(new PrintWriter(text), new PrintWriter(text), "list", "--storage", "gs://lab/../x"))
                .isEqualTo(2);
        assertThat(text.toString()).contains("mlab: [gs://lab] '../x' leads out of the storage");
    }

    @Test
    void unknownKindOfPlotListsTheKinds() {
        String path = done("generate", "index", "--days", "3");
        assertThat(run("plot", path, "--kind", "pie")).isEqualTo(2);
        assertThat(err).contains("'pie'", "candlestick", "smile");
    }

    @Test
    void fanIsOfADatasetOfManyPathsOrOfADirectory() throws IOException {
        String wide = done("generate", "index", "--days", "30", "--paths", "40", "--wide", "--params", "wide");
        Path page = folder.resolve("fan.html");
        done("plot", wide, "--out", page.toString());
        assertThat(page).content().contains("40 paths", "bands of 50 % and 90 %");
        done("generate", "index", "--model", "ou", "--days", "30", "--paths", "7", "--seed", "3");
        done("plot", "index/nifty/ou", "--kind", "fan", "--samples", "2", "--out", page.toString());
        assertThat(page).content().contains("7 paths");
        assertThat(run("plot", "index/nifty/ou", "--kind", "fan", "--samples", "8"))
                .isEqualTo(2);
        assertThat(err).contains("samples must be 0 to 7");
    }

    @Test
    void plotsOfOneSecondHaveNamesOfTheirOwn() {
        assertThat(Plot.named("data/index/nifty/gbm/20260130_100000_bullish.pkl", "candlestick"))
                .hasToString("index_nifty_gbm_20260130_100000_bullish_candlestick.html");
        assertThat(Plot.named("index/banknifty/gbm/20260130_100000_bullish.pkl", "candlestick"))
                .hasToString("index_banknifty_gbm_20260130_100000_bullish_candlestick.html");
        assertThat(Plot.named("gs://lab/v2/index/spx/history/20260130_100000~0001.pkl", "line"))
                .hasToString("v2_index_spx_history_20260130_100000~0001_line.html");
        assertThat(Plot.named("/home/me/mine.pkl.gz", "columns")).hasToString("mine_columns.html");
        assertThat(Plot.named("mine.csv", "columns")).hasToString("mine_columns.html");
    }

    @Test
    void payoffAndGreeksAreOfTheExpiryAskedFor() {
        String chain = done(
                "generate", "chain", "--spot", "24000", "--date", "2026-01-14", "--expiries", "2", "--strikes", "11");
        Path page = folder.resolve("payoff.html");
        done("plot", chain, "--legs", "+1 call 24000,-1 call 24100", "--out", page.toString());
        assertThat(page).content().contains("+1 call 24,000, \u22121 call 24,100", "expiry 2026-01-20");
        done(
                "plot",
                chain,
                "--kind",
                "payoff",
                "--expiry",
                "2026-01-27",
                "--legs",
                "-1 put 24000",
                "--out",
                page.toString());
        assertThat(page).content().contains("expiry 2026-01-27", "premium received");
        done("plot", chain, "--kind", "greeks", "--expiry", "2026-01-27", "--out", page.toString());
        assertThat(page).content().contains("expiry 2026-01-27");
        for (String[] wrong : new String[][] {
            {"--kind", "payoff", "a payoff needs a leg"},
            {
                "--kind",
                "smile",
                "--expiry",
                "2026-01-27",
                "--expiry works only with --kind greeks, open_interest or payoff"
            },
            {"--expiry", "2026-01-27", "--expiry works only with --kind greeks, open_interest or payoff"},
            {"--kind", "smile", "--legs", "+1 call 24000", "--legs works only with --kind payoff"},
            {"--legs", "+1 call 24025", "no option has strike 24025"}
        }) {
            String[] args = Arrays.copyOf(wrong, wrong.length + 1);
            System.arraycopy(wrong, 0, args, 2, wrong.length - 1);
            args[0] = "plot";
            args[1] = chain;
            assertThat(run(args)).isEqualTo(2);
            assertThat(err).contains(wrong[wrong.length - 1]);
        }
    }

    @Test
    void latestAsOfIsTheNewestNotAfterIt() throws IOException {
        String path = done("generate", "index", "--days", "3");
        Path folderOfModel = Path.of(path).getParent();
        Files.move(Path.of(path), folderOfModel.resolve("20230901_123045.pkl"));
        String newest = done("generate", "index", "--days", "3");
        String old = folderOfModel.resolve("20230901_123045.pkl").toString();
        assertThat(done("latest", "index", "--as-of", "2023-09-01")).isEqualTo(old);
        assertThat(done("latest", "index", "--as-of", "2023-09-01T18:00:45+05:30"))
                .isEqualTo(old);
        assertThat(run("latest", "index", "--as-of", "2023-09-01T12:30:44")).isEqualTo(1);
        assertThat(err)
                .isEqualTo("mlab: [" + folder + "/data/index] no dataset as of 2023-09-01T12:30:44Z; the newest is "
                        + newest.substring(newest.indexOf("index/")) + "\n");
        assertThat(run("latest", "index", "--as-of", "2023-09-01", "--match", "none"))
                .isEqualTo(1);
        assertThat(err).contains("no dataset matches 'none'; there are: ");
        assertThat(run("latest", "index", "--as-of", "yesterday")).isEqualTo(2);
        assertThat(err).contains("'yesterday' is not a time such as 2026-11-22T09:30:00Z or 2026-11-22");
    }

    @Test
    void versionsDiffSearchVerifyAndPrune() throws IOException {
        String first = done("generate", "index", "--days", "3", "--seed", "1", "--params", "bullish");
        String second = done("generate", "index", "--days", "3", "--seed", "2", "--params", "bearish");
        assertThat(done("versions", "index").lines().map(line -> line.replaceAll(".* ", "")))
                .containsExactly("path", second, first);
        assertThat(done("list", "--long").lines().map(line -> line.strip().replaceAll(" +", " ")))
                .containsExactlyInAnyOrder(
                        "rows columns bytes seed generator path",
                        "3 6 " + Files.size(Path.of(first)) + " 1 marketlab 0.1.0 " + first,
                        "3 6 " + Files.size(Path.of(second)) + " 2 marketlab 0.1.0 " + second);
        assertThat(run("annotate")).isEqualTo(1);
        assertThat(err).contains("a folder keeps no summaries");
        assertThat(run("diff", first, second)).isEqualTo(1);
        assertThat(out).contains("attribute seed: 1 | 2", "Close: 3 of 3 cells differ", "  Close[0]: ");
        assertThat(run("diff", first, first)).isZero();
        assertThat(out).isEmpty();
        assertThat(done("search", "model=gbm", "params~bull")).isEqualTo(first);
        assertThat(run("search", "model=heston")).isEqualTo(1);
        assertThat(err).isEqualTo("mlab: [" + folder + "/data] no dataset has model=heston; there are: gbm\n");
        assertThat(run("search", "end>=yesterday")).isEqualTo(2);
        assertThat(err).isEqualTo("mlab: end is a date: write end>=2026-01-30, got 'yesterday'\n");
        assertThat(done("search", "end>=2026-01-01").lines()).containsExactlyInAnyOrder(first, second);
        assertThat(done("prune", "index", "--keep", "1")).isEqualTo(first);
        assertThat(err).isEqualTo("1 would be removed; add --yes to remove them\n");
        assertThat(done("prune", "index", "--older-than", "1d", "--yes")).isEmpty();
        assertThat(done("verify")).isEmpty();
        assertThat(err).isEqualTo("2 whole, 0 damaged\n");
        byte[] bytes = Files.readAllBytes(Path.of(first));
        bytes[bytes.length / 2] ^= 1;
        Files.write(Path.of(first), bytes);
        assertThat(run("verify")).isEqualTo(1);
        assertThat(out).startsWith(first + ": ").hasLineCount(1);
        done("prune", "index", "--keep", "1", "--yes");
        assertThat(done("list")).isEqualTo(second);
        assertThat(run("prune", "index", "--older-than", "old")).isEqualTo(2);
        assertThat(run("prune", "index")).isEqualTo(2);
    }

    @Test
    void historyForEachIndexOfABasketIsRefusedWithWhatItIgnores() {
        String csv = SP500.toString();
        String[] basket = {"generate", "index", "--basket", "nifty,banknifty", "--from", csv, "--from", csv, "", ""};
        Map<List<String>, String> refused = Map.of(
                List.of("--from", csv), "--from must be given once, or once for each of the 2 indices",
                List.of("--correlation", "nifty:banknifty=0.4"), "the correlation is that of the histories",
                List.of("--set", "drift=0"), "take them from a history",
                List.of("--model", "garch"), "--from uses the model bootstrap");
        refused.forEach((option, reason) -> {
            basket[8] = option.get(0);
            basket[9] = option.get(1);
            assertThat(run(basket)).isEqualTo(2);
            assertThat(err).contains(reason);
        });
        assertThat(run("generate", "index", "--from", csv, "--from", csv)).isEqualTo(2);
        assertThat(err).contains("several --from are for a basket");
    }

    @Test
    void verifyMakesGeneratedDatasetsAgain() throws IOException {
        String history = done("save", SP500.toString(), "index/spx/history", "--params", "daily");
        String inside = history.substring((folder + "/data/").length());
        done("generate", "index", "--days", "5", "--model", "bootstrap", "--from", inside, "--params", "drawn");
        done("generate", "index", "--days", "5", "--model", "bootstrap", "--from", history, "--data-version", "3");
        done("generate", "index", "--days", "5", "--basket", "nifty,banknifty", "--from", inside, "--from", history);
        done("generate", "index", "--days", "5", "--model", "garch", "--calibrate", inside, "--paths", "2", "--wide");
        done("generate", "chain", "--strikes", "3", "--along", done("generate", "index", "--days", "4"));
        assertThat(done("verify", "--regenerate")).isEmpty();
        assertThat(err)
                .isEqualTo("11 whole, 0 damaged\n"
                        + "made again: 10 the same, 0 derived, 0 different, 0 cannot be; 1 were not generated\n");

        String elsewhere = done("generate", "index", "--days", "5", "--model", "bootstrap", "--from", SP500.toString());
        assertThat(done("verify", "index/nifty/bootstrap", "--regenerate"))
                .isEqualTo(elsewhere + ": cannot be made again: its history '" + SP500
                        + "' cannot be loaded from this storage");
        assertThat(err).endsWith("2 the same, 0 derived, 0 different, 1 cannot be; 0 were not generated\n");

        String changed = done("generate", "index", "--days", "5", "--seed", "1", "--model", "ou");
        Path file = Path.of(changed);
        Dataset data = PandasPickle.read(file);
        PandasPickle.write(data.with(data.metadata().with("seed", 2L)), file);
        assertThat(run("verify", "index/nifty/ou")).isZero();
        assertThat(run("verify", "index/nifty/ou", "--regenerate")).isEqualTo(1);
        assertThat(out)
                .startsWith(changed + ": its seed makes another: Open: 4 of 5 cells differ, Open[1]: ")
                .hasLineCount(1);
    }

    @Test
    void datasetOfANewerMarketlabDoesNotEndTheMakingAgainOfTheOthers() throws IOException {
        String newer = done("generate", "index", "--days", "5", "--seed", "1", "--params", "a");
        done("generate", "index", "--days", "5", "--seed", "1", "--params", "b");
        Path file = Path.of(newer);
        Dataset data = PandasPickle.read(file);
        PandasPickle.write(data.with(data.metadata().with(Metadata.VERSION, "99.0")), file);
        assertThat(run("verify", "--regenerate")).isEqualTo(1);
        assertThat(out).isEqualTo(newer + ": was written by a newer marketlab, in layout 99.0; update marketlab\n");
        assertThat(err)
                .isEqualTo("2 whole, 0 damaged\nmade again: 1 the same, 0 derived, 0 different, 0 cannot be;"
                        + " 0 were not generated, 1 could not be read\n");
    }

    @Test
    void namesAndAttributesCannotForgeALine() throws IOException {
        Path whole = Path.of(done("generate", "index", "--days", "3", "--seed", "1"));
        Path forged = whole.resolveSibling("20991231_000000_x\n9 whole, 0 damaged.pkl");
        Files.copy(whole, forged);
        String shown = forged.toString().replace("\n", "\\u000a");
        assertThat(run("verify")).isEqualTo(1);
        assertThat(out)
                .startsWith(shown + ": has a character that not every storage accepts")
                .hasLineCount(1);
        run("search", "model=gbm");
        assertThat(err).startsWith("[" + shown + "] skipped: has a character").hasLineCount(2);
        run("prune", "index", "--keep", "1");
        assertThat(out + err).doesNotContain("\n9 whole");
        run("copy", "local:" + folder + "/data", "local:" + folder + "/other");
        assertThat(out + err).doesNotContain("\n9 whole");
        Dataset data = PandasPickle.read(whole);
        PandasPickle.write(data.with(data.metadata().with("note", "a\n9 whole, 0 damaged")), whole);
        assertThat(done("describe", whole.toString())).contains("note             a\\u000a9 whole, 0 damaged");
        Path other = folder.resolve("other.pkl");
        PandasPickle.write(data.with(data.metadata().with("note", "b\n1 whole")), other);
        run("diff", whole.toString(), other.toString());
        assertThat(out).isEqualTo("attribute note: a\\u000a9 whole, 0 damaged | b\\u000a1 whole\n");
        assertThat(run("search", "note=b")).isEqualTo(1);
        assertThat(err).endsWith("no dataset has note=b; there are: a\\u000a9 whole, 0 damaged\n");
    }

    @Test
    void realismShowsTheFactsBesideThoseOfARealHistory() throws IOException {
        String made = done("generate", "index", "--model", "garch", "--days", "300", "--seed", "1");
        assertThat(done("realism", made).lines()).hasSize(20).first().asString().endsWith("value  std. error");
        assertThat(err).isEmpty();
        assertThat(done("realism", "index", "--latest", "--against", SP500.toString()))
                .contains("difference in errors")
                .containsPattern("\nreturns +299 +251\n");
        Path picture = folder.resolve("facts.html");
        assertThat(done("realism", made, "--out", picture.toString())).isEqualTo(done("realism", made));
        assertThat(picture).content().contains("stylized facts");
        Path closes = folder.resolve("closes.csv");
        Files.writeString(
                closes, done("show", made, "--format", "csv", "--rows", "0").replaceAll("(?m),[^,]*$", ""));
        done("realism", made, "--against", closes.toString());
        assertThat(err)
                .endsWith("[" + closes + "] ACF of ln volume, lag 1 is unknown: there is no numeric column 'Volume'\n["
                        + closes + "] correlation of ln volume, |return| is unknown: there is no numeric column"
                        + " 'Volume'\n");
    }

    @Test
    void aModelIsFittedToAChainAndTheCommandThatIsPrintedMakesItAgain() {
        String chain = done("generate", "chain", "--date", "2026-01-30", "--model", "heston", "--strikes", "21");
        String[] lines = done("fit", "chain", chain, "--model", "heston").split("\n");
        assertThat(lines[0]).startsWith("heston fitted to the mean of bid and ask of ");
        assertThat(lines[lines.length - 2]).isEqualTo("A chain with this model:");
        String command = lines[lines.length - 1].strip();
        assertThat(command).startsWith("mlab generate chain --market nifty --date 2026-01-30 ");
        String again = done(command.substring("mlab ".length()).split(" "));
        assertThat(done("fit", "chain", again, "--model", "heston")).contains("\nrho ".strip());
        assertThat(done("fit", "chain", "option_chain", "--latest").lines().skip(1))
                .first()
                .asString()
                .startsWith("expiry                a ");
    }

    @Test
    void whatAFitLacksIsSaidWithTheOptionThatGivesIt() throws IOException {
        Path quotes = folder.resolve("quotes.csv");
        Files.writeString(quotes, "expiry,strike,type,bid,ask\n2026-03-27,100,c,2.1,2.3\n");
        assertThat(run("fit", "chain", quotes.toString())).isEqualTo(2);
        assertThat(err)
                .contains("[" + quotes + "] there is no column of the date")
                .endsWith("add --date\n");
        assertThat(run("fit", "chain", quotes.toString(), "--date", "2026-01-30", "--spot", "100"))
                .isEqualTo(2);
        assertThat(err).contains("[" + quotes + "] no expiry has 6 or more usable quotes: ");
        assertThat(run("fit", "chain", quotes.toString(), "--model", "sabr")).isEqualTo(2);
        assertThat(err).endsWith("--model takes svi or heston, got 'sabr'\n");
    }

    @Test
    void realismOfAHistoryThatIsTooShortIsRefusedByItsName() {
        String made = done("generate", "index", "--days", "60", "--seed", "1");
        assertThat(run("realism", SP500.toString(), "--against", made)).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).endsWith("mlab: [" + made + "] at least 61 closes are needed here, the history has 60\n");
        assertThat(run("realism")).isEqualTo(2);
        assertThat(err).startsWith("mlab: give the name of a dataset or a file, or add --latest\n");
    }

    @Test
    void changedDatasetIsSavedAndVerifiedAsDerived() throws IOException {
        Path file = Path.of(done("generate", "index", "--days", "5", "--seed", "1"));
        Path mine = folder.resolve("mine.pkl");
        Dataset data = PandasPickle.read(file);
        PandasPickle.write(data, mine);
        done("save", mine.toString(), "index/nifty/copy");
        assertThat(err).isEmpty();
        PandasPickle.write(
                data.with(data.table()
                        .addColumns(data.table().doubleColumn("Close").copy().setName("Old"))),
                mine);
        String saved = done("save", mine.toString(), "index/nifty/mine");
        assertThat(err)
                .isEqualTo("[" + mine
                        + "] saved as derived, because it was changed after marketlab generated it: added:"
                        + " column Old\n");
        assertThat(done("verify", "--regenerate"))
                .isEqualTo(saved + ": derived, changed after it was generated: added: column Old");
        assertThat(err).endsWith("made again: 2 the same, 1 derived, 0 different, 0 cannot be; 0 were not generated\n");
        assertThat(done("describe", saved)).contains("derived          added: column Old");
    }

    @Test
    void nothingInADatasetCommandsTheTerminal() throws IOException {
        String command = "\u001b[2J\u009b\u202e";
        Path file = folder.resolve("x.pkl");
        PandasPickle.write(
                Dataset.of(Table.create("t", StringColumn.create("name" + command, command)))
                        .with(Metadata.EMPTY.with("note", command)),
                file);
        for (String verb : List.of("show", "describe", "diff", "plot")) {
            String[] args = verb.equals("diff")
                    ? new String[] {verb, file.toString(), SP500.toString()}
                    : new String[] {verb, file.toString()};
            run(args);
            assertThat(out + err).as(verb).isNotEmpty().doesNotContain("\u001b", "\u009b", "\u202e");
        }
        assertThat(done("show", file.toString())).contains("\\u001b[2J\\u009b\\u202e");
        assertThat(done("show", file.toString(), "--format", "csv")).endsWith(command);
    }

    @Test
    void whatLooksLikeADatasetAndIsNoneIsToldByEveryVerb() throws IOException {
        String whole = done("generate", "index", "--days", "3", "--seed", "1");
        Path odd = Path.of(whole).resolveSibling("20991231_000000.pkl");
        Files.createDirectory(odd);
        String why = "is a folder, not a dataset\n";
        assertThat(done("latest")).isEqualTo(whole);
        assertThat(err).isEqualTo("warning: [" + odd + "] skipped: " + why);
        assertThat(run("search", "model=gbm")).isEqualTo(1);
        assertThat(out).isEqualTo(whole + "\n");
        assertThat(err).isEqualTo("[" + odd + "] skipped: " + why + "1 found, 1 skipped\n");
        assertThat(run("verify")).isEqualTo(1);
        assertThat(out).isEqualTo(odd + ": " + why);
        assertThat(err).isEqualTo("1 whole, 0 damaged, 1 could not be read\n");
        assertThat(done("prune", "index", "--keep", "1", "--yes")).isEmpty();
        assertThat(err).isEqualTo("[" + odd + "] kept, and not counted as one of the newest: " + why + "0 removed\n");
        Files.delete(odd);
        Files.copy(Path.of(whole), odd);
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(out)
                .contains(
                        "newest     wrong  [" + odd + "] the time in the name, 2099-12-31T00:00:00Z, is in the future");
    }

    @Test
    void aTableWithoutColumnsIsShownAsOne() throws IOException {
        Path file = folder.resolve("empty.pkl");
        PandasPickle.write(Dataset.of(Table.create("t")), file);
        assertThat(done("show", file.toString())).isEqualTo("(no columns)");
        assertThat(err).isEqualTo(file + ": 0 rows x 0 columns\n");
        assertThat(run("show", file.toString(), "--format", "csv")).isZero();
        assertThat(out).isEmpty();
        assertThat(run("show", file.toString(), "--format", "json")).isZero();
    }

    @Test
    void textThatASpreadsheetWouldRunIsMarkedIfThatIsAskedFor() throws IOException {
        Path file = folder.resolve("x.pkl");
        PandasPickle.write(
                Dataset.of(Table.create(
                        "t",
                        StringColumn.create("=name", "=cmd()", "+1", "-1", "@x", "a=b"),
                        DoubleColumn.create("n", -3.5, 1, 2, 3, 4))),
                file);
        assertThat(done("show", file.toString(), "--format", "csv")).startsWith("=name,n\n=cmd(),-3.5\n");
        String safe = "'=name,n\n'=cmd(),-3.5\n'+1,1.0\n'-1,2.0\n'@x,3.0\na=b,4.0";
        assertThat(done("show", file.toString(), "--format", "csv", "--spreadsheet-safe"))
                .isEqualTo(safe);
        Path csv = folder.resolve("x.csv");
        assertThat(convert(file, csv)).isZero();
        assertThat(csv).hasContent(safe);
        assertThat(run("show", file.toString(), "--spreadsheet-safe")).isEqualTo(2);
        assertThat(convert(file, folder.resolve("y.pkl"))).isEqualTo(2);
    }

    private static int convert(Path in, Path out) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Mlab.run(nowhere, nowhere, "convert", in.toString(), out.toString(), "--spreadsheet-safe");
    }

    @Test
    void doctorFindsAWorkingStorageAndABrokenOne() throws IOException {
        done("doctor");
        assertThat(out)
                .contains("storage    ok     " + folder.resolve("data") + ": writing, reading and deleting work");
        assertThat(out)
                .containsPattern(
                        "(?m)^kernel +(none +not installed; if you want notebooks: mlab kernel install|ok +in )");
        assertThat(folder.resolve("data")).isEmptyDirectory();
        Files.delete(folder.resolve("data"));
        Files.writeString(folder.resolve("data"), "a file");
        assertThat(run("doctor")).isEqualTo(1);
        assertThat(out).contains("storage    wrong  [");
    }

    @Test
    void aWordThatNearlyIsAScenarioIsHinted() {
        done("generate", "index", "--days", "3", "--params", "bulish_my_high_vol");
        assertThat(err).startsWith("'bulish' is only a label; did you mean 'bullish'?\n");
        done("generate", "index", "--days", "3", "--params", "bullish_weekly_2");
        assertThat(err).doesNotContain("did you mean");
    }

    @Test
    void stackTraceIsForVerboseOnly() {
        assertThat(run("latest", "--verbose")).isEqualTo(1);
        assertThat(err).contains("\tat marketlab.storage.");
    }

    private String done(String... args) {
        assertThat(run(args)).as(err).isZero();
        return out.stripTrailing();
    }

    private int run(String... args) {
        String[] withStorage = Arrays.copyOf(args, args.length + 2);
        withStorage[args.length] = "--storage";
        withStorage[args.length + 1] = "local:" + folder.resolve("data");
        StringWriter answer = new StringWriter();
        StringWriter talk = new StringWriter();
        int code = Mlab.run(
                new PrintWriter(answer),
                new PrintWriter(talk),
                args[0].startsWith("generat") && args.length == 1 ? args : withStorage);
        out = answer.toString();
        err = talk.toString();
        return code;
    }
}
