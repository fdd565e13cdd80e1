package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import marketlab.peer.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mlab sources} writes. */
@Tag("slow")
class SourcesTest {
    @TempDir
    Path folder;

    @Test
    void newFilesAreListedInOrderAndRemovedOnesNoLonger() throws Exception {
        Sandbox project = new Sandbox(folder.resolve("project"), folder.resolve("jbang home"));
        Files.copy(Project.root().resolve("scripts/sources.java"), project.root.resolve("scripts/sources.java"));
        Path cache = Files.createDirectories(folder.resolve("jbang home/cache/mlab"));
        Files.copy(Sandbox.jbang(), cache.resolve(Sandbox.jbang().getFileName()));
        project.write("lib/src/main/java/small/package-info.java", "package small;");
        project.write("lib/src/main/java/small/deep/Added.java", "package small.deep; class Added {}");
        project.write("lib/src/main/resources/small/words.txt", "words");
        Path kit = project.write("lib/kit.java", """
            //DEPS org.example:other:1
            // Written by mlab sources: src/main/java/**.java
            //SOURCES src/main/java/small/Removed.java

            // Written by mlab sources: src/main/resources/**
            class kit {}
            """);

        Sandbox.Result result = project.mlab("sources");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo(kit + "\n");
        assertThat(kit).hasContent("""
            //DEPS org.example:other:1
            // Written by mlab sources: src/main/java/**.java
            //SOURCES src/main/java/small/Greeting.java
            //SOURCES src/main/java/small/deep/Added.java
            //SOURCES src/main/java/small/package-info.java

            // Written by mlab sources: src/main/resources/**
            //FILES small/words.txt=src/main/resources/small/words.txt
            class kit {}
            """);
        assertThat(project.mlab("sources").out()).isEmpty();
    }
}
