package marketlab.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The project file that IDEs open. */
class MavenProjectTest {
    private static final MavenJar MATH = jar("org/apache/commons/commons-math3/3.6.1/commons-math3-3.6.1.jar");
    private static final MavenJar NETTY = jar("io/netty/netty-epoll/4.2.18.Final/netty-epoll-4.2.18.Final-linux.jar");
    private static final MavenJar OLDER_MATH = jar("org/apache/commons/commons-math3/3.5/commons-math3-3.5.jar");

    private static MavenJar jar(String place) {
        return new MavenJar(Path.of("/home/of/repository").resolve(place));
    }

    @Test
    void eachArtifactIsADependencyOnceWithTheVersionThatTheLibraryUses() throws Exception {
        String project = MavenProject.describe(List.of(MATH), List.of(OLDER_MATH, NETTY, NETTY));
        assertThat(dependencies(project))
                .containsExactly(
                        "org.apache.commons commons-math3 3.6.1 compile",
                        "io.netty netty-epoll 4.2.18.Final linux test");
    }

    private static List<String> dependencies(String project) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(project)));
        var found = document.getElementsByTagName("dependency");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .map(MavenProjectTest::text)
                .toList();
    }

    private static String text(Element dependency) {
        dependency.removeChild(dependency.getElementsByTagName("exclusions").item(0));
        StringBuilder text = new StringBuilder();
        for (var child = dependency.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(' ').append(child.getTextContent().strip());
        }
        return text.toString().strip().replaceAll("\\s+", " ");
    }
}
