package marketlab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "mlab", mixinStandardHelpOptions = true, subcommands = Main.Config.class)
public class Main implements Runnable {

    public static int run(String... args) {
        return new CommandLine(new Main()).execute(args);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    @Command(name = "config", mixinStandardHelpOptions = true, description = "Shows its arguments.")
    static class Config implements Callable<Integer> {
        @Parameters(arity = "0..*")
        String[] names = {};

        @Override
        public Integer call() {
            System.out.println(String.join("|", names));
            return 0;
        }
    }
}
