package marketlab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import marketlab.dataset.Dataset;
import marketlab.peer.GcsEmulator;
import marketlab.peer.Project;
import marketlab.peer.Python;
import marketlab.storage.Storage;
import marketlab.storage.gcs.GoogleCloudStorage;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Saves and loads 200 MB in a bucket of one emulator, in turns with marketlab and with the specification's Python. */
class GcsBench {

    static final String DESCRIPTION =
            "save, load and find the latest in a bucket, against Python's google-cloud-storage";

    private static final int ROWS = 5_000_000;
    private static final int COLUMNS = 5;
    /** Until the emulator has allocated its memory, and Java's compiler is done. */
    private static final int WARM_UPS = 2;

    private static final int RUNS = 21;
    private static final int STARTS = 25;
    private static final String BUCKET = "lab";
    private static final String FOLDER = "index/nifty/gbm/";

    private static final String PYTHON = """
        import os, pickle, sys, tempfile, time
        import numpy, pandas
        os.environ['STORAGE_EMULATOR_HOST'] = sys.argv[1]
        from google.auth.credentials import AnonymousCredentials
        from google.cloud import storage
        rows, columns = map(int, sys.argv[2:4])
        client = storage.Client(project='test', credentials=AnonymousCredentials())
        bucket = client.bucket('lab')
        data = pandas.DataFrame(numpy.random.rand(rows, columns), columns=list('abcdefgh'[:columns]))
        blob = bucket.blob('index/nifty/gbm/20230901_120000_python.pkl')
        for turn in sys.stdin:
            start = time.perf_counter()
            with tempfile.NamedTemporaryFile() as temp:
                pickle.dump(data, temp)
                temp.flush()
                temp.seek(0)
                blob.upload_from_file(temp)
            saved = time.perf_counter()
            with tempfile.NamedTemporaryFile() as temp:
                blob.download_to_file(temp)
                temp.flush()
                temp.seek(0)
                back = pickle.load(temp)
            loaded = time.perf_counter()
            blob.delete()
            print(int((saved - start) * 1000), int((loaded - saved) * 1000), flush=True)
        """;

    private static final String PYTHON_LATEST = """
        import os, sys
        os.environ['STORAGE_EMULATOR_HOST'] = sys.argv[1]
        from google.auth.credentials import AnonymousCredentials
        from google.cloud import storage
        client = storage.Client(project='test', credentials=AnonymousCredentials())
        print(sorted(blob.name for blob in client.list_blobs('lab', prefix='index/nifty/gbm/'))[-1])
        """;

    private GcsBench() {}

    static void run(PrintStream out) throws IOException, InterruptedException {
        Python python = Python.with(List.of("pandas>=2,<3", "google-cloud-storage>=3,<4"));
        try (GcsEmulator emulator = GcsEmulator.start()) {
            String address = emulator.address().toString();
            emulator.makeBucket(BUCKET);
            saveAndLoad(
                    out,
                    address,
                    List.of(python.executable().toString(), "-c", PYTHON, address, "" + ROWS, "" + COLUMNS));

            emulator.put(BUCKET, FOLDER + "20230901_120000_usual.pkl", new byte[] {1});
            String mlab = Project.root().resolve("scripts/mlab").toString();
            List<String> latest = List.of(mlab, "latest", FOLDER, "--storage", "gs://" + BUCKET);
            List<String> latestInPython = List.of(python.executable().toString(), "-c", PYTHON_LATEST, address);
            fresh(address, latest);
            fresh(address, latest);
            TimeUnit.SECONDS.sleep(60); // meanwhile the class archive is made
            long[] ourLatest = new long[STARTS];
            long[] theirLatest = new long[STARTS];
            for (int i = 0; i < STARTS; i++) {
                ourLatest[i] = millis(address, latest);
                theirLatest[i] = millis(address, latestInPython);
            }
            report(out, "whole process: latest", ourLatest, theirLatest);
        }
    }

    /** Two processes in turns: what one leaves behind in the emulator affects the other equally often. */
    private static void saveAndLoad(PrintStream out, String address, List<String> python) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Saver.class.getName());
        long[][] ours = new long[2][RUNS];
        long[][] theirs = new long[2][RUNS];
        try (Side we = new Side(address, java);
                Side they = new Side(address, python)) {
            for (int i = -WARM_UPS; i < RUNS; i++) {
                long[] mine = we.turn();
                long[] other = they.turn();
                for (int part = 0; part < 2 && i >= 0; part++) {
                    ours[part][i] = mine[part];
                    theirs[part][i] = other[part];
                }
            }
        }
        report(out, "save 200 MB", ours[0], theirs[0]);
        report(out, "load 200 MB", ours[1], theirs[1]);
    }

    private static void report(PrintStream out, String what, long[] all, long[] others) {
        long ours = median(all);
        long theirs = median(others);
        out.printf(
                Locale.ROOT, "%-22s %,6d ms, Python %,6d ms: ratio %.2f%n", what, ours, theirs, (double) ours / theirs);
    }

    private static long millis(String address, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        fresh(address, command);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void fresh(String address, List<String> command) throws IOException, InterruptedException {
        int exit = process(address, command)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + exit);
        }
    }

    /** A process that uses this address instead of Google's. */
    private static ProcessBuilder process(String address, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("STORAGE_EMULATOR_HOST", address);
        builder.environment().remove("CI");
        return builder;
    }

    private static long median(long[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    /** A process that saves and loads once for each input line, and answers with the milliseconds of both. */
    private static final class Side implements AutoCloseable {

        private final Process process;
        private final BufferedReader answers;

        Side(String address, List<String> command) throws IOException {
            process = process(address, command).start();
            answers = process.inputReader();
        }

        long[] turn() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("a process ended before its turn");
            }
            return Arrays.stream(answer.split(" ")).mapToLong(Long::parseLong).toArray();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    /** Our process. */
    private static final class Saver {

        public static void main(String... args) throws IOException {
            Random random = new Random(1);
            Table table = Table.create("prices");
            for (int i = 0; i < COLUMNS; i++) {
                table.addColumns(
                        DoubleColumn.create("c" + i, random.doubles(ROWS).toArray()));
            }
            Dataset data = Dataset.of(table);
            String path = FOLDER + "20230901_120000_java.pkl";
            try (Storage storage = new GoogleCloudStorage(BUCKET)) {
                while (System.in.read() >= 0) {
                    long start = System.nanoTime();
                    storage.save(data, path);
                    long saved = System.nanoTime();
                    storage.load(path);
                    long loaded = System.nanoTime();
                    storage.delete(path);
                    System.out.println((saved - start) / 1_000_000 + " " + (loaded - saved) / 1_000_000);
                }
            }
        }
    }
}
