///usr/bin/env jbang "$0" "$@" ; exit $?
// Writes the lists of source files in lib/kit.java and the scripts anew, sorted. JBang finds no files by pattern when it runs
// us from a URL, so each is listed. The line above a list says which files are in it.

//COMPILE_OPTIONS --release 17 -encoding UTF-8

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class sources {
    private static final String USAGE =
            "mlab sources    writes the //SOURCES and //FILES lists of lib/kit.java and scripts/*.java";
    private static final Pattern RULE = Pattern.compile("// Written by mlab sources: (\\S+)");
    private static final Pattern LISTED = Pattern.compile("//(SOURCES|FILES) .*");
    private static final String RESOURCES = "src/main/resources/";

    public static void main(String... args) throws IOException {
        if (args.length > 0) {
            boolean asked = List.of("-h", "--help").contains(args[0]);
            (asked ? System.out : System.err).println(asked ? USAGE : "unknown argument " + args[0] + ": " + USAGE);
            System.exit(asked ? 0 : 2);
        }
        String launcher = System.getenv("MARKETLAB_LAUNCHER");
        Path root =
                launcher == null ? Path.of("") : Path.of(launcher).getParent().getParent();
        for (String folder : List.of("lib", "scripts")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                for (Path script : files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    rewrite(script);
                }
            }
        }
    }

    private static void rewrite(Path script) throws IOException {
        List<String> before = Files.readAllLines(script);
        List<String> after = new ArrayList<>();
        boolean isInList = false;
        for (String line : before) {
            isInList &= LISTED.matcher(line).matches();
            if (!isInList) {
                after.add(line);
            }
            Matcher rule = RULE.matcher(line);
            if (rule.matches()) {
                isInList = true;
                after.addAll(list(script.getParent(), rule.group(1)));
            }
        }
        if (!after.equals(before)) {
            Files.write(script, after);
            System.out.println(script);
        }
    }

    private static List<String> list(Path folder, String glob) throws IOException {
        PathMatcher wanted = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(folder.resolve("src/main"))) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(wanted::matches)
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .map(file -> file.startsWith(RESOURCES)
                            ? "//FILES " + file.substring(RESOURCES.length()) + "=" + file
                            : "//SOURCES " + file)
                    .toList();
        }
    }
}
