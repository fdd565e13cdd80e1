package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter err = new StringWriter();
    private long nanos;

    @Test
    void isSilentForTheFirstSecond() {
        try (ProgressBar bar = bar(100)) {
            after(0.9, bar, 99);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellsRateAndTimeLeft() {
        try (ProgressBar bar = bar(1000)) {
            after(2, bar, 250);
            assertThat(err.toString()).isEqualTo("\r[#######.......................] 250 of 1000 paths, 125/s, 6 s left");
        }
        assertThat(err.toString()).endsWith("\r" + " ".repeat(67) + "\r");
    }

    @Test
    void writesAtMostFiveTimesASecondAndNeverGoesBack() {
        try (ProgressBar bar = bar(1000)) {
            after(2, bar, 4);
            after(0.1, bar, 5);
            after(0.2, bar, 3);
        }
        assertThat(err.toString().split("\r")).hasSize(4);
        assertThat(err.toString()).contains("4 of 1000 paths, 2.0/s, 8 min 18 s left", "5 of 1000 paths");
    }

    @Test
    void learnsFromTheTaskHowManyThereAre() {
        try (ProgressBar bar = new ProgressBar(new PrintWriter(err), "datasets", 0, true, () -> nanos)) {
            nanos += 2_000_000_000L;
            bar.done(30, 60, "index/nifty/gbm/a.pkl");
        }
        assertThat(err.toString()).startsWith("\r[###############...............] 30 of 60 datasets, 15/s, 2 s left");
    }

    @Test
    void isSilentWhereNobodyWatches() {
        try (ProgressBar bar = new ProgressBar(new PrintWriter(err), "paths", 10, false, () -> nanos)) {
            after(5, bar, 9);
        }
        assertThat(err.toString()).isEmpty();
    }

    private ProgressBar bar(int total) {
        return new ProgressBar(new PrintWriter(err), "paths", total, true, () -> nanos);
    }

    private void after(double seconds, ProgressBar bar, int done) {
        nanos += (long) (seconds * 1e9);
        bar.accept(done);
    }
}
