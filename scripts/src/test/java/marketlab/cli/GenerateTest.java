package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.peer.Await;
import marketlab.start.FastStart;
import marketlab.storage.LocalStorage;
import marketlab.storage.Storage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;

/** Baskets, and what is left when a user has had enough. */
class GenerateTest {

    private static final int INTERRUPTED = 143;
    private static final int MANY = 4000;
    private static final int RUNS = 6;
    private static final String FOLDER = "index/nifty/gbm";

    @TempDir
    Path folder;

    @Test
    void basketIsADatasetAnIndexWithCorrelatedReturns() {
        List<String> paths = run(
                        0,
                        "--basket",
                        "nifty,banknifty,finnifty",
                        "--correlation",
                        "nifty:banknifty=0.9",
                        "--days",
                        "3000",
                        "--seed",
                        "7")
                .lines()
                .toList();
        assertThat(paths).hasSize(3);
        assertThat(paths.get(1)).contains("/index/banknifty/gbm/");
        try (Storage storage = new LocalStorage(folder.toString())) {
            List<double[]> returns = paths.stream()
                    .map(path -> returns(
                            storage.load(path.substring(folder.toString().length() + 1))))
                    .toList();
            assertThat(correlation(returns.get(0), returns.get(1))).isBetween(0.88, 0.92);
            assertThat(correlation(returns.get(0), returns.get(2))).isBetween(-0.1, 0.1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--basket nifty,banknifty --correlation nifty:spx=0.5 | [correlation] 'nifty:spx' is not a pair of the"
                        + " basket; use two of nifty, banknifty, such as nifty:banknifty",
                "--basket nifty,banknifty --correlation nifty:banknifty=1.5 | correlation of nifty and banknifty must"
                        + " be -1.0 to 1.0, got 1.5",
                "--basket nifty,banknifty,finnifty --correlation nifty:banknifty=0.9 --correlation"
                        + " banknifty:finnifty=0.9 --correlation nifty:finnifty=-0.9 | correlation is not positive"
                        + " definite: -0.9 of nifty and finnifty",
                "--basket nifty,nifty | [basket] nifty is listed twice",
                "--basket nifty,spx | the indices of a basket must have the same bars, but those of nifty and spx"
                        + " differ",
                "--basket nifty,banknifty --paths 3 | --basket generates one path per index: leave out --paths and"
                        + " --wide",
                "--correlation nifty:banknifty=0.5 | --correlation is for the indices of a basket: name them with"
                        + " --basket"
            })
    void badBasketIsRefusedByThePairAtFault(String arguments, String message) {
        assertThat(run(2, arguments.split(" "))).contains(message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowsAreStreamedAndSharedByThePaths() {
        List<String> paths = run(0, "--rows", "6e4", "--paths", "3", "--seed", "7", "--data-version", "2")
                .lines()
                .toList();
        assertThat(paths).hasSize(3).allMatch(path -> path.contains("/v2/index/nifty/gbm/"));
        List<String> wide = run(0, "--rows", "60000", "--paths", "3", "--wide", "--seed", "7")
                .lines()
                .toList();
        assertThat(wide).hasSize(1);
        try (Storage storage = new LocalStorage(folder.toString())) {
            Dataset closes = storage.load(storage.pathOf(wide.get(0)));
            for (int path = 0; path < 3; path++) {
                Dataset bars = storage.load(storage.pathOf(paths.get(path)));
                assertThat(bars.table().rowCount()).isEqualTo(20_000);
                assertThat(bars.table().doubleColumn("Close").asDoubleArray())
                        .isEqualTo(closes.table().doubleColumn("Close" + path).asDoubleArray());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rows 100 --days 3 | --rows sets the length of one index: leave out --days and --basket",
                "--rows 100 --basket nifty,banknifty | --rows sets the length of one index: leave out"
                        + " --days and --basket",
                "--rows 1.5 | --rows must be a whole number such as 1e9 or 250000, got 1.5",
                "--rows abc | --rows must be a whole number such as 1e9 or 250000, got abc",
                "--rows 100 --paths 3 | --rows counts the bars of all paths: 100 is not divisible by 3 paths; use 102",
                "--rows 0 | [rows] a dataset has 1 to 2,147,483,639 rows, got 0",
                "--rows 1e9 --interval 1d --end 2025-12-31 --market generic | [rows] at most 90,788 bars of 1d fit from"
                        + " 1678 to 2025-12-31, got 1,000,000,000; use an interval of 1s",
                "--rows 100 --interval 1w | [interval] bars of 1w need days instead of rows"
            })
    void rowsThatCannotBeAreRefusedWithTheWayOut(String arguments, String message) {
        assertThat(run(2, arguments.split(" "))).contains(message);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vol 4.9 --days 50000 --seed 1 | mlab: the index left the range of numbers, at 0.0; use a lower"
                        + " volatility or fewer bars",
                "--calibrate index/spx --set beta=0.5 | mlab: --set sets parameters, but --calibrate and --from take"
                        + " them from a history: leave one out",
                "--from index/spx --model garch | mlab: --from uses the model bootstrap: leave out --calibrate and any"
                        + " other --model, or leave out --from",
                "--model gbm --block 20 | mlab: --block is for a bootstrap: add --from HISTORY, or leave out --block"
            })
    void modelThatCannotBeIsRefusedInOneLine(String arguments, String message) {
        assertThat(run(2, arguments.split(" "))).isEqualTo(message + "\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void lackOfMemoryIsTold() {
        assertThat(Errors.line(new IllegalStateException(new OutOfMemoryError())))
                .isEqualTo("out of memory; use fewer rows, or generate index --rows, which needs little memory");
    }

    @Tag("slow")
    @Test
    void interruptOfAStreamLeavesNothing() throws Exception {
        Process process = start("--rows", "1e8", "--seed", "7");
        Await.until(
                "a draft that grows",
                () -> !process.isAlive()
                        || drafts().anyMatch(draft -> draft.toFile().length() > 0));
        assertThat(interrupt(process)).isEqualTo(INTERRUPTED);
        assertThat(folder.resolve(FOLDER)).isEmptyDirectory();
    }

    private Stream<Path> drafts() throws IOException {
        if (Files.notExists(folder.resolve(FOLDER))) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder.resolve(FOLDER))) {
            return files.toList().stream();
        }
    }

    @Tag("slow")
    @Test
    void interruptLeavesWholeDatasetsAndNothingElse() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < RUNS; i++) {
            long wanted = saved() + 1 + random.nextInt(MANY / 40);
            Process process = start("--paths", Integer.toString(MANY), "--days", "200", "--seed", "7");
            Await.until(wanted + " datasets", () -> !process.isAlive() || saved() >= wanted);
            assertThat(interrupt(process)).isEqualTo(INTERRUPTED);
            try (Stream<Path> files = Files.list(folder.resolve(FOLDER))) {
                assertThat(files.map(file -> file.getFileName().toString())).allMatch(name -> name.endsWith(".pkl"));
            }
        }
        try (Storage storage = new LocalStorage(folder.toString())) {
            assertThat(storage.list(FOLDER, "")).isNotEmpty().allSatisfy(path -> assertThat(storage.verify(path))
                    .isEmpty());
        }
    }

    /** Ends it by SIGTERM, which Java takes as it takes Ctrl-C; but a process of a job in the background never gets Ctrl-C's signal. */
    private static int interrupt(Process process) throws InterruptedException {
        process.destroy();
        return Await.exit(process);
    }

    private long saved() throws IOException {
        if (Files.notExists(folder.resolve(FOLDER))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder.resolve(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(".pkl")).count();
        }
    }

    /** The answer, or what was said if the code is not 0. */
    private String run(int code, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Mlab.run(new PrintWriter(out), new PrintWriter(err), command(arguments)))
                .as(err.toString())
                .isEqualTo(code);
        return code == 0 ? out.toString() : err.toString();
    }

    private Process start(String... arguments) throws IOException {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Interrupted.class.getName()),
                                Stream.of(command(arguments)))
                        .toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String[] command(String... arguments) {
        return Stream.concat(Stream.of("generate", "index", "--storage", "local:" + folder), Stream.of(arguments))
                .toArray(String[]::new);
    }

    private static double[] returns(Dataset data) {
        return data.table().doubleColumn("Close").pctChange().removeMissing().asDoubleArray();
    }

    private static double correlation(double[] a, double[] b) {
        return DoubleColumn.create("a", a).pearsons(DoubleColumn.create("b", b));
    }

    /** The command line in a process of its own. */
    private static final class Interrupted {

        public static void main(String... arguments) {
            FastStart.narrowScan();
            System.exit(Mlab.run(new PrintWriter(System.out), new PrintWriter(System.err), arguments));
        }
    }
}
