package marketlab.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marketlab.storage.Storage;

/** What Spark's processes on this machine share. */
final class Cluster {

    private static final String HOME = "SPARK_HOME";

    private Cluster() {}

    /** The address at which other processes reach those of this machine: 127.0.0.1, unless SPARK_LOCAL_IP is set. */
    static String host() {
        return System.getenv().getOrDefault("SPARK_LOCAL_IP", "127.0.0.1");
    }

    /**
     * The folder for SPARK_HOME, created if missing: links to the jars of this process, without marketlab's own jars,
     * which come with each job.
     *
     * @param classPath the class path that Java was started with
     * @throws IOException if scripts/mlab did not start this process, or the folder cannot be created
     */
    static Path home(String classPath) throws IOException {
        Path home = Path.of(Optional.ofNullable(System.getenv(HOME))
                .orElseThrow(
                        () -> new IOException("SPARK_HOME is not set; start a worker with scripts/mlab spark worker")));
        if (Files.exists(home.resolve("RELEASE"))) {
            return home;
        }
        Files.createDirectories(home.resolve("jars"));
        List<String> own = ownJars();
        for (String jar : classPath.split(File.pathSeparator)) {
            Path file = Path.of(jar).toAbsolutePath();
            if (!own.contains(file.toUri().toString())) {
                link(home.resolve("jars").resolve(file.getFileName()), file);
            }
        }
        Files.write(home.resolve("RELEASE"), new byte[0]);
        return home;
    }

    /** Marketlab's own jars, as URIs. */
    static List<String> ownJars() {
        return Stream.of(Cluster.class, Storage.class)
                .map(type -> Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toUri()
                        .toString())
                .distinct()
                .toList();
    }

    private static void link(Path name, Path target) throws IOException {
        try {
            Files.createSymbolicLink(name, target);
        } catch (FileAlreadyExistsException e) {
            // Another worker creates the same link.
        }
    }
}
