package marketlab.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marketlab.dataset.DatasetName;
import marketlab.peer.GcsEmulator;
import marketlab.storage.Storage;
import marketlab.storage.gcs.GoogleCloudStorage;

/**
 * Compares finding the newest of many names in a bucket with listing them all. A simulated bucket on this machine
 * counts the requests; a real emulator measures the time.
 */
class LatestBench {

    static final String DESCRIPTION = "requests to find the latest of up to a million names in a bucket";

    private static final String FOLDER = "index/nifty/gbm";
    private static final int PAGE = 1000;
    private static final int REAL = 10_000;
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long NOW = System.currentTimeMillis() / 1000;

    private LatestBench() {}

    /**
     * How the names are spread over time: the age in seconds of the name with this rank (0 is the newest) among a
     * count.
     */
    private enum Ages {
        UNIFORM_OVER_3_YEARS((rank, count) -> rank * 3 * 365 * DAY / count),
        NEWEST_2_YEARS_OLD((rank, count) -> 2 * 365 * DAY + rank * 3 * 365 * DAY / count),
        ALL_WITHIN_A_DAY((rank, count) -> rank * (DAY - 600) / count),
        NEWEST_5000_IN_ONE_SECOND((rank, count) -> 30 * DAY + (rank < 5000 ? 0 : rank * 3 * 365 * DAY / count));

        final LongBinaryOperator age;

        Ages(LongBinaryOperator age) {
            this.age = age;
        }

        String[] names(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> {
                        int sequence = Math.max(1, (i + 5000 - count) % 5000 + 1);
                        String second = stamp(NOW - age.applyAsLong(count - 1 - i, count));
                        return second + "~"
                                + Integer.toString(10_000 + sequence).substring(1) + "_" + i + ".pkl";
                    })
                    .sorted()
                    .toArray(String[]::new);
        }
    }

    static void run(PrintStream out) throws IOException, InterruptedException {
        out.printf("%-28s %9s  %16s  %20s%n", "names", "count", "latest: requests", "listing all: requests");
        try (Lister lister = new Lister();
                Asker asker = new Asker(lister.address())) {
            for (int count = PAGE; count <= 1_000_000; count *= 10) {
                lister.names = Ages.UNIFORM_OVER_3_YEARS.names(count);
                int all = requests(lister, asker, "list", Integer.toString(count));
                for (Ages ages : Ages.values()) {
                    lister.names = ages.names(count);
                    int latest = requests(lister, asker, "latest", lister.names[count - 1]);
                    out.printf(Locale.ROOT, "%-28s %,9d  %,16d  %,20d%n", words(ages), count, latest, all);
                }
            }
        }
        real(out);
    }

    private static int requests(Lister lister, Asker asker, String question, String expected) throws IOException {
        lister.requests = 0;
        asker.ask(question, expected);
        return lister.requests;
    }

    private static void real(PrintStream out) throws IOException, InterruptedException {
        try (GcsEmulator emulator = GcsEmulator.start();
                Asker asker = new Asker(emulator.address())) {
            emulator.makeBucket("lab");
            String[] names = Ages.UNIFORM_OVER_3_YEARS.names(REAL);
            Arrays.stream(names).parallel().forEach(name -> emulator.put("lab", FOLDER + "/" + name, new byte[] {1}));
            asker.ask("latest", names[REAL - 1]);
            out.printf(
                    Locale.ROOT,
                    "real emulator, %,d names: latest %,d ms, listing all %,d ms%n",
                    REAL,
                    asker.ask("latest", names[REAL - 1]),
                    asker.ask("list", Integer.toString(REAL)));
        }
    }

    private static String words(Ages ages) {
        return ages.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String stamp(long second) {
        return DatasetName.STAMP.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    }

    /** A separate process, because the emulator's address comes from the environment. */
    private static final class Asker implements AutoCloseable {

        private final Process process;
        private final BufferedReader answers;
        private final PrintStream questions;

        Asker(URI address) throws IOException {
            ProcessBuilder java = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Asker.class.getName());
            java.environment().put("STORAGE_EMULATOR_HOST", address.toString());
            process = java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            answers = process.inputReader(StandardCharsets.UTF_8);
            questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        /** Returns the milliseconds that the answer took. */
        long ask(String question, String expected) throws IOException {
            long start = System.nanoTime();
            questions.println(question);
            String answer = answers.readLine();
            if (!expected.equals(answer)) {
                throw new IllegalStateException("%s is %s, not %s".formatted(question, answer, expected));
            }
            return (System.nanoTime() - start) / 1_000_000;
        }

        @Override
        public void close() throws InterruptedException {
            questions.close();
            process.waitFor();
        }

        /** Answers with the name of the latest, or the number of names. */
        public static void main(String... args) throws IOException {
            BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try (Storage storage = new GoogleCloudStorage("lab")) {
                for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                    System.out.println(
                            question.equals("latest")
                                    ? storage.latest(FOLDER).substring(FOLDER.length() + 1)
                                    : storage.listFiles(FOLDER).size());
                }
            }
        }
    }

    /** The listing of one folder of a bucket, as Google Cloud Storage gives it. */
    private static final class Lister implements AutoCloseable {

        private final HttpServer server;
        volatile String[] names = {};
        volatile int requests;

        Lister() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/storage/v1/b/lab/o", this::answer);
            server.start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                requests++;
                byte[] page = page(query(exchange.getRequestURI())).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        }

        private String page(Map<String, String> query) {
            int start = query.containsKey("pageToken")
                    ? Integer.parseInt(query.get("pageToken"))
                    : position(query.getOrDefault("startOffset", ""));
            int end = query.containsKey("endOffset") ? position(query.get("endOffset")) : names.length;
            int stop = Math.min(Math.max(start, end), start + PAGE);
            String items = Arrays.stream(names, start, stop)
                    .map(name -> "{\"bucket\":\"lab\",\"name\":\"" + FOLDER + "/" + name + "\"}")
                    .collect(Collectors.joining(","));
            String next = stop < end ? ",\"nextPageToken\":\"" + stop + "\"" : "";
            return "{\"items\":[" + items + "]" + next + "}";
        }

        private int position(String object) {
            int found = Arrays.binarySearch(names, object.isEmpty() ? "" : object.substring(FOLDER.length() + 1));
            return found >= 0 ? found : -found - 1;
        }

        private static Map<String, String> query(URI request) {
            Map<String, String> query = new HashMap<>();
            for (String pair : request.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return query;
        }
    }
}
