package marketlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.peer.Project;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the README: its {@code sh} blocks in a fresh folder, in order, its {@code python} blocks in real pandas in the same
 * folder; a {@code text} block right behind one is what it prints. A block that begins the tests is not run again here.
 */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{8}_\\d{6}(~\\d{4})?");

    @TempDir
    Path folder;

    private record Block(String language, String text) {}

    @Tag("slow")
    @Test
    void everyBlockRunsAndPrintsWhatIsShown() throws Exception {
        for (String used : List.of("scripts", "lib", "notebooks")) {
            Files.createSymbolicLink(folder.resolve(used), Project.root().resolve(used));
        }
        List<Block> blocks = blocks();
        assertThat(blocks).filteredOn(block -> block.language().equals("sh")).hasSizeGreaterThan(3);
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!isRun(block)) {
                continue;
            }
            String printed = block.language().equals("python") ? python(block.text()) : shell(block.text());
            if (i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text")) {
                assertThat(comparable(printed))
                        .as(block.text())
                        .isEqualTo(comparable(blocks.get(i + 1).text()));
            }
        }
    }

    @Test
    void linksLeadToFilesThatAreThere() throws IOException {
        String readme = Files.readString(Project.root().resolve("README.md"));
        Matcher link = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)").matcher(readme);
        assertThat(link.results().map(result -> result.group(1)))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(Project.root().resolve(target)).exists());
    }

    @Test
    void testsThatHoldThePromisesAreThere() throws IOException {
        Matcher test = Pattern.compile("`(\\w+Test)`")
                .matcher(Files.readString(Project.root().resolve("README.md")));
        Set<String> named =
                test.results().map(result -> result.group(1) + ".java").collect(Collectors.toSet());
        try (Stream<Path> library = Files.walk(Project.root().resolve("lib/src/test/java"));
                Stream<Path> scripts = Files.walk(Project.root().resolve("scripts/src/test/java"))) {
            Stream<Path> sources = Stream.concat(library, scripts);
            assertThat(sources.map(source -> source.getFileName().toString()).collect(Collectors.toSet()))
                    .containsAll(named);
        }
        assertThat(named).hasSizeGreaterThan(10);
    }

    private static boolean isRun(Block block) {
        return switch (block.language()) {
            case "sh" ->
                !block.text().startsWith("scripts/mlab test") && !block.text().startsWith("scripts/mlab bench");
            case "python" -> true;
            default -> false;
        };
    }

    private static List<Block> blocks() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Project.root().resolve("README.md")));
        List<Block> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        return blocks;
    }

    private String python(String script) {
        return Python.with(Python.PANDAS.get(3)).run("import os; os.chdir(%s)%n%s".formatted(quoted(folder), script));
    }

    private String shell(String commands) throws Exception {
        Path output = Files.createTempFile("readme", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", commands)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Stream.of("LOCAL_STORAGE_PATH", "GCS_BUCKET_NAME", "STORAGE_TYPE", "MARKETLAB_CONFIG")
                    .forEach(builder.environment()::remove);
            Process process = builder.start();
            process.getOutputStream().close();
            int code = process.waitFor();
            String printed = Files.readString(output);
            assertThat(code).as(commands + "\n" + printed).isZero();
            return printed;
        } finally {
            Files.delete(output);
        }
    }

    private static String comparable(String text) {
        String answer = text.replaceAll("(?m)^(\\[jbang\\]|mlab: bringing JBang).*\\n", "")
                .strip();
        return TIMESTAMP.matcher(answer).replaceAll("TIME").replaceAll("(?m) +$", "");
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
