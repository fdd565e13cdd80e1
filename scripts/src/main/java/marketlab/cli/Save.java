package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import marketlab.dataset.BarChecks;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.Provenance;
import marketlab.dataset.SafeText;
import marketlab.kit.ProgressBar;
import marketlab.pickle.PandasPickle;
import marketlab.regenerate.Regeneration;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "save",
        mixinStandardHelpOptions = true,
        description = "Saves your own CSV files or pandas pickles to the storage, and prints the full path of each.",
        footer = {
            "",
            "Example: mlab save spx.csv index/spx/history --params daily",
            "Example: mlab save downloads/ index/nse/history --dry-run"
        })
final class Save implements Callable<Integer> {

    private static final String SOURCE = "source";

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Mixin
    CsvOptions csv;

    @Mixin
    FrameOptions frame;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description =
                    "A .csv, .tsv or .txt file, also .gz .bz2 .xz .zst .zip, or a pandas .pkl file; - for CSV from"
                            + " stdin; or a folder of such files. More may follow.")
    Path file;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "DIR",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description = "At the end: [vN/]DATA_TYPE/MARKET/MODEL, such as index/spx/history.")
    List<String> rest;

    @Option(
            names = "--params",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "Words joined by _, which become part of the file name. Of several files each name is added.")
    String params;

    @Option(names = "--dry-run", description = "Show how the file is understood and what would be saved; save nothing.")
    boolean dryRun;

    @Override
    public Integer call() throws IOException {
        String directory = rest.get(rest.size() - 1);
        List<Path> named = new ArrayList<>(List.of(file));
        rest.subList(0, rest.size() - 1).forEach(name -> named.add(Path.of(name)));
        if (named.size() == 1 && !Files.isDirectory(file)) {
            spec.commandLine().getOut().println(saved(file, directory, params));
            return 0;
        }
        Consumer<String> told = line -> spec.commandLine().getErr().println(SafeText.escaped(line));
        return saved(DataFiles.of(named, told), directory);
    }

    /** Saves a dataset of each file; a file that cannot be read is reported, and does not keep the others from it. */
    private int saved(List<Path> files, String directory) {
        Map<Path, String> refused = new LinkedHashMap<>();
        try (ProgressBar bar = Terminal.bar("files", files.size())) {
            for (int i = 0; i < files.size(); i++) {
                try {
                    spec.commandLine().getOut().println(saved(files.get(i), directory, words(files.get(i))));
                    spec.commandLine().getOut().flush();
                } catch (IOException | IllegalArgumentException e) {
                    refused.put(files.get(i), Errors.line(e));
                }
                bar.accept(i + 1);
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        refused.values().forEach(err::println);
        err.printf("%s %s, %s refused%n", files.size() - refused.size(), dryRun ? "read" : "saved", refused.size());
        return refused.isEmpty() ? 0 : Errors.FAILED;
    }

    private String words(Path one) {
        String word = DataFiles.word(one);
        return params.isEmpty() || word.isEmpty() ? params + word : params + "_" + word;
    }

    /** Saves the dataset of a file, and gives its place; in a dry run, what would be saved. */
    private String saved(Path one, String directory, String words) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Dataset keyed = frame.keyed(one.toString(), err);
        Dataset data = frame.chosen(keyed == null ? csv.read(one.toString(), err) : keyed);
        BarChecks.of(data).forEach(odd -> err.printf("warning: [%s] %s%n", one, odd));
        if (dryRun) {
            return DryRun.of(data.with(complete(one, data.metadata()).withName(storage.newPathOf(directory), words)));
        }
        try (Storage opened = storage.openNew(directory)) {
            Metadata named = complete(one, told(one, data, opened)).withName(storage.newPathOf(directory), words);
            return opened.save(data.with(named));
        }
    }

    /** The metadata, with a note if marketlab generated the dataset and it was changed since. */
    private Metadata told(Path file, Dataset data, Storage opened) throws IOException {
        if (data.metadata().seed().isEmpty()) {
            return data.metadata();
        }
        Regeneration made = Regeneration.of(data, PandasPickle.describe(file), opened);
        if (made.outcome() != Regeneration.Outcome.DERIVED) {
            return data.metadata();
        }
        spec.commandLine()
                .getErr()
                .println(SafeText.escaped(
                        "[%s] saved as derived, because it was changed after marketlab generated it: %s"
                                .formatted(file, made.reason())));
        return data.metadata().with(Metadata.DERIVED, made.reason());
    }

    private static Metadata complete(Path file, Metadata metadata) {
        Metadata complete = Provenance.completed(metadata, Instant.now());
        return complete.text(SOURCE).isPresent()
                ? complete
                : complete.with(SOURCE, file.getFileName().toString());
    }
}
