package marketlab.scripts;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static marketlab.scripts.Sandbox.GREETING;
import static marketlab.scripts.Sandbox.greeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import marketlab.peer.Await;
import marketlab.peer.Project;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold whenever somebody types mlab. */
@Tag("slow")
class LauncherTest {
    private static final String[] AWKWARD = {
        "",
        "two words",
        "it's",
        "say \"hi\"",
        "*",
        "$HOME",
        "`id`",
        "back\\slash",
        "new\nline",
        "\u00fcber \u2713",
        "-h",
        "@file",
        ""
    };

    @TempDir
    static Path folder;

    /** An installed JBang that notes its calls, and repeats its last answers if REPLAY is set. */
    private static Path jbang;

    private static Path calls;

    /** A project that has been built. */
    private static Sandbox ready;

    @BeforeAll
    static void installJBang() throws Exception {
        calls = folder.resolve("calls");
        Path answers = Files.createDirectories(folder.resolve("answers"));
        jbang = Sandbox.tool(folder.resolve("installed"), "jbang", """
            echo "$*" >>'%s'
            answer="%s/$(cksum <<<"$*")"
            [ -z "$REPLAY" ] || exec cat "$answer"
            output=$(JBANG_RUNTIME_SHELL=bash java -XX:TieredStopAtLevel=1 -jar '%s' "$@")
            status=$?
            [ $status -ne 255 ] || eval "exec $output"
            echo "$output" | tee "$answer"
            exit $status
            """.formatted(calls, answers, Sandbox.jbang()));
        ready = projectWithJBang("it's a \"project\"");
        ready.mlab();
    }

    /** A project on a machine where JBang is installed, and notes when it is called. */
    private static Sandbox projectWithJBang(String name) throws IOException {
        Sandbox project = new Sandbox(folder.resolve(name), folder.resolve("jbang home"));
        project.environment.put("PATH", jbang.getParent() + ":" + System.getenv("PATH"));
        return project;
    }

    private static long jbangCalls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    private static String brackets(String... arguments) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(arguments)
                .forEach(argument -> text.append('<').append(argument).append(">\n"));
        return text.toString();
    }

    @Test
    void jbangIsCalledAsItIs() throws Exception {
        Sandbox.Result version = ready.mlab("jbang", "version");
        assertThat(version.status()).as(version.err()).isZero();
        assertThat(version.out()).matches("\\d+\\.\\d+\\.\\d+\\s+");
    }

    @Test
    void argumentsInputAndExitCodeArriveExactlyOnTheFirstCallAndFromMemory() throws Exception {
        ready.write("jbang-catalog.json", "{  }");
        for (int call = 0; call < 2; call++) {
            Sandbox.Result result = ready.run(ready.root, ready.root.resolve("scripts/mlab"), "in\nput", AWKWARD);
            assertThat(result.status()).as(result.err()).isEqualTo(7);
            assertThat(result.out())
                    .startsWith("hello\n" + ready.root + "\n")
                    .endsWith("\n" + brackets(AWKWARD) + "in\nput");
        }
        assertThat(ready.mlab().out()).doesNotContain("<");
    }

    @Test
    void theSecondCallStartsNoJBangUntilSomethingChanges() throws Exception {
        Sandbox project = projectWithJBang("memory");
        project.mlab("first");
        long before = jbangCalls();
        assertThat(project.mlab("second").err()).isEmpty();
        assertThat(jbangCalls()).isEqualTo(before);

        Path source = project.root.resolve(GREETING);
        Path older = Files.writeString(folder.resolve("older"), greeting("String", "\"older\""));
        Files.setLastModifiedTime(older, FileTime.fromMillis(0));
        Files.copy(older, source, REPLACE_EXISTING, COPY_ATTRIBUTES);
        assertThat(project.mlab().out()).startsWith("older\n");

        project.write(GREETING, greeting("Object", "\"other signature\""));
        assertThat(project.mlab().out()).startsWith("other signature\n");
        project.write(GREETING, "package small; public class Greeting {");
        Sandbox.Result broken = project.mlab();
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).contains("Greeting.java");
        assertThat(broken.out()).isEmpty();

        project.write(GREETING, greeting("String", "\"mended\""));
        assertThat(project.mlab().out()).startsWith("mended\n");
    }

    @Test
    void everyAdditionRenameRemovalAndCatalogEditIsNoticed() throws Exception {
        Sandbox project = ready.with("REPLAY", "yes");
        Path added = project.write("lib/src/main/java/small/Extra.java", "package small; class Extra {}");
        assertThat(jbangCallsOf(project)).isPositive();
        Path renamed = Files.move(added, added.resolveSibling("Renamed.java"));
        assertThat(jbangCallsOf(project)).isPositive();
        Files.delete(renamed);
        assertThat(jbangCallsOf(project)).isPositive();
        project.write("jbang-catalog.json", "{ }");
        assertThat(jbangCallsOf(project)).isPositive();
        assertThat(jbangCallsOf(project)).isZero();
    }

    private static long jbangCallsOf(Sandbox project) throws Exception {
        long before = jbangCalls();
        assertThat(project.mlab().status()).isEqualTo(7);
        return jbangCalls() - before;
    }

    @Test
    void aVanishedJarIsBuiltAgain() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("jbang home/cache/mlab"))) {
            for (Path jar : files.filter(file -> file.endsWith("kit.jar")).toList()) {
                Files.delete(jar);
            }
        }
        assertThat(ready.mlab().out()).startsWith("hello\n");
    }

    @Test
    void twoFirstCallsAtOnceBothWork() throws Exception {
        Sandbox project = projectWithJBang("together");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Process process = project.start(project.root, project.root.resolve("scripts/mlab"), "call " + i);
            process.getOutputStream().close();
            processes.add(process);
        }
        for (int i = 0; i < 3; i++) {
            Sandbox.Result result = Sandbox.finish(processes.get(i));
            assertThat(result.status()).as(result.err()).isEqualTo(7);
            assertThat(result.out()).endsWith("<call " + i + ">\n");
        }
    }

    @Test
    void anArchiveOfClassesInOneJarIsMadeOnceUsedAndIgnoredWhenItDoesNotFit() throws Exception {
        Path log = folder.resolve("classes.log");
        Path home = jdk("a jdk that can log", """
            for argument; do
                [ "$argument$WATCH" != -Xlog:disableyes ] || argument='-Xlog:class+load:file="%s"'
                set -- "$@" "$argument"
                shift
            done
            """.formatted(log));
        Path spaceless = folder.resolve("jbang"); // Java archives no class from a path with a space
        Sandbox project = new Sandbox(folder.resolve("archived"), spaceless)
                .with("PATH", ready.environment.get("PATH"))
                .with("CI", "")
                .with("JAVA_HOME", home.toString());
        String compress = Files.readAllLines(Project.root().resolve("lib/kit.java")).stream()
                .filter(line -> line.contains("commons-compress"))
                .findFirst()
                .orElseThrow();
        project.write(
                "scripts/marketlab.java",
                compress + "\n//SOURCES src/main/java/marketlab/start/*Jar.java"
                        + "\n//SOURCES src/main/java/marketlab/start/Training*.java\n" + Sandbox.PROGRAM);
        project.copyToScripts("src/main/java/marketlab/start", "sums.java");
        Sandbox.Result sums = project.mlab("sums");
        assertThat(sums.status()).as(sums.err()).isZero();
        String first = project.mlab().out();
        assertThat(project.mlab().out()).isEqualTo(first);
        Await.until("the archive", () -> archives(spaceless).size() == 1);
        Path archive = archives(spaceless).get(0);
        String oneJar = archive.resolveSibling("all.jar").toString();
        assertThat(archive.resolveSibling("classpath")).content().isEqualToIgnoringNewLines(oneJar);
        assertThat(project.with("WATCH", "yes").mlab().out()).isEqualTo(first);
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("small.Greeting source: shared objects file"));

        Files.delete(archive);
        Files.writeString(archive, "not an archive");
        Sandbox.Result result = project.mlab();
        assertThat(result.out()).isEqualTo(first);
        assertThat(result.err()).isEmpty();
    }

    private static List<Path> archives(Path jbangHome) throws IOException {
        try (Stream<Path> files = Files.walk(jbangHome.resolve("cache/mlab"), 3)) {
            return files.filter(file -> file.endsWith("classes.jsa")).toList();
        }
    }

    @Test
    void theWorkingFolderStaysTheUsersAndLinksAreFollowed() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path absolute = Files.createSymbolicLink(elsewhere.resolve("absolute"), ready.root.resolve("scripts/mlab"));
        Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("absolute"));
        Path whole = Files.createSymbolicLink(folder.resolve("link to project"), ready.root);
        for (Path program : List.of(absolute, relative, whole.resolve("scripts/mlab"), Path.of("./relative"))) {
            Sandbox.Result result = ready.run(elsewhere, program, "", "file.csv");
            assertThat(result.out())
                    .as(result.err())
                    .startsWith("hello\n" + elsewhere.toRealPath() + "\n")
                    .endsWith("<file.csv>\n");
        }
    }

    @Test
    void javaHomeDecidesWhichJavaRuns() throws Exception {
        Path home = jdk("a jdk", "echo this one >&2");
        Sandbox project = ready.with("JAVA_HOME", home.toString());
        assertThat(project.mlab().out()).startsWith("hello\n");
        assertThat(project.mlab().err()).isEqualTo("this one\n");

        Sandbox.tool(home.resolve("bin"), "java", "printf '    java.specification.version = 11\n'");
        assertThat(project.mlab().err())
                .hasLineCount(1)
                .contains(home + "/bin/java is Java 11")
                .contains("17");

        Files.delete(home.resolve("bin/java"));
        Sandbox.Result gone = project.mlab();
        assertThat(gone.status()).isEqualTo(1);
        assertThat(gone.err()).hasLineCount(1).contains(home.toString()).contains("17");
    }

    /** The JDK that runs this test, with something done before Java starts. */
    private static Path jdk(String name, String before) throws IOException {
        Path home = folder.resolve(name);
        Path real = Path.of(System.getProperty("java.home"));
        Sandbox.tool(home.resolve("bin"), "java", before + "\nexec '" + real + "/bin/java' \"$@\"");
        for (String part : List.of("bin/javac", "lib", "release")) {
            if (Files.notExists(home.resolve(part))) {
                Files.createSymbolicLink(home.resolve(part), real.resolve(part));
            }
        }
        return home;
    }

    @Test
    void ownScriptsRunWithTheLibraryAsItIsNow() throws Exception {
        Sandbox project = projectWithJBang("own");
        Path mine = Files.createDirectories(folder.resolve("my scripts"));
        Files.writeString(mine.resolve("mine.java"), """
            //DEPS ../own/lib/kit.java
            class mine {
                public static void main(String... args) throws Exception {
                    System.out.println(small.Greeting.text());
                    for (String arg : args) {
                        new java.io.PrintStream(System.out, true, "UTF-8").println("<" + arg + ">");
                    }
                    System.out.write(System.in.readAllBytes());
                    System.exit(3);
                }
            }
            """);
        Path mlab = project.root.resolve("scripts/mlab");
        Sandbox.Result plain = project.run(mine, mlab, "in", "run", "mine.java", "a b", "it's", "-h");
        assertThat(plain.out()).as(plain.err()).isEqualTo("hello\n<a b>\n<it's>\n<-h>\nin");
        assertThat(plain.status()).isEqualTo(3);
        Files.writeString(mine.resolve("file"), "not read");
        project.write(GREETING, greeting("Object", "\"other signature\""));
        String[] awkward = Stream.concat(Stream.of("run", "mine.java"), Arrays.stream(AWKWARD))
                .toArray(String[]::new);
        assertThat(project.run(mine, mlab, "", awkward).out()).isEqualTo("other signature\n" + brackets(AWKWARD));

        Files.writeString(mine.resolve("anywhere.java"), """
            //DEPS lib/kit.java
            class anywhere {
                public static void main(String... args) {
                    System.out.println(small.Greeting.text() + System.getProperty("user.dir") + String.join("|", args));
                }
            }
            """);
        assertThat(project.run(mine, mlab, "", "run", "anywhere.java", "", "b c")
                        .out())
                .isEqualTo("other signature" + mine.toRealPath() + "|b c\n");
        Files.writeString(mine.resolve("prompt.jsh"), "//DEPS ../own/lib/kit.java\n1 + 1\n");
        assertThat(project.run(mine, mlab, "", "run", "prompt.jsh", "", "b c", "@file")
                        .out())
                .endsWith(brackets("shell", "--", "prompt.jsh", "", "b c", "@@file"));
        assertThat(project.mlab("run").status()).isEqualTo(2);
    }
}
