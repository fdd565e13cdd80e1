package marketlab.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import marketlab.kit.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = "A JShell prompt with the kit's words; or runs code, given or piped, up to its first error.",
        footer = {
            "",
            "Code prints the value of each expression; /exit N ends it with that exit code.",
            "Example: mlab shell -e 'latest(\"index/nifty\").table().summary()'"
        })
public final class Shell implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Option(names = {"-e", "--eval"}, paramLabel = "CODE", description = "Run this and print what it gives, instead of asking.")
    String code;

    @Option(names = {"-i", "--interactive"}, description = "Ask even if the input is no terminal.")
    boolean ask;

    @Override
    public Integer call() throws Exception {
        if (storage.address != null) {
            Lab.use(storage.address);
        }
        storage.hint();
        marketlab.kit.ProgressBar.showOn(() -> System.err);
        if (code == null && (ask || Terminal.isThere())) {
            return new Prompt(storage.config()).run();
        }
        String text = code == null ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : code;
        return new Snippets(spec.commandLine().getOut(), spec.commandLine().getErr()).run(text);
    }
}
