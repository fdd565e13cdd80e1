package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;

/** No class path has a jar that a known advisory is against. */
class AdvisoriesTest {

    private static final String LIST = "lib/src/test/resources/marketlab/scripts/advisories.csv";

    /** A version of an artifact, GROUP:ARTIFACT. */
    private record Jar(String artifact, String version) {

        /** @param place of a jar in a Maven repository */
        static Jar at(String place) {
            String[] parts = place.split("/");
            int last = parts.length - 1;
            String group = String.join(".", List.of(parts).subList(0, last - 2));
            return new Jar(group + ":" + parts[last - 2], parts[last - 1]);
        }
    }

    /** What is known of an artifact below a version, and why it may be used all the same; "" for may not. */
    private record Advisory(String id, String artifact, String fixed, String exception) {

        static Advisory of(String line) {
            String[] cells = line.split(",", -1);
            assertThat(cells).as(line).hasSize(4);
            return new Advisory(cells[0], cells[1], cells[2], cells[3]);
        }

        boolean isAgainst(Jar jar) {
            return jar.artifact.matches(artifact) && Version.parse(jar.version).compareTo(Version.parse(fixed)) < 0;
        }

        String text(Jar jar) {
            return "%s %s: %s is fixed in %s".formatted(jar.artifact, jar.version, id, fixed);
        }
    }

    @Test
    void noJarIsOfAVersionThatAnAdvisoryIsAgainst() throws IOException {
        List<Jar> jars = jars();
        assertThat(advisories().stream()
                        .filter(advisory -> advisory.exception.isEmpty())
                        .flatMap(advisory ->
                                jars.stream().filter(advisory::isAgainst).map(advisory::text)))
                .isEmpty();
    }

    @Test
    void everyExceptionIsNeededAndExplainedInTheReadme() throws IOException {
        String readme = Files.readString(Project.root().resolve("scripts/README.md"));
        List<Jar> jars = jars();
        assertThat(advisories())
                .filteredOn(advisory -> !advisory.exception.isEmpty())
                .allSatisfy(advisory -> {
                    assertThat(readme).contains(advisory.id);
                    assertThat(jars).anyMatch(advisory::isAgainst);
                });
    }

    @Test
    void everyAdvisoryIsAgainstAJarThatIsUsedAndVersionsAreComparedAsNumbers() throws IOException {
        List<Jar> jars = jars();
        assertThat(advisories())
                .allSatisfy(advisory ->
                        assertThat(jars).as(advisory.id).anyMatch(jar -> jar.artifact.matches(advisory.artifact)));
        Advisory zstd = Advisory.of("CVE-1,com.github.luben:zstd-jni,1.5.7-14,");
        assertThat(Stream.of("1.5.7-7", "1.5.7-13", "1.5.7-14", "1.5.7-28")
                        .map(version -> Jar.at("com/github/luben/zstd-jni/" + version + "/zstd-jni.jar"))
                        .map(zstd::isAgainst))
                .containsExactly(true, true, false, false);
        Advisory netty = Advisory.of("CVE-2,io.netty:netty-(?!tcnative).*,4.2.15.Final,");
        assertThat(netty.isAgainst(new Jar("io.netty:netty-codec-http", "4.2.9.Final")))
                .isTrue();
        assertThat(netty.isAgainst(new Jar("io.netty:netty-tcnative-classes", "2.0.84.Final")))
                .isFalse();
    }

    private static List<Jar> jars() throws IOException {
        return Files.readAllLines(Project.root().resolve("lib/jars.sha256")).stream()
                .map(line -> Jar.at(line.substring(66)))
                .distinct()
                .toList();
    }

    private static List<Advisory> advisories() throws IOException {
        return Files.readAllLines(Project.root().resolve(LIST)).stream()
                .filter(line -> !line.matches("#.*|advisory,.*"))
                .map(Advisory::of)
                .toList();
    }
}
