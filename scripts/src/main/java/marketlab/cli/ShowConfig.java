package marketlab.cli;

import java.util.concurrent.Callable;
import marketlab.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Shows every setting, its value, and where it comes from: flag, environment, file or default.",
        footer = {"", "Example: mlab config --storage gs://my-bucket"})
final class ShowConfig implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Override
    public Integer call() {
        String format = "%-30s %-30s %s%n";
        spec.commandLine().getOut().printf(format, "setting", "value", "from");
        for (Setting setting : storage.config().settings()) {
            String value = setting.value().isEmpty() ? "(not set)" : setting.shown();
            spec.commandLine().getOut().printf(format, setting.key(), value, setting.origin());
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
