package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import marketlab.csv.Csv;
import marketlab.dataset.Dataset;
import marketlab.kit.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Converts a dataset or a file to a .csv, .csv.gz, .json or .pkl file outside the storage. Never"
                + " overwrites a file.",
        footer = {"", "Example: mlab convert prices.pkl prices.csv"})
final class Convert implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    CsvOptions csv;

    @Mixin
    FrameOptions frame;

    @Mixin
    StorageOption storage;

    @Parameters(
            index = "0",
            paramLabel = "IN",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description = "A dataset's path in the storage, or a .csv or .pkl file.")
    String in;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The new .csv, .csv.gz, .json or .pkl file. It must not exist yet.")
    String out;

    @Option(
            names = "--spreadsheet-safe",
            description = "For a .csv file: put an apostrophe before text that a spreadsheet would run as a formula.")
    boolean spreadsheetSafe;

    @Override
    public Integer call() throws IOException {
        if (spreadsheetSafe && !out.toLowerCase(Locale.ROOT).matches("(?s).*\\.csv(\\.gz)?")) {
            throw new ParameterException(spec.commandLine(), "--spreadsheet-safe needs an OUT that ends with .csv");
        }
        Dataset data =
                frame.chosen(DatasetArgument.load(storage, in, this::read).content());
        Lab.write(spreadsheetSafe ? Csv.safeForSpreadsheets(data) : data, out);
        spec.commandLine().getOut().println(out);
        return 0;
    }

    private Dataset read(String file) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Dataset keyed = frame.keyed(file, err);
        return keyed == null ? csv.read(file, err) : keyed;
    }
}
