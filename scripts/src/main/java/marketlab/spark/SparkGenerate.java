package marketlab.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import marketlab.cli.StorageOption;
import marketlab.cli.Terminal;
import marketlab.kit.ProgressBar;
import marketlab.start.FastStart;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Generates and saves every dataset of a grid, and prints the full path of the dataset that lists them.",
        footer = {
            "",
            "Run again, it generates what is missing, and checks that the rest is what the grid generates.",
            "grid.json: {\"as_of\": \"2026-01-30T10:00:00Z\",",
            "  \"models\": {\"gbm\": {}, \"heston\": {\"kappa\": [1, 2]}}, \"seeds\": \"1..99\", \"days\": 252}",
            "and markets, params, paths, interval, spot, end as in: mlab generate index --help",
            "Example: mlab spark generate --grid grid.json --master local[*]"
        })
final class SparkGenerate implements Callable<Integer> {

    private static final int MOST_TOLD = 5;

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Mixin
    ClusterOption cluster;

    @Option(names = "--grid", paramLabel = "FILE", required = true, description = "The grid, a JSON file.")
    Path file;

    @Override
    public Integer call() throws Exception {
        FastStart.loadTablesaw();
        PrintWriter err = spec.commandLine().getErr();
        Grid grid = GridFile.read(file);
        try (Storage opened = storage.open()) {
            List<Outcome> outcomes = outcomes(grid, Stores.address(opened.root()));
            List<String> problems = outcomes.stream()
                    .map(Outcome::problem)
                    .filter(Objects::nonNull)
                    .toList();
            long made = outcomes.stream().filter(Outcome::made).count();
            problems.stream().limit(MOST_TOLD).forEach(problem -> err.println("mlab: " + problem));
            if (problems.size() > MOST_TOLD) {
                err.printf("mlab: and %s more errors like these%n", problems.size() - MOST_TOLD);
            }
            err.printf(
                    "%s generated, %s already there and the same, %s failed%n",
                    made, outcomes.size() - made - problems.size(), problems.size());
            if (!problems.isEmpty()) {
                return 1;
            }
            spec.commandLine().getOut().println(new Manifest(grid, outcomes).save(opened));
            return 0;
        }
    }

    private List<Outcome> outcomes(Grid grid, String address) throws IOException {
        try (ProgressBar bar = Terminal.bar("datasets", grid.size())) {
            return GridJob.run(grid, cluster.conf(), address, bar);
        }
    }
}
