package marketlab.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A script of the user's own. JBang runs it, except where JBang would not do what the user expects. */
final class OwnScript {
    private static final Pattern KIT_FROM_ANYWHERE = Pattern.compile("(?m)^//DEPS lib/kit\\.java *$");

    private final LauncherFolders folders;
    private final String script;

    OwnScript(LauncherFolders folders, String script) {
        this.folders = folders;
        this.script = script;
    }

    /**
     * Runs the script with these arguments.
     *
     * @throws IOException if JBang cannot be called, or the script cannot be built
     */
    int run(List<String> arguments) throws IOException, InterruptedException {
        JBang jbang = JBang.find(folders);
        if (lacksKit()) {
            return runWithoutJBang(jbang.in(folders.project()), arguments);
        }
        boolean losesArguments =
                arguments.stream().anyMatch(argument -> argument.isEmpty() || argument.startsWith("@"));
        if (losesArguments && script.endsWith(".java")) {
            return runWithoutJBang(jbang, arguments);
        }
        List<String> call = new ArrayList<>(List.of("run", script));
        for (String argument : arguments) {
            call.add(argument.startsWith("@") ? "@" + argument : argument); // else JBang reads arguments from this file
        }
        return jbang.call(call);
    }

    /** Whether it says {@code //DEPS lib/kit.java} where there is none. JBang would end with a NullPointerException. */
    private boolean lacksKit() throws IOException {
        Path file = Path.of(script);
        if (!script.endsWith(".java") || !Files.isRegularFile(file)) {
            return false;
        }
        String source = Files.readString(file, StandardCharsets.ISO_8859_1); // no bytes are malformed
        return KIT_FROM_ANYWHERE.matcher(source).find()
                && Files.notExists(file.resolveSibling("lib/kit.java"))
                && Files.notExists(Path.of("lib/kit.java"));
    }

    /** JBang would lose empty arguments. */
    private int runWithoutJBang(JBang jbang, List<String> arguments) throws IOException, InterruptedException {
        String file = Path.of(script).toAbsolutePath().normalize().toString();
        jbang.build(file);
        ScriptDescription description = jbang.describe(file);
        List<String> command = description.command(folders.java(), description.mainClass());
        command.addAll(arguments);
        return Launcher.execute(command);
    }
}
