package marketlab.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import marketlab.index.IndexDataGenerator;
import marketlab.peer.Python;

/** Index paths and bars against numpy on one thread. */
class SimulationBench {

    static final String DESCRIPTION = "index paths and OHLCV bars against numpy";

    private static final String NUMPY = """
        import sys, time
        import numpy as np
        rng = np.random.Generator(np.random.PCG64(7))

        def gbm(paths, days):
            z = np.empty((paths, days))
            rng.standard_normal(out=z)
            z *= 0.15 / 252 ** 0.5
            z += (0.08 - 0.5 * 0.15 ** 2) / 252
            np.cumsum(z, axis=1, out=z)
            np.exp(z, out=z)
            z *= 24000
            return z

        def bars(days):
            v = 0.15 ** 2 / 252
            x = (0.08 - 0.5 * 0.15 ** 2) / 252 + v ** 0.5 * rng.standard_normal(days)
            gap = 0.25 * x + (0.25 * 0.75 * v) ** 0.5 * rng.standard_normal(days)
            y = x - gap
            v *= 0.75
            high = 0.5 * (y + np.sqrt(y * y - 2 * v * np.log1p(-rng.random(days))))
            low = 0.5 * (y - np.sqrt(y * y - 2 * v * np.log1p(-rng.random(days))))
            close = 24000 * np.exp(np.cumsum(x))
            open_ = np.concatenate(([24000.0], close[:-1])) * np.exp(gap)
            volume = 1e8 * (high - low) * np.exp(0.2 * rng.standard_normal(days))
            return open_, open_ * np.exp(high), open_ * np.exp(low), close, volume.astype(np.int64)

        start = time.perf_counter()
        gbm(1000, 10000) if sys.argv[1] == 'gbm' else bars(1000000)
        start = time.perf_counter()
        gbm(1000, 10000) if sys.argv[1] == 'gbm' else bars(1000000)
        print(time.perf_counter() - start)
        """;

    private SimulationBench() {}

    static void run(PrintStream out) {
        IndexDataGenerator spx =
                IndexDataGenerator.of("spx").end(LocalDate.of(2025, 12, 31)).seed(7);
        Python numpy = Python.with(List.of("numpy"));
        PeerComparison.heading(out, "numpy");
        PeerComparison.of("GBM, 10M steps", 10e6)
                .ours(() -> spx.paths(1_000).days(10_000).generateWide())
                .peer(() -> Double.parseDouble(numpy.run(NUMPY, "gbm").strip()))
                .print(out, 5);
        PeerComparison.of("OHLCV, 1M bars", 1e6)
                .ours(() -> spx.paths(100).days(10_000).generateAll())
                .peer(() -> Double.parseDouble(numpy.run(NUMPY, "bars").strip()))
                .print(out, 3);
        for (int paths : new int[] {10, 1_000, 100_000}) {
            PeerComparison.of(String.format(Locale.ROOT, "GBM, %.0e steps", paths * 1e3), paths * 1e3)
                    .ours(() -> spx.paths(paths).days(1_000).generateWide())
                    .print(out);
        }
        for (int paths : new int[] {10, 1_000, 10_000}) {
            PeerComparison.of(String.format(Locale.ROOT, "OHLCV, %.0e bars", paths * 1e3), paths * 1e3)
                    .ours(() -> spx.paths(paths).days(1_000).generateAll())
                    .print(out);
        }
    }
}
