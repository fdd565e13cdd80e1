package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;

/** A catalog's URL knows no globs: what JBang is to fetch is listed file by file. */
class KitTest {
    private static final Path ROOT = Project.root();
    private static final Pattern DEPENDENCY = Pattern.compile("[\\w.-]+:[\\w.-]+:[\\w.-]+(@pom)?");

    @Test
    void kitListsTheSourcesOfTheLibraryInOrder() throws IOException {
        assertThat(directives(ROOT.resolve("lib/kit.java"), "SOURCES")).isEqualTo(tree("lib/src/main/java", "lib"));
    }

    @Test
    void kitListsTheResourcesOfTheLibraryInOrder() throws IOException {
        List<String> resources = tree("lib/src/main/resources", "lib").stream()
                .map(file -> file.substring("src/main/resources/".length()) + "=" + file)
                .toList();
        assertThat(directives(ROOT.resolve("lib/kit.java"), "FILES")).isEqualTo(resources);
    }

    @Test
    void theDispatcherListsItsSourcesInOrder() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String room : List.of("cli", "shell", "start")) {
            sources.addAll(tree("scripts/src/main/java/marketlab/" + room, "scripts"));
        }
        sources.add("src/main/java/marketlab/jupyter/KernelPlace.java");
        sources.add("src/main/java/marketlab/jupyter/KernelSpecs.java");
        Collections.sort(sources);
        assertThat(directives(ROOT.resolve("scripts/marketlab.java"), "SOURCES"))
                .isEqualTo(sources);
    }

    @Test
    void everyVersionIsStatedOnceAndTheLibrarysInKit() throws IOException {
        List<String> stated = new ArrayList<>();
        List<String> artifacts = new ArrayList<>();
        try (Stream<Path> scripts = Files.list(ROOT.resolve("scripts"))) {
            Stream<Path> all = Stream.concat(Stream.of(ROOT.resolve("lib/kit.java")), scripts);
            for (Path script : all.filter(file -> file.toString().matches(".*\\.(java|jsh)"))
                    .toList()) {
                for (String dependencies : directives(script, "DEPS")) {
                    Matcher dependency = DEPENDENCY.matcher(dependencies);
                    while (dependency.find()) {
                        String artifact = dependency.group().replaceFirst(":[^:]*$", "");
                        artifacts.add(artifact);
                        stated.add(script.getFileName() + " " + artifact);
                    }
                }
            }
        }
        assertThat(artifacts).as("%s", stated).doesNotHaveDuplicates().contains("tech.tablesaw:tablesaw-core");
        assertThat(stated)
                .filteredOn(line -> line.matches("(marketlab|bench)\\.java .*"))
                .isEmpty();
    }

    private static List<String> directives(Path script, String name) throws IOException {
        return Files.readAllLines(script).stream()
                .filter(line -> line.startsWith("//" + name + " "))
                .map(line -> line.substring(name.length() + 3))
                .toList();
    }

    private static List<String> tree(String folder, String base) throws IOException {
        if (Files.notExists(ROOT.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ROOT.resolve(base).relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
