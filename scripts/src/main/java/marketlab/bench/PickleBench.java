package marketlab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.peer.Python;
import marketlab.pickle.PandasPickle;

/** Reads pickles of pandas and writes them to new files, in turns with pandas. */
class PickleBench {
    static final String DESCRIPTION = "reading and writing pickles against pandas 3";

    private static final int RUNS = 9;
    private static final int SMALL_RUNS = 3000;
    /** Until Java's compiler is done and the garbage collector has settled. */
    private static final double WARM_UP_SECONDS = 5;

    private static final int DESCRIBE_MILLIS = 50;
    private static final List<String> PANDAS = List.of("pandas>=3,<4");

    /** Times in milliseconds: the median of nine, or of two hundred for a small file. */
    private static final String SCRIPT = """
        import pathlib, statistics, sys, time
        import numpy as np, pandas as pd
        folder, what = pathlib.Path(sys.argv[1]), sys.argv[2]
        rng = np.random.default_rng(1)
        if what == 'make':
            block = rng.standard_normal((5_000_000, 5))
            pd.DataFrame({k: block[:, i].copy() for i, k in enumerate('abcde')}).to_pickle(folder / 'C.pkl')
            pd.DataFrame(block, columns=list('abcde')).to_pickle(folder / 'F.pkl')
            words = np.array([f'WORD{i:03d}' for i in range(500)], dtype=object)[rng.integers(0, 500, 1_000_000)]
            pd.DataFrame({'s': pd.Series(words, dtype=object)}).to_pickle(folder / 'repeated.pkl')
            unique = [f'unique{i:08d}' for i in range(1_000_000)]
            pd.DataFrame({'s': pd.Series(unique, dtype=object)}).to_pickle(folder / 'unique.pkl')
            bars = pd.DataFrame(rng.standard_normal((252, 5)), columns=['Open', 'High', 'Low', 'Close', 'Volume'])
            bars.index = pd.bdate_range('2024-01-01', periods=252, name='Timestamp')
            bars.to_pickle(folder / 'bars.pkl')
            pd.DataFrame({'a': np.zeros(250_000_000)}).to_pickle(folder / 'large.pkl')
        else:
            path, out = folder / (what + '.pkl'), folder / 'out.pkl'
            frame = pd.read_pickle(path)
            for run in (lambda: pd.read_pickle(path), lambda: frame.to_pickle(out)):
                times = []
                for i in range(200 if what == 'bars' else 9):
                    out.unlink(missing_ok=True)
                    start = time.perf_counter()
                    run()
                    times.append(time.perf_counter() - start)
                print(statistics.median(times) * 1000)
        """;

    private interface Task {
        void run() throws IOException;
    }

    private record Case(String file, String text, double read, double write) {}

    private static final List<Case> CASES = List.of(
            new Case("C", "5M x 5 float64, C order", 0.5, 1.0),
            new Case("F", "5M x 5 float64, F order", 0.7, 1.0),
            new Case("repeated", "1M strings, 500 distinct", 1.0, 0.5),
            new Case("unique", "1M strings, all unique", 1.5, 0.6),
            new Case("bars", "252 daily bars", 0.3, 0.3));

    private PickleBench() {}

    static void run(PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("bench");
        try {
            Python.with(PANDAS).run(SCRIPT, folder, "make");
            out.printf("%-28s %-6s %10s %10s %7s %7s%n", "case", "", "ours ms", "pandas ms", "ratio", "target");
            for (Case c : CASES) {
                measure(out, folder, c);
            }
            describe(out, folder);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void measure(PrintStream out, Path folder, Case c) throws IOException {
        Path file = folder.resolve(c.file + ".pkl");
        Path target = folder.resolve("out.pkl");
        boolean small = c.file.equals("bars");
        int runs = small ? SMALL_RUNS : RUNS;
        for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_SECONDS * 1e9; ) {
            PandasPickle.write(PandasPickle.read(file), target);
        }
        Map<String, Double> ours = new LinkedHashMap<>();
        ours.put("read", median(runs, target, () -> PandasPickle.read(file)));
        Dataset dataset = PandasPickle.read(file);
        ours.put("write", median(runs, target, () -> PandasPickle.write(dataset, target)));
        String[] theirs = Python.with(PANDAS).run(SCRIPT, folder, c.file).trim().split("\\s+");
        double read = Double.parseDouble(theirs[0]);
        double write = Double.parseDouble(theirs[1]);
        out.printf(
                Locale.ROOT,
                "%-28s %-6s %10.2f %10.2f %7.2f %7.1f%n",
                c.text,
                "read",
                ours.get("read"),
                read,
                ours.get("read") / read,
                c.read);
        out.printf(
                Locale.ROOT,
                "%-28s %-6s %10.2f %10.2f %7.2f %7.1f%n",
                "",
                "write",
                ours.get("write"),
                write,
                ours.get("write") / write,
                c.write);
    }

    private static void describe(PrintStream out, Path folder) throws IOException {
        Path file = folder.resolve("large.pkl");
        double millis = median(101, folder.resolve("out.pkl"), () -> PandasPickle.describe(file));
        out.printf(
                Locale.ROOT, "%-28s %-8s %8.2f %10s %7s %4d ms%n", "2 GB", "describe", millis, "", "", DESCRIBE_MILLIS);
    }

    /** Milliseconds of the median run; the target file is deleted before each run. */
    private static double median(int runs, Path target, Task task) throws IOException {
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            Files.deleteIfExists(target);
            long start = System.nanoTime();
            task.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[runs / 2];
    }
}
