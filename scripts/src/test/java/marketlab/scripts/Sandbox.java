package marketlab.scripts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketlab.peer.Await;
import marketlab.peer.Peer;
import marketlab.peer.Project;
import marketlab.peer.QuickJava;

/** A small project around the real launcher. Its verbs show what reached them: see {@link #PROGRAM}. */
final class Sandbox {
    static final String GREETING = "lib/src/main/java/small/Greeting.java";

    /** Prints what the library says, the working folder, the Java, each argument and the input, and returns 7. */
    static final String PROGRAM = """
        //DEPS ../lib/kit.java
        //COMPILE_OPTIONS --release 17
        //RUNTIME_OPTIONS -XX:+UseSerialGC -Dsandbox=on

        class marketlab {
            public static void main(String... args) throws Exception {
                var out = new java.io.PrintStream(System.out, true, "UTF-8");
                out.println(small.Greeting.text());
                out.println(System.getProperty("user.dir"));
                out.println(System.getProperty("java.home"));
                for (String arg : args) {
                    out.println("<" + arg + ">");
                }
                out.write(System.in.readAllBytes());
                out.flush();
                System.exit(7);
            }
        }
        """;

    final Path root;
    final Map<String, String> environment = new HashMap<>(System.getenv());

    record Result(int status, String out, String err) {}

    Sandbox(Path root, Path jbangHome) throws IOException {
        this.root = root;
        environment.put("JBANG_DIR", jbangHome.toString());
        QuickJava.in(environment);
        environment.put("CI", "true"); // or an archive would be made in the background, in folders about to be deleted
        environment.keySet().removeAll(List.of("JBANG_CACHE_DIR", "JBANG_CACHE_DIR_JARS"));
        write("lib/kit.java", "//SOURCES src/main/java/small/Greeting.java\nclass kit {}\n");
        write(GREETING, greeting("String", "\"hello\""));
        write("scripts/marketlab.java", PROGRAM);
        write("jbang-catalog.json", "{}");
        for (String file : List.of("scripts/mlab", "lib/jars.sha256")) {
            Files.copy(Project.root().resolve(file), root.resolve(file));
        }
        copyToScripts("src/main/java/marketlab/build");
    }

    /** Copies files, or the files of folders, from the scripts of the real project. */
    void copyToScripts(String... names) throws IOException {
        for (String name : names) {
            Path scripts = Project.root().resolve("scripts");
            try (Stream<Path> files = Files.walk(scripts.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    write("scripts/" + scripts.relativize(file), Files.readString(file));
                }
            }
        }
    }

    /** The jar of the JBang that the launcher brings, kept from one run of the tests to the next. */
    static synchronized Path jbang() throws Exception {
        Path home = Project.cache("jbang");
        Path jar = jar(home);
        return jar != null
                ? jar
                : bringJBang(Files.createTempDirectory("marketlab").resolve("project"), home);
    }

    private static Path jar(Path jbangHome) throws IOException {
        Path folder = Files.createDirectories(jbangHome.resolve("cache/mlab"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Lets the launcher of a new project bring JBang, and returns its jar. */
    static Path bringJBang(Path root, Path jbangHome) throws Exception {
        return bringJBang(root, jbangHome, Map.of());
    }

    /** The same with these environment variables. */
    static Path bringJBang(Path root, Path jbangHome, Map<String, String> environment) throws Exception {
        Sandbox project = new Sandbox(root, jbangHome);
        project.environment.putAll(environment);
        List<String> path = new ArrayList<>(List.of(System.getenv("PATH").split(":")));
        path.removeIf(folder -> Files.exists(Path.of(folder, "jbang")));
        if (path.stream().noneMatch(folder -> Files.exists(Path.of(folder, "mvn")))) {
            Peer.missing("there is no mvn to bring JBang");
        }
        Result result = project.with("PATH", String.join(":", path)).mlab();
        if (result.status != 7) {
            throw new AssertionError(result.err);
        }
        return jar(jbangHome);
    }

    /** Source of the library's class whose text() has this type and value. */
    static String greeting(String type, String value) {
        return "package small; public class Greeting { public static " + type + " text() { return " + value + "; } }";
    }

    private Sandbox(Sandbox other) {
        root = other.root;
        environment.clear();
        environment.putAll(other.environment);
    }

    /** The same project with one more environment variable. */
    Sandbox with(String name, String value) {
        Sandbox copy = new Sandbox(this);
        copy.environment.put(name, value);
        return copy;
    }

    Path write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    static Path tool(Path folder, String name, String script) throws IOException {
        Files.createDirectories(folder);
        Path tool = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\n" + script + "\n");
        tool.toFile().setExecutable(true);
        return tool;
    }

    Result mlab(String... arguments) throws Exception {
        return run(root, root.resolve("scripts/mlab"), "", arguments);
    }

    Result run(Path folder, Path program, String input, String... arguments) throws Exception {
        Process process = start(folder, program, arguments);
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes("UTF-8"));
        }
        return finish(process);
    }

    Process start(Path folder, Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What a process said, which must be little, and how it ended. */
    static Result finish(Process process) throws Exception {
        return new Result(
                Await.exit(process),
                new String(process.getInputStream().readAllBytes(), "UTF-8"),
                QuickJava.withoutNotice(new String(process.getErrorStream().readAllBytes(), "UTF-8")));
    }
}
