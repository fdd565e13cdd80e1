package marketlab.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import marketlab.dataset.Dataset;
import marketlab.peer.GcsEmulator;
import marketlab.peer.Project;
import marketlab.peer.Python;
import marketlab.storage.GoogleCloudStorage;
import marketlab.storage.Storage;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Saves and loads 200 MB in a bucket of one emulator, as marketlab does and as the specification's Python does, by turns. */
class GcsBench {

    static final String DESCRIPTION = "save, load and find the latest in a bucket, against Python's google-cloud-storage";

    private static final int ROWS = 5_000_000;
    private static final int COLUMNS = 5;
    private static final int ROUNDS = 3;
    /** Of each process, the first of which is for the emulator to have its memory and the compiler its time. */
    private static final int RUNS = 6;
    private static final int STARTS = 15;
    private static final String BUCKET = "lab";
    private static final String FOLDER = "index/nifty/gbm/";

    private static final String PYTHON = """
            import os, pickle, sys, tempfile, time
            import numpy, pandas
            os.environ['STORAGE_EMULATOR_HOST'] = sys.argv[1]
            from google.auth.credentials import AnonymousCredentials
            from google.cloud import storage
            rows, columns, runs = map(int, sys.argv[2:5])
            client = storage.Client(project='test', credentials=AnonymousCredentials())
            bucket = client.bucket('lab')
            data = pandas.DataFrame(numpy.random.rand(rows, columns), columns=list('abcdefgh'[:columns]))
            for run in range(runs):
                blob = bucket.blob(f'index/nifty/gbm/20230901_12000{run}_python.pkl')
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
                if run > 0:
                    print(int((saved - start) * 1000), int((loaded - saved) * 1000))
                blob.delete()
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
            List<String> java = List.of(java(), "-cp", System.getProperty("java.class.path"), Saver.class.getName());
            StringBuilder theirs = new StringBuilder();
            StringBuilder ours = new StringBuilder();
            for (int i = 0; i < ROUNDS; i++) {
                theirs.append(python.run(PYTHON, address, ROWS, COLUMNS, RUNS));
                ours.append(fresh(address, java));
            }
            report(out, "save 200 MB", numbers(ours, 0), numbers(theirs, 0));
            out.printf("  of which the emulator takes %,d ms for a bare upload%n", median(numbers(ours, 2)));
            report(out, "load 200 MB", numbers(ours, 1), numbers(theirs, 1));

            emulator.put(BUCKET, FOLDER + "20230901_120000_usual.pkl", new byte[] {1});
            String mlab = Project.root().resolve("scripts/mlab").toString();
            List<String> latest = List.of(mlab, "latest", FOLDER, "--storage", "gs://" + BUCKET);
            List<String> latestInPython = List.of(python.executable().toString(), "-c", PYTHON_LATEST, address);
            fresh(address, latest);
            fresh(address, latest);
            TimeUnit.SECONDS.sleep(60); // the archive of classes is made meanwhile
            long[] ourLatest = new long[STARTS];
            long[] theirLatest = new long[STARTS];
            for (int i = 0; i < STARTS; i++) {
                ourLatest[i] = millis(address, latest);
                theirLatest[i] = millis(address, latestInPython);
            }
            report(out, "whole process: latest", ourLatest, theirLatest);
        }
    }

    private static void report(PrintStream out, String what, long[] all, long[] others) {
        long ours = median(all);
        long theirs = median(others);
        out.printf("%-22s %,6d ms, Python %,6d ms: %.2f of its time%n", what, ours, theirs, (double) ours / theirs);
    }

    private static long millis(String address, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        fresh(address, command);
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** What a process of its own printed that takes this for Google's address. */
    private static String fresh(String address, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("bench", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
            builder.environment().put("STORAGE_EMULATOR_HOST", address);
            builder.environment().remove("CI");
            int exit = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command.get(0) + " ended with " + exit);
            }
            return Files.readString(out);
        } finally {
            Files.delete(out);
        }
    }

    /** The numbers at this place of all lines. */
    private static long[] numbers(CharSequence lines, int place) {
        return lines.toString().lines().mapToLong(line -> Long.parseLong(line.split(" ")[place])).toArray();
    }

    private static long median(long[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The program whose save and load are timed. */
    static final class Saver {

        private Saver() {}

        public static void main(String... args) throws IOException {
            Random random = new Random(1);
            Table table = Table.create("prices");
            for (int i = 0; i < COLUMNS; i++) {
                table.addColumns(DoubleColumn.create("c" + i, random.doubles(ROWS).toArray()));
            }
            Dataset data = Dataset.of(table);
            byte[] bytes = new byte[ROWS * COLUMNS * Double.BYTES];
            try (Storage storage = new GoogleCloudStorage(BUCKET)) {
                for (int i = 0; i < RUNS; i++) {
                    String path = FOLDER + "20230901_12000" + i + "_java.pkl";
                    long start = System.nanoTime();
                    storage.save(data, path);
                    long saved = System.nanoTime();
                    storage.load(path);
                    long loaded = System.nanoTime();
                    storage.delete(path);
                    long before = System.nanoTime();
                    upload(bytes, path);
                    long uploaded = System.nanoTime();
                    storage.delete(path);
                    if (i > 0) {
                        System.out.println((saved - start) / 1_000_000 + " " + (loaded - saved) / 1_000_000 + " "
                                + (uploaded - before) / 1_000_000);
                    }
                }
            }
        }

        /** The requests of an upload and nothing else: no dataset, no checksum, no client. */
        private static void upload(byte[] bytes, String name) throws IOException {
            URL begin = new URL(System.getenv("STORAGE_EMULATOR_HOST") + "/upload/storage/v1/b/" + BUCKET
                    + "/o?uploadType=resumable&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            String session = send(begin, "POST", new byte[0]).getHeaderField("Location");
            send(new URL(session), "PUT", bytes);
        }

        private static HttpURLConnection send(URL to, String method, byte[] body) throws IOException {
            HttpURLConnection request = (HttpURLConnection) to.openConnection();
            request.setRequestMethod(method);
            request.setDoOutput(true);
            request.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = request.getOutputStream()) {
                out.write(body);
            }
            if (request.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("the emulator answered " + request.getResponseCode());
            }
            return request;
        }
    }
}
