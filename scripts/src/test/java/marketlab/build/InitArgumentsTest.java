package marketlab.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code mlab jbang init} tells our template. */
class InitArgumentsTest {
    private static final Path PROJECT = Path.of("/home/of/market lab");

    private static List<String> complete(String... arguments) {
        return InitArguments.complete(List.of(arguments), PROJECT);
    }

    @Test
    void theLibraryIsTheOneOfThisProject() {
        assertThat(complete("init", "-t", "mlab", "my.java"))
                .containsExactly(
                        "init",
                        "-Dkit=\"/home/of/market lab/lib/kit.java\"",
                        "-t",
                        "mlab@/home/of/market lab/jbang-catalog.json",
                        "my.java");
    }

    @Test
    void theLibraryIsTheOneBesideTheCatalogThatIsNamed() {
        for (String catalog : List.of("/other", "/other/", "/other/jbang-catalog.json")) {
            assertThat(complete("init", "-t", "mlab@" + catalog, "my.java"))
                    .containsExactly("init", "-Dkit=/other/lib/kit.java", "-t", "mlab@" + catalog, "my.java");
        }
        assertThat(complete("init", "-t", "mlab@https://example.com/jbang-catalog.json"))
                .contains("-Dkit=https://example.com/lib/kit.java");
        assertThat(complete("init", "-t", "mlab@other"))
                .contains("-Dkit=" + Path.of("other/lib/kit.java").toAbsolutePath());
    }

    @Test
    void aLibraryThatIsGivenAndOtherVerbsStayAsTheyAre() {
        assertThat(complete("init", "-Dkit=mine.java", "my.java"))
                .containsExactly("init", "-Dkit=mine.java", "my.java");
        assertThat(complete("info", "mlab")).containsExactly("info", "mlab");
        assertThat(complete()).isEmpty();
    }
}
