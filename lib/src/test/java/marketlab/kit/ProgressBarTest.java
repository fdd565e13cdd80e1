package marketlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final List<String> shown = new ArrayList<>();
    private long nanos;

    @Test
    void isSilentForAsLongAsItsLineSays() {
        ProgressBar bar = bar(100, 1);
        after(0.9, bar, 98);
        assertThat(shown).isEmpty();
        after(0.2, bar, 99);
        assertThat(shown).hasSize(1);
    }

    @Test
    void tellsRateAndTimeLeftAndInTheEndTheSum() {
        ProgressBar bar = bar(1000, 1);
        after(2, bar, 250);
        after(1, bar, 1000);
        bar.close();
        assertThat(shown)
                .containsExactly(
                        "[#######.......................] 250 of 1000 paths, 125/s, 6 s left",
                        "end: [##############################] 1000 of 1000 paths");
    }

    @Test
    void showsAtMostFiveTextsASecondAndNeverGoesBack() {
        ProgressBar bar = bar(1000, 1);
        after(2, bar, 4);
        after(0.1, bar, 5);
        after(0.2, bar, 3);
        after(1, bar, 1001);
        assertThat(shown).hasSize(2);
        assertThat(shown.get(0)).endsWith("4 of 1000 paths, 2.0/s, 8 min 18 s left");
        assertThat(shown.get(1)).contains("5 of 1000 paths");
    }

    @Test
    void learnsFromTheTaskHowManyThereAre() {
        ProgressBar bar = new ProgressBar(new Line(1), "datasets", 0, () -> nanos);
        nanos += 2_000_000_000L;
        bar.done(30, 60, "index/nifty/gbm/a.pkl");
        assertThat(shown).containsExactly("[###############...............] 30 of 60 datasets, 15/s, 2 s left");
    }

    @Test
    void endsItsLineOnceWhetherFullOrBrokenOff() {
        try (ProgressBar bar = bar(10, 0)) {
            after(1, bar, 0);
            after(1, bar, 4);
        }
        assertThat(shown).hasSize(3);
        assertThat(shown.get(0)).endsWith("0 of 10 paths, 0.0/s, unknown time left");
        assertThat(shown.get(2)).isEqualTo("end: [############..................] 4 of 10 paths");
        bar(10, 0).close();
        assertThatThrownBy(() -> ProgressBar.of(0)).hasMessage("total must be > 0, got 0");
    }

    private ProgressBar bar(int total, double silentSeconds) {
        return new ProgressBar(new Line(silentSeconds), "paths", total, () -> nanos);
    }

    private void after(double seconds, ProgressBar bar, int done) {
        nanos += (long) (seconds * 1e9);
        bar.accept(done);
    }

    private final class Line implements ProgressLine {

        private final double silentSeconds;

        private Line(double silentSeconds) {
            this.silentSeconds = silentSeconds;
        }

        @Override
        public double silentSeconds() {
            return silentSeconds;
        }

        @Override
        public void show(String text) {
            shown.add(text);
        }

        @Override
        public void end(String text) {
            shown.add("end: " + text);
        }
    }
}
