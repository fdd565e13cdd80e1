package marketlab.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.index.IndexDataGenerator;
import marketlab.option.BlackScholes;
import marketlab.option.ImpliedVolatility;
import marketlab.option.OptionChainGenerator;
import marketlab.option.OptionColumns;
import marketlab.peer.Python;

/**
 * Prices, greeks and implied volatilities against numpy with scipy, and QuantLib from Python; and a year of daily chains
 * of four expiries and 41 strikes or more.
 */
class ChainBench {

    static final String DESCRIPTION =
            "option chains and implied volatility against scipy and QuantLib, and panels of a year";

    private static final int ROWS = 1_000_000;
    private static final double PANEL_SECONDS = 0.5;
    private static final List<String> PANEL_MODELS = List.of("gbm", "garch", "heston");
    private static final int FEW = 20_000;

    private static final String SCIPY = """
        import sys, time
        import numpy as np
        from scipy.special import ndtr

        def chain(rows):
            s, r, q = 24000.0, 0.065, 0.012
            k = 12000 + 24000 * (np.arange(rows) % 1000) / 1000
            t = (1 + np.arange(rows) // 1000) / 365
            v = 0.14
            root = np.sqrt(t)
            d1 = (np.log(s / k) + (r - q + 0.5 * v * v) * t) / (v * root)
            d2 = d1 - v * root
            fq, kr = s * np.exp(-q * t), k * np.exp(-r * t)
            n1, n2, m1, m2 = ndtr(d1), ndtr(d2), ndtr(-d1), ndtr(-d2)
            density = np.exp(-0.5 * d1 * d1) / np.sqrt(2 * np.pi)
            decay = -0.5 * fq * density * v / root
            return (fq * n1 - kr * n2, kr * m2 - fq * m1, fq / s * n1, -fq / s * m1,
                    fq / s * density / (s * v * root), fq * density * root,
                    decay - r * kr * n2 + q * fq * n1, decay + r * kr * m2 - q * fq * m1,
                    t * kr * n2, -t * kr * m2)

        rows = int(sys.argv[1])
        chain(rows)
        start = time.perf_counter()
        chain(rows)
        print(time.perf_counter() - start)
        """;

    private static final String QUANTLIB = """
        import math, sys, time
        import QuantLib as ql
        rows = int(sys.argv[2])
        s, r, q, v = 24000.0, 0.065, 0.012, 0.14

        def chain():
            for i in range(rows):
                k, t = 12000 + 24.0 * (i % 1000), (1 + i // 1000) / 365
                for side in (ql.Option.Call, ql.Option.Put):
                    c = ql.BlackCalculator(ql.PlainVanillaPayoff(side, k), s * math.exp((r - q) * t),
                                           v * math.sqrt(t), math.exp(-r * t))
                    c.value(), c.delta(s), c.gamma(s), c.theta(s, t), c.vega(t), c.rho(t)

        today = ql.Date(1, 1, 2024)
        ql.Settings.instance().evaluationDate = today
        day = ql.Actual365Fixed()
        curve = lambda x: ql.YieldTermStructureHandle(ql.FlatForward(today, x, day))
        process = ql.BlackScholesMertonProcess(
            ql.QuoteHandle(ql.SimpleQuote(s)), curve(q), curve(r),
            ql.BlackVolTermStructureHandle(ql.BlackConstantVol(today, ql.NullCalendar(), v, day)))

        def implied():
            option = ql.VanillaOption(ql.PlainVanillaPayoff(ql.Option.Call, 25000.0), ql.EuropeanExercise(today + 30))
            option.setPricingEngine(ql.AnalyticEuropeanEngine(process))
            price = option.NPV()
            for _ in range(rows):
                option.impliedVolatility(price, process, 1e-12, 1000)

        start = time.perf_counter()
        chain() if sys.argv[1] == 'chain' else implied()
        print(time.perf_counter() - start)
        """;

    private ChainBench() {}

    static void run(PrintStream out) {
        Python scipy = Python.with(List.of("numpy", "scipy"));
        Python quantLib = Python.with(List.of("QuantLib"));
        PeerComparison.heading(out, "peer");
        PeerComparison.of("chain, rows, scipy", ROWS)
                .ours(() -> chain(ROWS))
                .peer(() -> Double.parseDouble(scipy.run(SCIPY, ROWS).strip()))
                .print(out, 3);
        PeerComparison.of("chain, rows, QuantLib", ROWS)
                .ours(() -> chain(ROWS))
                .peer(() ->
                        Double.parseDouble(quantLib.run(QUANTLIB, "chain", FEW).strip()) * ROWS / FEW)
                .print(out, 300);
        for (int rows : new int[] {10_000, 1_000_000, 10_000_000}) {
            PeerComparison.of(String.format(Locale.ROOT, "chain, %.0e rows", (double) rows), rows)
                    .ours(() -> chain(rows))
                    .print(out);
        }
        PeerComparison.of("implied volatility, QuantLib", ROWS)
                .ours(() -> implied(ROWS))
                .peer(() -> Double.parseDouble(
                                quantLib.run(QUANTLIB, "implied", FEW).strip())
                        * ROWS
                        / FEW)
                .print(out, 3);
        for (String model : PANEL_MODELS) {
            panel(out, model);
        }
    }

    /** A year of daily chains along a path of this model. */
    private static void panel(PrintStream out, String model) {
        Dataset path = IndexDataGenerator.of("nifty")
                .model(model)
                .days(Market.SESSIONS_PER_YEAR)
                .end(LocalDate.of(2026, 1, 30))
                .seed(1)
                .generate();
        OptionChainGenerator panel =
                OptionChainGenerator.of("nifty").expiries(4).strikes(41).seed(1).along(path);
        PeerComparison.of(
                        "panel of a year, " + model,
                        panel.generatePanel().table().rowCount())
                .ours(panel::generatePanel)
                .printSeconds(out, PANEL_SECONDS);
    }

    private static OptionColumns chain(int rows) {
        double[] strikes =
                IntStream.range(0, 1_000).mapToDouble(i -> 12_000 + 24.0 * i).toArray();
        double[] years = IntStream.range(0, rows / strikes.length)
                .mapToDouble(day -> (1 + day) / 365.0)
                .toArray();
        return BlackScholes.of(24_000, strikes, 0.065, 0.012, 0.14, years);
    }

    private static double implied(int rows) {
        double price =
                BlackScholes.of(24_000, 25_000, 0.065, 0.012, 0.14, 30 / 365.0).callPrice();
        return IntStream.range(0, rows)
                .parallel()
                .mapToDouble(
                        i -> ImpliedVolatility.ofCall(price * (1 + i * 1e-7), 24_000, 25_000, 0.065, 0.012, 30 / 365.0)
                                .value())
                .sum();
    }
}
