///usr/bin/env jbang "$0" "$@" ; exit $?
// Draws the pictures of the README into a folder, by an installed Chromium: jbang scripts/pictures.java notebooks/pictures

//DEPS ../lib/kit.java
//COMPILE_OPTIONS --release 17 -encoding UTF-8

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import marketlab.csv.Csv;
import marketlab.dataset.Dataset;
import marketlab.index.Calibration;
import marketlab.index.IndexDataGenerator;
import marketlab.option.OptionChainGenerator;
import marketlab.plot.ChainPlots;
import marketlab.plot.Page;
import marketlab.plot.PathPlots;
import marketlab.plot.PricePlots;
import marketlab.plot.Theme;
import tech.tablesaw.plotly.components.Figure;

class pictures {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 30);
    private static final long SEED = 42;
    private static final long SEED_OF_THE_DEMO = 22;

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "notebooks/pictures" : args[0]);
        IndexDataGenerator nifty = IndexDataGenerator.of("nifty").end(LAST_DAY).seed(SEED);
        Dataset index = nifty.params("bullish_high_vol").seed(SEED_OF_THE_DEMO).generate();
        Dataset chain = OptionChainGenerator.of("nifty")
                .along(index)
                .surface("index_skew")
                .params("weekly_expiry")
                .seed(SEED_OF_THE_DEMO)
                .generate();
        draw(folder.resolve("nifty-index.png"), Theme.LIGHT, PricePlots.candlestick(index));
        draw(folder.resolve("nifty-smile.png"), Theme.DARK, ChainPlots.smile(chain));
        draw(
                folder.resolve("nifty-payoff.png"),
                Theme.LIGHT,
                ChainPlots.payoff(chain, "+1 call 30700", "-1 call 31700"));
        draw(
                folder.resolve("nifty-fan.png"),
                Theme.LIGHT,
                PathPlots.fan(nifty.model("heston").paths(1_000).generateWide(), 5));
        Dataset real = Csv.read(Path.of("lib/src/test/resources/marketlab/dataset/sp500-2000.csv"));
        Dataset simulated = IndexDataGenerator.of("spx")
                .model(Calibration.fit("garch", real).model())
                .end(LocalDate.of(2000, 12, 29))
                .seed(SEED)
                .generate();
        draw(
                folder.resolve("spx-compare.png"),
                Theme.DARK,
                PricePlots.compare(real.with(real.metadata().withName("index/spx/history", "")), simulated));
    }

    private static void draw(Path picture, Theme theme, Figure figure) throws IOException {
        System.out.println(Page.of(figure).theme(theme).write(picture));
    }
}
