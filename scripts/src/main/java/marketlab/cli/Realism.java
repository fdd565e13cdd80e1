package marketlab.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.dataset.StylizedFacts;
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
        footer = {"", "Example: mlab realism index/spx/garch --latest --against spx.csv"})
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

    @Override
    public Integer call() throws IOException {
        DatasetArgument.Found<Dataset> found = dataset.load();
        StylizedFacts facts = facts(found.place(), found.content());
        String table = against == null ? facts.toString() : facts.against(facts(against, other()));
        spec.commandLine().getOut().println(table);
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
