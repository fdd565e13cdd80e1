package marketlab.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        description = "Lists the old datasets of a directory, and with --yes removes them; never a model's newest.",
        footer = {"", "Example: mlab prune index/nifty --keep 10"})
final class Prune implements Callable<Integer> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dh])");

    static final class Which {
        @Option(names = "--keep", paramLabel = "N", description = "All but the newest N of each model.")
        Integer keep;

        @Option(names = "--older-than", paramLabel = "AGE", description = "All older than this: 90d, 12h.")
        String age;
    }

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Parameters(paramLabel = "DIR", description = "Directory; its model folders are pruned each for itself.")
    String directory;

    @ArgGroup(multiplicity = "1")
    Which which;

    @Option(names = "--yes", description = "Remove them, for good.")
    boolean yes;

    @Override
    public Integer call() {
        try (Storage opened = storage.open()) {
            String inside = opened.pathOf(directory);
            List<String> old = which.keep == null
                    ? opened.prunable(inside, 1, Instant.now().minus(age(which.age)))
                    : opened.prunable(inside, which.keep, Instant.MAX);
            for (String path : old) {
                if (yes) {
                    opened.delete(path);
                }
                spec.commandLine().getOut().println(opened.place(path));
            }
            spec.commandLine().getErr().printf(
                    yes ? "%d removed%n" : "%d would be removed; say --yes to remove them%n", old.size());
            return 0;
        }
    }

    private static Duration age(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            throw new IllegalArgumentException("--older-than takes an age like 90d or 12h, got '%s'".formatted(text));
        }
        long number = Long.parseLong(age.group(1));
        return age.group(2).equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
    }
}
