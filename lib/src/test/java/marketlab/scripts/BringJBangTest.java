package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first call on a machine that may lack almost everything. */
class BringJBangTest {
    private static final String[] BASICS = {
        "bash", "cat", "dirname", "env", "find", "ls", "mkdir", "mktemp", "mv", "readlink", "rm", "sed", "sha256sum", "shasum", "touch"
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
        project.environment.remove("JAVA_HOME");
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
}
