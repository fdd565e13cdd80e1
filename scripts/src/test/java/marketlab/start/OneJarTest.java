package marketlab.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars of the class path in one. */
class OneJarTest {

    private static final String SERVICE = "META-INF/services/java.lang.System$LoggerFinder";

    @TempDir
    private Path temp;

    @Test
    void entriesAreOfTheFirstJarThatHasThemAndServicesOfAll() throws IOException {
        Path first = jar(
                "first.jar", Map.of("a.txt", "first", SERVICE, "one", "META-INF/MANIFEST.MF", "Main-Class: First\n"));
        Path second = jar("second.jar", Map.of("a.txt", "second", "b.txt", "b".repeat(9_999), SERVICE, "two"));
        Path one = temp.resolve("one.jar");
        OneJar.join(List.of(first, second), one);
        try (JarFile joined = new JarFile(one.toFile())) {
            assertThat(text(joined, "a.txt")).isEqualTo("first");
            assertThat(text(joined, "b.txt")).isEqualTo("b".repeat(9_999));
            assertThat(text(joined, SERVICE)).isEqualTo("one\ntwo\n");
            assertThat(joined.stream()).hasSize(4);
            assertThat(joined.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isNull();
        }
    }

    @Test
    void classesForANewerJavaStayThose() throws IOException {
        Path jar = jar("versions.jar", Map.of("a.txt", "any", "META-INF/versions/11/a.txt", "eleven"));
        Path one = temp.resolve("one.jar");
        OneJar.join(List.of(jar), one);
        try (JarFile joined = new JarFile(one.toFile(), true, JarFile.OPEN_READ, Runtime.version())) {
            assertThat(text(joined, "a.txt")).isEqualTo("eleven");
        }
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = temp.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
