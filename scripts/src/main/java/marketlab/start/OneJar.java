package marketlab.start;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The jars of the class path in one: whoever asks Java for a class or a service that is nowhere has it open every jar, half a
 * millisecond each, and Google's client and Java's own logging do ask. Entries are copied as they are packed, of twins the
 * first; lists of services are joined. Tablesaw's jars stay: {@link FastStart#narrowScan} finds them by name.
 */
final class OneJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SERVICES = "META-INF/services/";

    private OneJar() {}

    /** Writes the one jar, and returns the class path that begins with it. */
    static String join(Path jar) throws IOException {
        List<String> classPath = new ArrayList<>(List.of(jar.toString()));
        List<Path> joined = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.contains("tablesaw")) {
                classPath.add(entry);
            } else if (Files.isRegularFile(Path.of(entry))) {
                joined.add(Path.of(entry));
            }
        }
        join(joined, jar);
        return String.join(File.pathSeparator, classPath);
    }

    static void join(List<Path> jars, Path one) throws IOException {
        Map<String, String> services = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>(Set.of(MANIFEST, "META-INF/INDEX.LIST", "module-info.class"));
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(one)) {
            put(out, MANIFEST, "Manifest-Version: 1.0\nMulti-Release: true\n\n");
            for (Path jar : jars) {
                try (ZipFile in = ZipFile.builder().setPath(jar).get()) {
                    for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                        String name = entry.getName();
                        if (name.startsWith(SERVICES) && !entry.isDirectory()) {
                            try (InputStream list = in.getInputStream(entry)) {
                                String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
                                services.merge(name, text + "\n", String::concat);
                            }
                        } else if (!entry.isDirectory() && seen.add(name)) {
                            out.addRawArchiveEntry(entry, in.getRawInputStream(entry));
                        }
                    }
                }
            }
            for (Map.Entry<String, String> list : services.entrySet()) {
                put(out, list.getKey(), list.getValue());
            }
        }
    }

    private static void put(ZipArchiveOutputStream out, String name, String text) throws IOException {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
    }
}
