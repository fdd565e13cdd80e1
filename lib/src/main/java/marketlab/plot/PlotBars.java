package marketlab.plot;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import marketlab.dataset.Dataset;

/** Bars in order of time; {@code volume} is null if there is none. */
record PlotBars(double[] time, double[] open, double[] high, double[] low, double[] close, double[] volume) {

    static PlotBars of(Dataset dataset) {
        PlotColumns columns = PlotColumns.ofInstrument(dataset);
        return new PlotBars(
                columns.time(),
                columns.numbers("Open"),
                columns.numbers("High"),
                columns.numbers("Low"),
                columns.numbers("Close"),
                PlotColumns.hasNumbers(dataset, "Volume") ? columns.numbers("Volume") : null);
    }

    int size() {
        return time.length;
    }

    /** These bars merged to at most this number; each merged bar keeps the extremes of its bars. */
    PlotBars merged(int most) {
        int step = (size() + most - 1) / most;
        if (step <= 1) {
            return this;
        }
        int count = (size() + step - 1) / step;
        PlotBars merged = new PlotBars(
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                volume == null ? null : new double[count]);
        for (int i = 0; i < count; i++) {
            int from = i * step;
            int to = Math.min(from + step, size());
            merged.time[i] = time[from];
            merged.open[i] = present(open, from, to).findFirst().orElse(Double.NaN);
            merged.high[i] = present(high, from, to).max().orElse(Double.NaN);
            merged.low[i] = present(low, from, to).min().orElse(Double.NaN);
            merged.close[i] =
                    present(close, from, to).reduce((earlier, later) -> later).orElse(Double.NaN);
            if (volume != null) {
                merged.volume[i] = present(volume, from, to).sum();
            }
        }
        return merged;
    }

    /** This number of bars without values, to merge others into. */
    static PlotBars missing(int size, boolean hasVolume) {
        double[][] prices = new double[5][size];
        for (double[] values : prices) {
            Arrays.fill(values, Double.NaN);
        }
        return new PlotBars(prices[0], prices[1], prices[2], prices[3], prices[4], hasVolume ? new double[size] : null);
    }

    /** Merges the next bar into this one, as {@link #merged} does. */
    void merge(int bar, double time, double open, double high, double low, double close, double volume) {
        this.time[bar] = Double.isNaN(this.time[bar]) ? time : this.time[bar];
        this.open[bar] = Double.isNaN(this.open[bar]) ? open : this.open[bar];
        this.high[bar] = high > this.high[bar] || Double.isNaN(this.high[bar]) ? high : this.high[bar];
        this.low[bar] = low < this.low[bar] || Double.isNaN(this.low[bar]) ? low : this.low[bar];
        this.close[bar] = Double.isNaN(close) ? this.close[bar] : close;
        if (this.volume != null && !Double.isNaN(volume)) {
            this.volume[bar] += volume;
        }
    }

    private static DoubleStream present(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).filter(value -> !Double.isNaN(value));
    }
}
