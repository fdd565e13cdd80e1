package marketlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import marketlab.kit.Lab;
import marketlab.kit.ProgressBar;
import marketlab.shell.Prompt;
import marketlab.shell.Snippets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description =
                "Opens a JShell prompt with the kit's words. With --eval, a file or piped input, runs that code up to"
                        + " its first error.",
        footer = {
            "",
            "Code prints the value of each expression. /exit N ends it with exit code N.",
            "Example: mlab shell report.jsh",
            "Example: mlab shell -e 'latest(\"index/nifty\").table().summary()'"
        })
public final class Shell implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Option(
            names = {"-e", "--eval"},
            paramLabel = "CODE",
            description = "Run this code and print its values, without a prompt.")
    String code;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Run this file as a .jsh script, without a prompt.")
    Path file;

    @Parameters(index = "1..*", paramLabel = "ARGS", description = "The file gets these as args, an array of strings.")
    List<String> arguments = List.of();

    @Option(
            names = {"-i", "--interactive"},
            description = "Open the prompt even if the input is not a terminal.")
    boolean ask;

    @Override
    public Integer call() throws Exception {
        if (storage.address != null) {
            Lab.use(storage.address);
        }
        storage.hint();
        ProgressBar.showOn(Terminal::line);
        if (code == null && file == null && (ask || Terminal.isThere())) {
            return new Prompt(storage.config()).run();
        }
        return new Snippets(spec.commandLine().getOut(), spec.commandLine().getErr()).run(text(), arguments);
    }

    private String text() throws IOException {
        if (code != null && file != null) {
            throw new ParameterException(spec.commandLine(), "give either --eval or a file, not both");
        }
        if (file != null) {
            return Files.readString(file);
        }
        return code == null ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : code;
    }
}
