package marketlab.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** The secret that the processes of a cluster share. Without it nobody can run programs there, or read the traffic. */
final class ClusterSecret {

    static final String AUTHENTICATE = "spark.authenticate";

    private static final String VARIABLE = "MARKETLAB_SPARK_SECRET";
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final String text;
    private final String place;

    private ClusterSecret(String text, String place) {
        this.text = text;
        this.place = place;
    }

    /** The secret from the environment, else from the user's file, which is created if missing. */
    static ClusterSecret madeIfMissing() throws IOException {
        if (variable().isEmpty() && Files.notExists(file())) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            write(HexFormat.of().formatHex(random) + "\n");
        }
        return given("");
    }

    /**
     * The secret from the environment, else from the user's file.
     *
     * @param master the master's address, for the message
     * @throws IOException if there is none, or if others can read the file
     */
    static ClusterSecret given(String master) throws IOException {
        if (!variable().isEmpty()) {
            return new ClusterSecret(variable(), VARIABLE);
        }
        Path file = file();
        if (Files.notExists(file)) {
            throw new IOException("[%s] a secret is needed; copy %s from the master's machine, or set %s"
                    .formatted(master, file, VARIABLE));
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeIf(permission -> permission.name().startsWith("OWNER_"));
        if (!others.isEmpty()) {
            throw new IOException("[%s] other users can read this secret; run: chmod 600 %s".formatted(file, file));
        }
        return new ClusterSecret(Files.readString(file).strip(), file.toString());
    }

    /** The Spark settings for it. Spark passes them on to executors without showing the secret on a command line. */
    Map<String, String> settings() {
        return Map.of(
                AUTHENTICATE,
                "true",
                "spark.authenticate.secret",
                text,
                "spark.network.crypto.enabled",
                "true",
                "spark.network.crypto.saslFallback",
                "false");
    }

    /** Where the secret is: a file or an environment variable. */
    String place() {
        return place;
    }

    private static String variable() {
        return System.getenv().getOrDefault(VARIABLE, "").strip();
    }

    private static Path file() {
        return Path.of(
                System.getenv().getOrDefault("HOME", System.getProperty("user.home")), ".marketlab", "spark.secret");
    }

    private static void write(String secret) throws IOException {
        Files.createDirectories(file().getParent());
        try (var channel = Files.newByteChannel(
                file(),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            channel.write(StandardCharsets.UTF_8.encode(secret));
        } catch (FileAlreadyExistsException e) {
            // Another master has just created the file: its secret is used.
        }
    }
}
