package marketlab.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

@Tag("slow")
class ConcurrencyTest {

    private static final String FOLDER = "index/nifty/gbm";
    private static final int WRITERS = 16;
    private static final int SAVES = 500;

    @TempDir
    Path root;

    @Test
    void sixteenWritersLoseNothingAndReadersSeeWholeDatasetsOnly() throws Exception {
        Storage storage = new LocalStorage(root, Clock.systemUTC());
        storage.save(data(-1));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            Future<Integer> reader = pool.submit(() -> {
                int reads = 0;
                for (; !done.get(); reads++) {
                    assertThat(storage.load(storage.latest(FOLDER)).table().rowCount())
                            .isEqualTo(100);
                }
                return reads;
            });
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer * SAVES;
                writers.add(pool.submit(() -> {
                    List<String> saved = new ArrayList<>();
                    for (int i = 0; i < SAVES; i++) {
                        saved.add(storage.save(data(first + i)));
                    }
                    return saved;
                }));
            }
            List<String> saved = new ArrayList<>();
            for (Future<List<String>> writer : writers) {
                saved.addAll(writer.get());
            }
            done.set(true);
            assertThat(reader.get()).isPositive();
            assertThat(saved).hasSize(WRITERS * SAVES).doesNotHaveDuplicates();
        } finally {
            pool.shutdownNow();
        }
        boolean[] seen = new boolean[WRITERS * SAVES];
        for (String path : storage.list(FOLDER, "bullish")) {
            double number = storage.load(path).table().doubleColumn("Close").get(0);
            if (number >= 0) {
                seen[(int) number] = true;
            }
        }
        assertThat(seen).containsOnly(true);
        assertThat(storage.listFiles(FOLDER)).hasSize(WRITERS * SAVES + 1);
    }

    private static Dataset data(int number) {
        double[] close = new double[100];
        close[0] = number;
        return Dataset.of(Table.create("t", DoubleColumn.create("Close", close)))
                .with(Metadata.EMPTY.withName(FOLDER, "bullish"));
    }
}
