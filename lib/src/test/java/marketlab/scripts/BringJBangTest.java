package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first call on a machine that may lack almost everything. */
class BringJBangTest {
    private static final String[] BASICS = {
        "bash", "cat", "dirname", "env", "find", "ls", "mkdir", "mktemp", "mv", "readlink", "rm", "sed", "sha256sum",
        "shasum", "touch"
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
        project.environment.keySet().removeAll(List.of("JAVA_HOME", "MARKETLAB_MAVEN_REPO"));
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
        Sandbox.Result result = machineWith("java").mlab();
        assertOneLine(result, "install jbang or mvn", "MARKETLAB_MAVEN_REPO");
    }

    @Test
    void curlBringsItFromTheGivenRepositoryAndADamagedOneIsRefused() throws Exception {
        String file = "dev/jbang/jbang-cli/0.132.1/jbang-cli-0.132.1-all.jar";
        Sandbox project = machineWith("java", "curl");
        Path damaged = project.write("../repository/" + file, "not JBang").getParent().resolve("../../../..").normalize();
        project.environment.put("MARKETLAB_MAVEN_REPO", damaged.toUri().toString());
        Sandbox.Result result = project.mlab();
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("SHA-256");

        Path jbang = Sandbox.bringJBang(folder.resolve("another project"), folder.resolve("another jbang"));
        Files.copy(jbang, damaged.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        Sandbox.Result brought = project.mlab("once");
        assertThat(brought.out()).as(brought.err()).startsWith("hello\n").endsWith("<once>\n");
        Files.delete(damaged.resolve(file));
        assertThat(project.mlab("run", "scripts/marketlab.java", "twice").out()).endsWith("<twice>\n");
    }
}
