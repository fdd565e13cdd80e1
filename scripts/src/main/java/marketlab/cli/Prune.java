package marketlab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.dataset.SafeText;
import marketlab.storage.Storage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description =
                "Lists the old datasets of a directory; with --yes, removes them. Always keeps the newest undamaged"
                        + " dataset of each model.",
        footer = {"", "Example: mlab prune index/nifty --keep 10"})
final class Prune implements Callable<Integer> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dh])");

    static final class Which {
        @Option(
                names = "--keep",
                paramLabel = "N",
                description = "All but the newest N undamaged datasets of each model.")
        Integer keep;

        @Option(names = "--older-than", paramLabel = "AGE", description = "All that are older than this: 90d, 12h.")
        String age;
    }

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Parameters(
            paramLabel = "DIR",
            completionCandidates = Candidates.Datasets.class,
            description = "Directory. Each model folder in it is pruned separately.")
    String directory;

    @ArgGroup(multiplicity = "1")
    Which which;

    @Option(names = "--yes", description = "Remove them permanently.")
    boolean yes;

    @Override
    public Integer call() {
        try (Storage opened = storage.open(directory)) {
            String inside = storage.pathOf(directory);
            BiConsumer<String, String> notCounted = (path, reason) -> err().println(SafeText.escaped(
                    "[" + opened.place(path) + "] kept, and not counted as one of the newest: " + reason));
            List<String> old = which.keep == null
                    ? opened.prunable(inside, 1, Instant.now().minus(age(which.age)), notCounted)
                    : opened.prunable(inside, which.keep, Instant.MAX, notCounted);
            if (yes) {
                return remove(opened, old);
            }
            old.forEach(path -> spec.commandLine().getOut().println(opened.place(path)));
            err().println(old.size() + " would be removed; add --yes to remove them");
            return 0;
        }
    }

    private int remove(Storage opened, List<String> old) {
        List<String> removed = new ArrayList<>();
        try {
            opened.delete(
                    old,
                    path -> {
                        removed.add(path);
                        spec.commandLine().getOut().println(opened.place(path));
                    },
                    (path, problem) -> err().println(problem));
        } finally {
            int left = old.size() - removed.size();
            err().println(removed.size() + " removed" + (left == 0 ? "" : ", " + left + " not confirmed as removed"));
        }
        return removed.size() == old.size() ? 0 : 1;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private static Duration age(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            throw new IllegalArgumentException(
                    "--older-than needs an age such as 90d or 12h, got '%s'".formatted(text));
        }
        long number = Long.parseLong(age.group(1));
        return age.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }
}
