package marketlab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import marketlab.dataset.DatasetName;
import marketlab.peer.Python;
import marketlab.storage.LocalStorage;
import marketlab.storage.Storage;

/** Finds the newest of a million datasets in a local folder by their names, compared with Python. */
class FolderBench {

    static final String DESCRIPTION = "the latest of a million names in a folder against sorted(os.listdir())";

    private static final int COUNT = 1_000_000;
    private static final int SECONDS_APART = 94;
    private static final int NEWEST = 10;
    private static final int MEGABYTES = 16;
    private static final String FOLDER = "index/nifty/gbm";
    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final String PYTHON = """
        import os, sys, time
        start = time.perf_counter()
        sorted(os.listdir(sys.argv[1]))[-1]
        print(time.perf_counter() - start)
        """;

    private FolderBench() {}

    static void run(PrintStream out) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("marketlab-folder");
        Path folder = Files.createDirectories(root.resolve(FOLDER));
        try {
            for (int i = 0; i < COUNT; i++) {
                Files.createFile(folder.resolve(name(i)));
            }
            Python python = Python.with(List.of("numpy"));
            PeerComparison.heading(out, "sorted(listdir)");
            try (Storage storage = new LocalStorage(root.toString())) {
                PeerComparison.of("latest of 1M names", COUNT)
                        .ours(() -> latest(storage))
                        .peer(() -> Double.parseDouble(python.run(PYTHON, folder)))
                        .print(out, 1.67);
                PeerComparison.of("versions --limit 10", COUNT)
                        .ours(() -> storage.versions(FOLDER, "", NEWEST))
                        .peer(() -> Double.parseDouble(python.run(PYTHON, folder)))
                        .print(out, 1.67);
            }
            out.printf("both within %s MB of memory: %s%n", MEGABYTES, withinMemory(root) ? "yes" : "no");
        } finally {
            delete(root, folder);
        }
    }

    private static void latest(Storage storage) {
        if (!storage.latest(FOLDER).equals(FOLDER + "/" + name(COUNT - 1))) {
            throw new IllegalStateException("this is not the latest: " + storage.latest(FOLDER));
        }
    }

    private static boolean withinMemory(Path root) throws IOException, InterruptedException {
        return new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx" + MEGABYTES + "m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Asker.class.getName(),
                                root.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String name(int i) {
        return DatasetName.stamp(FIRST.plusSeconds((long) SECONDS_APART * i)) + "_bullish.pkl";
    }

    private static void delete(Path root, Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        for (Path empty = folder; !empty.equals(root.getParent()); empty = empty.getParent()) {
            Files.delete(empty);
        }
    }

    /** A separate process with limited memory. */
    private static final class Asker {

        public static void main(String... args) {
            try (Storage storage = new LocalStorage(args[0])) {
                latest(storage);
                storage.versions(FOLDER, "", NEWEST);
            }
        }
    }
}
