package marketlab.build;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The part of the launcher that runs when a build is to be made, or for a script of the user's own. It is compiled and used
 * before any jar is there, so it needs the JDK alone.
 *
 * <p>Bash starts the programs themselves, so that they have the terminal and the process of the launcher. Therefore, this
 * prints a command line for bash and ends with {@link #EXECUTE}, as JBang does.
 */
final class Launcher {
    private static final int EXECUTE = 255;

    private Launcher() {}

    /** Arguments: what to do, the four folders of {@link LauncherFolders}, and what it is to be done with. */
    public static void main(String... args) throws InterruptedException {
        LauncherFolders folders =
                new LauncherFolders(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), Path.of(args[4]));
        List<String> rest = Arrays.asList(args).subList(5, args.length);
        try {
            System.exit(
                    switch (args[0]) {
                        case "check" -> new ScriptBuild(folders, rest.get(0)).check();
                        case "build" -> new ScriptBuild(folders, rest.get(0)).make();
                        case "run" -> new OwnScript(folders, rest.get(0)).run(rest.subList(1, rest.size()));
                        case "jbang" -> JBang.find(folders).call(InitArguments.complete(rest, folders.project()));
                        default -> throw new IllegalArgumentException(args[0]);
                    });
        } catch (IOException e) {
            System.err.println("mlab: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Lets bash execute this command. */
    static int execute(List<String> command) {
        new PrintStream(System.out, true, ShellWords.ENCODING).println(ShellWords.quote(command));
        return EXECUTE;
    }
}
