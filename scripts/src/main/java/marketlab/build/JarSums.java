package marketlab.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The list of the jars that may be used: a line each with the SHA-256, two spaces, and the place in a repository. */
public final class JarSums {
    private static final int SUM_LENGTH = 64;

    private final Map<String, String> sums = new HashMap<>();

    private JarSums() {}

    /** @throws IOException if the list cannot be read */
    static JarSums read(Path list) throws IOException {
        try {
            JarSums read = new JarSums();
            for (String line : Files.readAllLines(list)) {
                read.sums.put(line.substring(SUM_LENGTH + 2), line.substring(0, SUM_LENGTH));
            }
            return read;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IOException(
                    "the jars could not be compared with lib/jars.sha256, so nothing was run: " + e.getMessage(), e);
        }
    }

    /** @throws IOException if a jar cannot be read, is not listed, or is not the listed one; the first such is named */
    void check(List<Path> jars) throws IOException {
        try {
            List<String> faults = jars.parallelStream()
                    .map(this::fault)
                    .filter(Objects::nonNull)
                    .toList();
            if (!faults.isEmpty()) {
                throw new IOException(faults.get(0));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is wrong with a jar, or null. */
    private String fault(Path jar) {
        String listed = sums.get(place(jar));
        if (listed == null) {
            return "[" + jar + "] is not in lib/jars.sha256, so nothing was run; if you changed a version: mlab sums";
        }
        try {
            return listed.equals(sha256(jar))
                    ? null
                    : "[" + jar + "] is not the jar that lib/jars.sha256 lists, so nothing was run;"
                            + " delete it to get it again";
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("[" + jar + "] cannot be read, so nothing was run: " + e.getMessage(), e));
        }
    }

    /** The end of the path that is listed: a repository may be in any folder. */
    private String place(Path jar) {
        for (int i = 0; i < jar.getNameCount(); i++) {
            String end = jar.subpath(i, jar.getNameCount()).toString();
            if (sums.containsKey(end)) {
                return end;
            }
        }
        return jar.toString();
    }

    /**
     * The SHA-256 of a file, in hexadecimal digits.
     *
     * @throws IOException if the file cannot be read
     */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
