package marketlab.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The description of this project that IDEs read. The library is the main code; the scripts count as tests because the
 * benchmarks use what the tests use.
 */
public final class MavenProject {
    private static final String PROJECT = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Written by mlab ide, for IDEs alone: JBang is the build. -->
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>marketlab</groupId>
          <artifactId>marketlab</artifactId>
          <version>0</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <maven.compiler.parameters>true</maven.compiler.parameters>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <build>
            <directory>${project.basedir}/.cache/ide</directory>
            <sourceDirectory>lib/src/main/java</sourceDirectory>
            <testSourceDirectory>lib/src/test/java</testSourceDirectory>
            <resources>
              <resource><directory>lib/src/main/resources</directory></resource>
            </resources>
            <testResources>
              <testResource><directory>lib/src/test/resources</directory></testResource>
              <testResource>
                <directory>scripts</directory>
                <includes>
                  <include>*.sh</include>
                  <include>*.jsh</include>
                  <include>META-INF/**</include>
                </includes>
              </testResource>
            </testResources>
            <plugins>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.14.0</version>
              </plugin>
              <plugin>
                <groupId>org.codehaus.mojo</groupId>
                <artifactId>build-helper-maven-plugin</artifactId>
                <version>3.6.1</version>
                <executions>
                  <execution>
                    <goals><goal>add-test-source</goal></goals>
                    <configuration>
                      <sources>
                        <source>scripts/src/main/java</source>
                        <source>scripts/src/test/java</source>
                      </sources>
                    </configuration>
                  </execution>
                </executions>
              </plugin>
            </plugins>
          </build>
          <dependencies>
        %s  </dependencies>
        </project>
        """;

    private MavenProject() {}

    /**
     * @param library the jars of the library
     * @param others the jars of the scripts and tests; of an artifact that is there more than once, the first is used
     */
    public static String describe(List<MavenJar> library, Collection<MavenJar> others) {
        List<MavenJar> all = new ArrayList<>(library);
        all.addAll(others);
        Path repository = MavenJar.repository(all);
        Set<String> described = new HashSet<>();
        String dependencies = Stream.concat(
                        library.stream().map(jar -> dependency(jar, repository, "compile", described)),
                        others.stream().map(jar -> dependency(jar, repository, "test", described)))
                .collect(Collectors.joining());
        return PROJECT.formatted(dependencies);
    }

    /** Without what Maven would add: the jars are those that JBang has chosen. */
    private static String dependency(MavenJar jar, Path repository, String scope, Set<String> described) {
        String group = jar.group(repository);
        if (!described.add(group + ":" + jar.artifact() + ":" + jar.classifier())) {
            return "";
        }
        String classifier = jar.classifier().isEmpty() ? "" : "<classifier>" + jar.classifier() + "</classifier>";
        return """
                <dependency>
                  <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s<scope>%s</scope>
                  <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
                </dependency>
            """.formatted(group, jar.artifact(), jar.version(), classifier, scope);
    }
}
