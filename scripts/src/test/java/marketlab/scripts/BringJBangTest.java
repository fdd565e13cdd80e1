package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first call on a machine that may lack almost everything. */
@Tag("slow")
class BringJBangTest {
    private static final String[] BASICS = {
        "awk",
        "bash",
        "cat",
        "cp",
        "dirname",
        "env",
        "find",
        "ls",
        "mkdir",
        "mktemp",
        "mv",
        "readlink",
        "rm",
        "sed",
        "sha256sum",
        "shasum",
        "touch"
    };

    @TempDir
    Path folder;

    /** A project where only the basic tools and these are on the PATH. */
    private Sandbox machineWith(String... tools) throws IOException {
        Sandbox project = new Sandbox(folder.resolve("project"), folder.resolve("jbang"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : BASICS) {
            link(bin, tool);
        }
        for (String tool : tools) {
            link(bin, tool);
        }
        project.environment.put("PATH", bin.toString());
        project.environment.keySet().remove("JAVA_HOME");
        return project;
    }

    private static void link(Path bin, String tool) throws IOException {
        for (String folder : System.getenv("PATH").split(":")) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                Files.createSymbolicLink(bin.resolve(tool), file);
                return;
            }
        }
    }

    private static void assertOneLine(Sandbox.Result result, String... parts) {
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).hasLineCount(1).contains(parts);
    }

    @Test
    void withoutJavaOneLineSaysSo() throws Exception {
        assertOneLine(machineWith().mlab(), "Java 17", "no java on the PATH");
    }

    @Test
    void withoutJBangOrAWayToBringItOneLineSaysWhatHelps() throws Exception {
        assertOneLine(machineWith("java").mlab(), "there is no jbang, and no mvn to bring it: install one of the two");
    }

    @Test
    void mvnBringsItByItsOwnSettingsAndADamagedOneIsRefused() throws Exception {
        Sandbox project = machineWith("java");
        Path brought = folder.resolve("brought.jar");
        Sandbox.tool(folder.resolve("bin"), "mvn", """
            echo "$*" >'%s'
            for argument; do
                [[ $argument != -DoutputDirectory=* ]] || cp '%s' "${argument#*=}/jbang-cli-0.132.1-all.jar"
            done
            """.formatted(folder.resolve("mvn.arguments"), brought));
        Files.writeString(brought, "not JBang");
        Sandbox.Result result = project.mlab();
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("JBang 0.132.1 came damaged: its SHA-256 is not ");

        Files.copy(Sandbox.jbang(), brought, StandardCopyOption.REPLACE_EXISTING);
        Sandbox.Result good = project.mlab("once");
        assertThat(good.out()).as(good.err()).startsWith("hello\n").endsWith("<once>\n");
        assertThat(folder.resolve("mvn.arguments")).content().doesNotContain("http", "settings", "-s ", "-gs ");
        Files.delete(brought);
        assertThat(project.mlab("run", "scripts/marketlab.java", "twice").out()).endsWith("<twice>\n");
    }

    @Test
    void theMirrorOfMavensSettingsIsAskedForJBangToo() throws Exception {
        Path jbang = Sandbox.bringJBang(folder.resolve("first"), folder.resolve("first jbang"));
        try (LoopbackRepository repository = new LoopbackRepository()) {
            repository.settings(folder);
            Path second = Sandbox.bringJBang(
                    folder.resolve("second"),
                    folder.resolve("second jbang"),
                    Map.of("MAVEN_OPTS", "-Duser.home=" + folder));
            assertThat(second).hasSameBinaryContentAs(jbang);
            assertThat(repository.askedJars())
                    .containsOnlyOnce("dev/jbang/jbang-cli/0.132.1/jbang-cli-0.132.1-all.jar")
                    .anyMatch(jar -> jar.contains("maven-dependency-plugin"));
        }
    }
}
