package marketlab.cli;

import java.io.File;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script that makes bash or zsh complete verbs and options of mlab.",
        footer = {"", "Example: mlab completion >mlab.sh; source mlab.sh"})
final class Completion implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine all = Mlab.withAllVerbs();
        CommandSpec run = CommandSpec.create().addPositional(PositionalParamSpec.builder().type(File.class).build());
        all.addSubcommand("run", run).addSubcommand("test", CommandSpec.create()).addSubcommand("bench", CommandSpec.create());
        all.addSubcommand("spark", CommandSpec.create());
        spec.commandLine().getOut().print(AutoComplete.bash("mlab", all));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
