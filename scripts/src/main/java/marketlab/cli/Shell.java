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
        description = "A JShell prompt with the kit's words; or runs code, given or piped, up to its first error.",
        footer = {
            "",
            "Code prints the value of each expression; /exit N ends it with that exit code.",
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
            description = "Run this and print what it gives, instead of asking.")
    String code;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Run this file, as a .jsh script, instead of asking.")
    Path file;

    @Parameters(index = "1..*", paramLabel = "ARGS", description = "What the file has as args, an array of strings.")
    List<String> arguments = List.of();

    @Option(
            names = {"-i", "--interactive"},
            description = "Ask even if the input is no terminal.")
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
