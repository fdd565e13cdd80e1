package marketlab.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import marketlab.dataset.Csv;
import marketlab.dataset.Dataset;
import marketlab.pickle.PandasPickle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Converts a pandas pickle to CSV or a CSV to a pickle, outside of any storage; never over a file.",
        footer = {"", "Example: mlab convert prices.pkl prices.csv"})
final class Convert implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "IN", description = "A .csv or .pkl file.")
    Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "A .csv or .pkl file that is not there yet.")
    Path out;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new FileAlreadyExistsException("[" + out + "] is there already; choose another name");
        }
        Dataset data = Source.read(in);
        Path draft = out.resolveSibling(".draft-" + UUID.randomUUID() + "-" + out.getFileName());
        try {
            write(data, draft);
            Files.move(draft, out);
        } finally {
            Files.deleteIfExists(draft);
        }
        spec.commandLine().getOut().println(out);
        return 0;
    }

    private void write(Dataset data, Path draft) throws IOException {
        if (isCsv(out)) {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                Csv.write(data, writer);
            }
        } else {
            PandasPickle.write(data, draft);
        }
    }

    private static boolean isCsv(Path file) {
        return file.toString().toLowerCase().endsWith(".csv");
    }
}
