package marketlab.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The jar of JBang, which Maven brings once to a machine where JBang is not installed. */
final class JBangJar {
    private static final String VERSION = "0.132.1";
    private static final String SHA_256 = "f977075849cff866f45b27997f5671ab8a336a5dd3cf9e702b3479128338f3a7";
    private static final String MAVEN_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

    private JBangJar() {}

    /** @throws IOException if Maven is not installed or cannot bring the jar, or the jar is damaged */
    static Path bring(LauncherFolders folders) throws IOException, InterruptedException {
        Path jar = folders.home().resolve("jbang-" + VERSION + ".jar");
        if (Files.exists(jar)) {
            return jar;
        }
        if (!JBang.isOnPath("mvn")) {
            throw new IOException("there is no jbang, and no mvn to bring it: install one of the two");
        }
        System.err.println("mlab: bringing JBang " + VERSION + ", once");
        Path brought = folders.build().resolve("jbang-cli-" + VERSION + "-all.jar");
        Path log = folders.build().resolve("mvn.log");
        if (callMaven(folders, log) != 0) {
            System.err.write(Files.readAllBytes(log));
            throw new IOException("JBang " + VERSION + " could not be brought, see above");
        }
        if (!JarSums.sha256(brought).equals(SHA_256)) {
            throw new IOException("JBang " + VERSION + " came damaged: its SHA-256 is not " + SHA_256);
        }
        return Files.move(brought, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int callMaven(LauncherFolders folders, Path log) throws IOException, InterruptedException {
        ProcessBuilder maven = new ProcessBuilder(
                        "mvn",
                        "-q",
                        "-B",
                        MAVEN_GOAL,
                        "-Dartifact=dev.jbang:jbang-cli:" + VERSION + ":jar:all",
                        "-DoutputDirectory=" + folders.build())
                .directory(folders.build().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", folders.jdk().toString());
        return maven.start().waitFor();
    }
}
