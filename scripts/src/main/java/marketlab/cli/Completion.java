package marketlab.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/**
 * Picocli writes the script. For dataset names, the script calls functions of completion.sh, which look in the storage.
 */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script that makes bash or zsh complete the verbs, options and values of mlab.",
        footer = {"", "Example: mlab completion >mlab.sh; source mlab.sh"})
final class Completion implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine all = Mlab.withAllVerbs();
        CommandSpec run = CommandSpec.create()
                .addPositional(PositionalParamSpec.builder().type(File.class).build());
        all.addSubcommand("run", run);
        for (String verb : List.of("spark", "test", "bench", "format", "sources", "ide", "sums")) {
            all.addSubcommand(verb, CommandSpec.create());
        }
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("mlab", all)
                        .replace("(\"" + Candidates.Datasets.MARK + "\")", "($(_mlab_datasets))")
                        .replace("(\"" + Candidates.DatasetsAndFiles.MARK + "\")", "($(_mlab_datasets_and_files))"));
        spec.commandLine().getOut().print(functions());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String functions() throws IOException {
        try (InputStream file = Completion.class.getResourceAsStream("/completion.sh")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
