package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.dataset.TableText;
import marketlab.index.IndexDataGenerator;
import marketlab.option.OptionChainGenerator;
import marketlab.plot.Page;
import marketlab.plot.Plots;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Runs a complete example: generates an index and an option chain, saves them, finds the latest, loads"
                        + " and plots.",
        footer = {"", "Example: mlab demo --storage local:./data"})
final class Demo implements Callable<Integer> {

    private static final long SEED = 22;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 30);
    private static final int ROWS = 6;

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter talk = spec.commandLine().getErr();
        try (Storage opened = storage.open()) {
            talk.println(
                    "A year of the Nifty, bullish and volatile, and its option chain at the last close, at the same"
                            + " volatility:");
            Dataset index = IndexDataGenerator.of("nifty")
                    .params("bullish_high_vol")
                    .end(LAST_DAY)
                    .seed(SEED)
                    .generate();
            out.println(opened.save(index));
            Dataset chain = OptionChainGenerator.of("nifty")
                    .along(index)
                    .surface("index_skew")
                    .params("weekly_expiry")
                    .seed(SEED)
                    .generate();
            out.println(opened.save(chain));

            talk.println("The latest bullish index, found and loaded:");
            Dataset back = opened.load(opened.latest("index/nifty/gbm", "bullish"));
            out.println(TableText.of(back, ROWS));

            talk.println("Both as plots; open them in a browser:");
            out.println(plot(back, "nifty-index.html"));
            out.println(plot(opened.load(opened.latest("option_chain/nifty")), "nifty-chain.html"));
        }
        return 0;
    }

    private static Path plot(Dataset data, String file) throws IOException {
        Path page = Path.of(file);
        Page.of(Plots.of(data)).write(page);
        return page;
    }
}
