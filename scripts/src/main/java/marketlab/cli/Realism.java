package marketlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.dataset.StylizedFacts;
import marketlab.plot.Page;
import marketlab.plot.PricePlots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "realism",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the stylized facts of a price history with their standard errors: moments, tails, autocorrelations,"
                    + " leverage, range, volume and the worst drawdown.",
            "With --against, those of another history beside them, and each difference in standard errors. The errors"
                    + " of volatile histories come out too small: only a difference beyond 3 or -3 tells the two apart."
        },
        footer = {"", "Example: mlab realism index/spx/garch --latest --against spx.csv --out facts.html"})
final class Realism implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    DatasetArgument dataset;

    @Option(
            names = "--against",
            paramLabel = "NAME|FILE",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description = "Another price history to compare with, for example a real one.")
    String against;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also draw the facts as curves in this file: .html, or with an installed Chromium .png or"
                    + " .pdf.")
    Path out;

    @Override
    public Integer call() throws IOException {
        DatasetArgument.Found<Dataset> found = dataset.load();
        StylizedFacts facts = facts(found.place(), found.content());
        Dataset other = against == null ? null : other();
        String table = other == null ? facts.toString() : facts.against(facts(against, other));
        spec.commandLine().getOut().println(table);
        if (out != null) {
            Page.of(other == null ? PricePlots.realism(found.content()) : PricePlots.realism(found.content(), other))
                    .write(out);
            spec.commandLine().getErr().println("[" + out + "] the facts as curves");
        }
        return 0;
    }

    private Dataset other() throws IOException {
        return DatasetArgument.load(dataset.storage, against).content();
    }

    private StylizedFacts facts(String place, Dataset history) {
        try {
            StylizedFacts facts = StylizedFacts.of(history);
            FrameOptions.tell(place, facts.notes(), spec.commandLine().getErr());
            return facts;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("[" + place + "] " + e.getMessage(), e);
        }
    }
}
