package marketlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import marketlab.dataset.BarChecks;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.Provenance;
import marketlab.dataset.SafeText;
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
        description = "Saves your own CSV file or pandas pickle to the storage, and prints its full path.",
        footer = {"", "Example: mlab save spx.csv index/spx/history --params daily"})
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
            description = "A .csv file with a date column, or a pandas .pkl file.")
    Path file;

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            completionCandidates = Candidates.Datasets.class,
            description = "[vN/]DATA_TYPE/MARKET/MODEL, such as index/spx/history.")
    String directory;

    @Option(
            names = "--params",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "Words joined by _, which become part of the file name.")
    String params;

    @Override
    public Integer call() throws IOException {
        Dataset keyed = frame.keyed(file.toString(), spec.commandLine().getErr());
        Dataset data = frame.chosen(
                keyed == null ? csv.read(file.toString(), spec.commandLine().getErr()) : keyed);
        BarChecks.of(data).forEach(odd -> spec.commandLine().getErr().printf("warning: [%s] %s%n", file, odd));
        try (Storage opened = storage.openNew(directory)) {
            Metadata named = complete(told(data, opened)).withName(storage.newPathOf(directory), params);
            spec.commandLine().getOut().println(opened.save(data.with(named)));
        }
        return 0;
    }

    /** The metadata, with a note if marketlab generated the dataset and it was changed since. */
    private Metadata told(Dataset data, Storage opened) throws IOException {
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

    private Metadata complete(Metadata metadata) {
        Metadata complete = Provenance.completed(metadata, Instant.now());
        return complete.text(SOURCE).isPresent()
                ? complete
                : complete.with(SOURCE, file.getFileName().toString());
    }
}
