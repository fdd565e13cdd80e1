package marketlab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import marketlab.peer.Project;
import marketlab.peer.Python;

/** Whole processes, from Enter to the answer: verbs of mlab compared with the same work in Python. */
class StartBench {
    static final String DESCRIPTION =
            "whole processes: verbs of mlab against Python with pandas, the first prompt against jshell";

    private static final int RUNS = 15;
    private static final String FOLDER = "index/nifty/gbm";
    private static final String IMPORTS = "import pandas as pd, pathlib; ";
    private static final String NEWEST = IMPORTS + "p = max(pathlib.Path('data/" + FOLDER + "').glob('*.pkl')); ";

    /** Prints, for each run, the seconds to the first prompt of jshell and of mlab shell in a terminal. */
    private static final String FIRST_PROMPTS = """
        import fcntl, os, pty, select, signal, struct, sys, termios, time
        def first(prompt, *command):
            child, terminal = pty.fork()
            if child == 0:
                time.sleep(0.05)  # until the terminal has a size
                os.execv(command[0], command)
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 100, 0, 0))
            start, seen = time.perf_counter() + 0.05, b''
            while prompt not in seen:
                if not select.select([terminal], [], [], 60)[0]:
                    sys.exit(f'no prompt, only {seen}')
                seen += os.read(terminal, 65536)
            seconds = time.perf_counter() - start
            os.kill(child, signal.SIGKILL)
            os.close(terminal)
            os.waitpid(child, 0)
            return seconds
        os.environ['TERM'] = 'xterm'
        for run in range(int(sys.argv[1])):
            print(first(b'jshell> ', sys.argv[2]), first(b'lab> ', sys.argv[3], 'shell'))
        """;

    private static final Map<List<String>, String> SAME = new LinkedHashMap<>();

    static {
        SAME.put(List.of("latest", FOLDER), NEWEST + "print(p)");
        SAME.put(List.of("list"), IMPORTS + "print(*sorted(pathlib.Path('data').rglob('*.pkl')), sep='\\n')");
        SAME.put(List.of("show", FOLDER, "--latest"), NEWEST + "print(pd.read_pickle(p))");
        SAME.put(List.of("generate", "index", "--days", "252"), """
            import numpy as np, pandas as pd, time, pathlib
            steps = np.random.default_rng(7).normal(0, 0.01, (252, 5))
            paths = 100 * np.exp(np.cumsum(steps.ravel()).reshape(252, 5))
            frame = pd.DataFrame({'Open': paths[:, 0], 'High': paths.max(axis=1), 'Low': paths.min(axis=1),
                                  'Close': paths[:, 4], 'Volume': 1000}, index=pd.bdate_range('2025-01-01', periods=252))
            folder = pathlib.Path('python')
            folder.mkdir(exist_ok=True)
            frame.to_pickle(folder / f'{time.time_ns()}.pkl')
            """);
    }

    private StartBench() {}

    static void run(PrintStream out) throws Exception {
        String mlab = Project.root().resolve("scripts/mlab").toString();
        String python = Python.with(Python.PANDAS.get(3)).executable().toString();
        Path folder = Files.createTempDirectory("marketlab-start");
        seconds(folder, List.of(mlab, "generate", "index"));
        seconds(folder, List.of(mlab, "list"));
        TimeUnit.SECONDS.sleep(60); // meanwhile the class archive is made
        out.printf("%-28s %8s %8s %6s   median of %s runs, seconds%n", "", "mlab", "python", "ratio", RUNS);
        for (var same : SAME.entrySet()) {
            List<String> verb = new ArrayList<>(List.of(mlab));
            verb.addAll(same.getKey());
            double[] ours = new double[RUNS];
            double[] theirs = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                ours[i] = seconds(folder, verb);
                theirs[i] = seconds(folder, List.of(python, "-c", same.getValue()));
            }
            String name = String.join(" ", same.getKey());
            out.printf(
                    Locale.ROOT,
                    "%-28s %8.3f %8.3f %6.2f%n",
                    name,
                    median(ours),
                    median(theirs),
                    median(ours) / median(theirs));
        }
        prompt(out, mlab, python, folder);
        delete(folder);
    }

    private static void prompt(PrintStream out, String mlab, String python, Path folder) throws Exception {
        String jshell = Path.of(System.getProperty("java.home"), "bin/jshell").toString();
        Path answer = folder.resolve("answer");
        ProcessBuilder builder = new ProcessBuilder(python, "-c", FIRST_PROMPTS, Integer.toString(RUNS), jshell, mlab)
                .directory(folder.toFile())
                .redirectOutput(answer.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putIfAbsent("JBANG_DIR", System.getProperty("user.home") + "/.jbang");
        builder.environment().remove("CI");
        if (builder.start().waitFor() != 0) {
            throw new IOException("the prompts were not measured");
        }
        double[][] times = Files.readAllLines(answer).stream()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        double theirs = median(Arrays.stream(times).mapToDouble(time -> time[0]).toArray());
        double ours = median(Arrays.stream(times).mapToDouble(time -> time[1]).toArray());
        out.printf("%n%-28s %8s %8s %6s%n", "", "mlab", "jshell", "ratio");
        out.printf(Locale.ROOT, "%-28s %8.3f %8.3f %6.2f%n", "first prompt of the shell", ours, theirs, ours / theirs);
    }

    private static double seconds(Path folder, List<String> command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().put("LOCAL_STORAGE_PATH", "data");
        builder.environment().remove("CI");
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IOException(command + " ended with " + status + ": " + Files.readString(errors));
        }
        return seconds;
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
