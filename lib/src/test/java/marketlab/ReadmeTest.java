package marketlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.peer.Project;
import marketlab.peer.Python;
import marketlab.peer.QuickJava;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the READMEs, each in a fresh folder: its {@code sh} blocks in order, its {@code python} blocks in real pandas in the
 * same folder. A {@code text} block right behind one of them is what that one prints. Blocks that begin the tests or the
 * benchmarks are not run here.
 */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{8}_\\d{6}(~\\d{4})?");

    @TempDir
    Path folder;

    private record Block(String language, String text) {}

    static List<String> readmes() {
        return List.of("README.md", "lib/README.md", "scripts/README.md", "notebooks/README.md");
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("readmes")
    void everyBlockRunsAndPrintsWhatIsShown(String readme) throws Exception {
        for (String used : List.of("scripts", "lib", "notebooks")) {
            Files.createSymbolicLink(folder.resolve(used), Project.root().resolve(used));
        }
        List<Block> blocks = blocks(readme);
        assertThat(blocks).filteredOn(ReadmeTest::isRun).isNotEmpty();
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

    @ParameterizedTest
    @MethodSource("readmes")
    void linksLeadToFilesAndHeadingsThatAreThere(String readme) throws IOException {
        Path file = Project.root().resolve(readme);
        assertThat(LINK.matcher(Files.readString(file)).results()).isNotEmpty().allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).contains(link.group(2));
            }
        });
    }

    @Test
    void frontPageIsShort() throws IOException {
        assertThat(Files.readAllLines(Project.root().resolve("README.md"))).hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void testsThatHoldThePromisesAreThere() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String readme : readmes()) {
            Matcher test = Pattern.compile("`(\\w+Test)[`#]")
                    .matcher(Files.readString(Project.root().resolve(readme)));
            test.results().forEach(result -> named.add(result.group(1) + ".java"));
        }
        try (Stream<Path> library = Files.walk(Project.root().resolve("lib/src/test/java"));
                Stream<Path> scripts = Files.walk(Project.root().resolve("scripts/src/test/java"))) {
            Stream<Path> sources = Stream.concat(library, scripts);
            assertThat(sources.map(source -> source.getFileName().toString()).collect(Collectors.toSet()))
                    .containsAll(named);
        }
        assertThat(named).hasSizeGreaterThan(10);
    }

    /** The map of the library names its sources as `room/Class.java`. */
    @Test
    void sourcesThatTheMapNamesAreThere() throws IOException {
        Path main = Project.root().resolve("lib/src/main/java/marketlab");
        Path tests = Project.root().resolve("lib/src/test/java/marketlab");
        assertThat(Pattern.compile("`((?!\\S*/(?:My|Rough))[a-z]+(?:/[a-z]+)*/\\w+\\.java)[`#]")
                        .matcher(Files.readString(Project.root().resolve("lib/README.md")))
                        .results()
                        .map(source -> source.group(1)))
                .hasSizeGreaterThan(10)
                .allSatisfy(source -> assertThat(
                                List.of(Project.root().resolve(source), main.resolve(source), tests.resolve(source)))
                        .as(source)
                        .anyMatch(Files::exists));
    }

    /** The map of the library names its methods as Class#method. */
    @Test
    void methodsThatTheMapNamesAreThere() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(Project.root().resolve("lib/src"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        assertThat(Pattern.compile("\\b([A-Z]\\w+)(?:\\.java)?#(\\w+)")
                        .matcher(Files.readString(Project.root().resolve("lib/README.md")))
                        .results())
                .hasSizeGreaterThan(5)
                .allSatisfy(method -> assertThat(sources.get(method.group(1)))
                        .as(method.group())
                        .contains(" " + method.group(2) + "("));
    }

    /** The anchors that a code host gives the headings of a page. */
    private static List<String> anchors(Path page) throws IOException {
        String text = BLOCK.matcher(Files.readString(page)).replaceAll("");
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\d _-]", "").replace(' ', '-'))
                .toList();
    }

    private static boolean isRun(Block block) {
        return switch (block.language()) {
            case "sh" ->
                !block.text().startsWith("scripts/mlab test") && !block.text().startsWith("scripts/mlab bench");
            case "python" -> true;
            default -> false;
        };
    }

    private static List<Block> blocks(String readme) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Project.root().resolve(readme)));
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
            QuickJava.in(builder.environment());
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
        String answer = QuickJava.withoutNotice(text)
                .replaceAll("(?m)^(\\[jbang\\]|mlab: bringing JBang).*\\n", "")
                .strip();
        return TIMESTAMP.matcher(answer).replaceAll("TIME").replaceAll("(?m) +$", "");
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
