package marketlab.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import marketlab.dataset.Streamed;
import marketlab.index.IndexDataGenerator;
import marketlab.pickle.PandasPickle;

/**
 * Streams bars to a file, compared with the generator alone and the disk alone, in turns. Writes are forced to disk.
 */
class StreamBench {
    static final String DESCRIPTION = "bars streamed to disk, the generator alone, the disk alone";

    private static final int ROWS = 50_000_000;
    private static final int ROUNDS = 5;
    private static final int BLOCK = 1 << 20;

    private interface Task {
        void run() throws IOException;
    }

    private StreamBench() {}

    static void run(PrintStream out) throws IOException {
        Path file = Files.createTempFile("bench", ".pkl");
        try {
            out.printf(
                    "%-10s %14s %14s %14s %14s %10s%n",
                    "50M bars", "streamed", "generator", "disk", "million", "to the");
            out.printf("%-10s %14s %14s %14s %14s %10s%n", "", "MB/s", "MB/s", "MB/s", "bars/s", "slower");
            for (String model : new String[] {"gbm", "heston", "garch"}) {
                measure(out, model, file);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(PrintStream out, String model, Path file) throws IOException {
        Streamed bars =
                IndexDataGenerator.of("spx").model(model).end(LocalDate.of(2025, 12, 31)).seed(7).rows(ROWS).stream();
        bars.writeTo((column, row, values) -> {});
        double[][] seconds = new double[3][ROUNDS];
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            seconds[0][round] = seconds(() -> {
                PandasPickle.write(bars, file);
                force(file);
            });
            bytes = Files.size(file);
            long size = bytes;
            seconds[1][round] = seconds(() -> bars.writeTo((column, row, values) -> {}));
            seconds[2][round] = seconds(() -> fill(file, size));
        }
        double streamed = median(seconds[0]);
        double slower = Math.max(median(seconds[1]), median(seconds[2]));
        out.printf(
                Locale.ROOT,
                "%-10s %14.0f %14.0f %14.0f %14.1f %10.2f%n",
                model,
                bytes / streamed / 1e6,
                bytes / median(seconds[1]) / 1e6,
                bytes / median(seconds[2]) / 1e6,
                ROWS / streamed / 1e6,
                streamed / slower);
    }

    /** Writes this number of bytes in order. */
    private static void fill(Path file, long bytes) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long left = bytes; left > 0; ) {
                left -= channel.write(block.clear().limit((int) Math.min(BLOCK, left)));
            }
            channel.force(true);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static double seconds(Task task) throws IOException {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] seconds) {
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }
}
