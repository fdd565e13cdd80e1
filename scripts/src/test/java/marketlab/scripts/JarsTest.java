package marketlab.scripts;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.peer.Project;
import marketlab.start.FastStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the jars come from, and that they are the ones that lib/jars.sha256 lists. */
@Tag("slow")
class JarsTest {

    private static final Path LIST = Project.root().resolve("lib/jars.sha256");
    private static final String MATH = "commons-math3";
    private static final String XZ = "org.tukaani:xz";
    private static final String CHANGED = "is not the jar that lib/jars.sha256 lists";
    private static final String UNLISTED = "is not in lib/jars.sha256";
    private static final String NOTHING_RUN = ", so nothing was run; ";

    @TempDir
    Path folder;

    private LoopbackRepository repository;
    private Sandbox project;

    /** A project whose library has one jar and whose script has another, on a machine that has neither. */
    @BeforeEach
    void makeAProject() throws Exception {
        repository = new LoopbackRepository();
        repository.settings(folder);
        Path jbang = Sandbox.tool(folder.resolve("bin"), "jbang", """
            output=$(JBANG_RUNTIME_SHELL=bash java -XX:TieredStopAtLevel=1 '-Duser.home=%s' -jar '%s' "$@")
            status=$?
            [ $status -ne 255 ] || eval "exec $output"
            echo "$output"
            exit $status
            """.formatted(folder, Sandbox.jbang()));
        project = new Sandbox(folder.resolve("project"), folder.resolve("jbang home"));
        project.environment.put("PATH", jbang.getParent() + ":" + System.getenv("PATH"));
        project.environment.remove("JBANG_REPO");
        project.write("lib/kit.java", dependency(MATH) + "//SOURCES src/main/java/small/Greeting.java\nclass kit {}\n");
        project.write("scripts/marketlab.java", dependency(XZ) + Sandbox.PROGRAM);
    }

    @AfterEach
    void closeTheRepository() {
        repository.close();
    }

    private static String dependency(String name) throws IOException {
        return Files.readAllLines(Project.root().resolve("lib/kit.java")).stream()
                .filter(line -> line.startsWith("//DEPS") && line.contains(name + ":"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void theListIsWhatTheCommandWritesForTheScriptsAsTheyAre() throws Exception {
        for (String directory : List.of("lib", "scripts")) {
            copy(Project.root().resolve(directory), project.root.resolve(directory));
        }
        Files.writeString(project.root.resolve("lib/jars.sha256"), "");
        project.environment.put("PATH", System.getenv("PATH"));
        Path jar = Sandbox.jbang();
        Path cache = Files.createDirectories(folder.resolve("jbang home/cache/mlab"));
        Files.copy(jar, cache.resolve(jar.getFileName()));
        Sandbox.Result result = project.mlab("sums");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(project.root.resolve("lib/jars.sha256")).hasSameTextualContentAs(LIST);
    }

    @Test
    void theJarsOfTheseTestsAreTheListedOnes() throws Exception {
        Map<String, String> sums = Files.readAllLines(LIST).stream()
                .collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
        List<String> jars = Stream.of(FastStart.classPath().split(":"))
                .filter(jar -> jar.startsWith(LoopbackRepository.local() + "/"))
                .toList();
        assertThat(jars).hasSizeGreaterThan(50);
        for (String jar : jars) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(jar)));
            String place = LoopbackRepository.local().relativize(Path.of(jar)).toString();
            assertThat(HexFormat.of().formatHex(digest)).as(place).isEqualTo(sums.get(place));
        }
    }

    @Test
    void everyJarComesFromTheMirrorOfMavensSettings() throws Exception {
        Sandbox.Result result = project.mlab();
        assertThat(result.status()).as(result.err()).isEqualTo(7);
        List<String> asked = repository.askedJars();
        assertThat(asked).hasSize(2).anyMatch(jar -> jar.contains(MATH)).anyMatch(jar -> jar.contains("xz-"));
        assertThat(jars()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void aJarThatTheRepositoryHasChangedIsNamedAndNothingIsRun() throws Exception {
        for (String name : List.of("xz-", MATH)) {
            String jar = place(name);
            repository.change(jar);
            assertRefused(project.mlab(), jar, CHANGED + NOTHING_RUN + "delete it to get it again");
            repository.change("none");
            Files.delete(local(jar));
            assertThat(project.mlab().status()).isEqualTo(7);
            deleteJars();
        }
    }

    @Test
    void aJarChangedAfterTheFirstCallIsNamedByTheNext() throws Exception {
        assertThat(project.mlab().status()).isEqualTo(7);
        String jar = place("xz-");
        byte[] content = Files.readAllBytes(local(jar));
        content[content.length / 2] ^= 1;
        Files.write(local(jar), content);
        Files.setLastModifiedTime(local(jar), FileTime.from(Instant.now().plusSeconds(60)));
        assertRefused(project.mlab(), jar, CHANGED);
    }

    @Test
    void aVersionThatIsNotListedIsNamed() throws Exception {
        List<String> lines = Files.readAllLines(LIST);
        String jar = place("xz-");
        lines.removeIf(line -> line.endsWith(jar));
        project.write("lib/jars.sha256", String.join("\n", lines) + "\n");
        assertRefused(project.mlab(), jar, UNLISTED + NOTHING_RUN + "if you changed a version: mlab sums");
        Files.delete(project.root.resolve("lib/jars.sha256"));
        Sandbox.Result result = project.mlab();
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("mlab: the jars could not be compared with lib/jars.sha256, so nothing was");
    }

    @Test
    void ofAScriptOfYourOwnTheLibrarysJarsAreCheckedAndItsOwnAreYours() throws Exception {
        project.write(
                "lib/jars.sha256",
                Files.readAllLines(LIST).stream()
                        .filter(line -> !line.contains("/xz/"))
                        .collect(Collectors.joining("\n", "", "\n")));
        project.write("scripts/mine.java", dependency(XZ) + Sandbox.PROGRAM.replace("class marketlab", "class mine"));
        Sandbox.Result mine = project.mlab("run", "scripts/mine.java");
        assertThat(mine.status()).as(mine.err()).isEqualTo(7);
        deleteJars();
        repository.change(place(MATH));
        assertRefused(project.mlab("run", "scripts/mine.java"), place(MATH), CHANGED);
    }

    private void assertRefused(Sandbox.Result result, String jar, String reason) {
        assertThat(result.status()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).doesNotContain("Building jar");
        assertThat(result.err().lines().filter(line -> !line.startsWith("[jbang]")))
                .singleElement()
                .asString()
                .startsWith("mlab: [" + local(jar) + "] " + reason);
    }

    /** Path of a listed jar in a repository. */
    private static String place(String name) throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(line -> line.substring(66))
                .filter(path -> path.contains("/" + name))
                .findFirst()
                .orElseThrow();
    }

    private Path local(String place) {
        return folder.resolve(".m2/repository").resolve(place);
    }

    private List<String> jars() throws IOException {
        try (Stream<Path> files = Files.walk(local(""))) {
            return files.map(file -> local("").relativize(file).toString())
                    .filter(file -> file.endsWith(".jar"))
                    .toList();
        }
    }

    private void deleteJars() throws IOException {
        for (String jar : jars()) {
            Files.delete(local(jar));
        }
        repository.askedJars();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, REPLACE_EXISTING);
            }
        }
    }
}
