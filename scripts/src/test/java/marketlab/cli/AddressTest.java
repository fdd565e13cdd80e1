package marketlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketlab.cli.VerbProcess.Answer;
import marketlab.peer.GcsEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb takes every form of an address, of a folder and of a bucket, and answers the same. */
@Tag("slow")
class AddressTest {

    private static final String OLD = "/gbm/20230901_123045_bullish.pkl";
    private static final String NEW = "/gbm/20230902_123045_bearish.pkl";

    /** {@code DIR} and {@code OLD} stand for the directory's and a dataset's address. */
    private static final List<String> VERBS = List.of(
            "list DIR",
            "list DIR --match bull",
            "latest DIR",
            "latest DIR --match bull",
            "latest DIR --as-of 2023-09-01",
            "versions DIR",
            "verify DIR",
            "verify DIR --regenerate",
            "prune DIR --keep 1",
            "show DIR --latest",
            "describe DIR --latest",
            "plot DIR --latest --out PAGE",
            "plot DIR --kind fan --out PAGE",
            "show OLD",
            "show OLD --sparkline",
            "describe OLD",
            "plot OLD --out PAGE",
            "plot OLD --compare NEW --out PAGE",
            "diff OLD NEW",
            "convert OLD CSV");

    /** What {@code index/nifty} may be called. */
    private static final List<String> FORMS = List.of(
            "index/nifty",
            "data/index/nifty",
            "./data/index/nifty",
            "$PWD/data/index/nifty",
            "../$NAME/data/index/nifty",
            "$PWD/link/index/nifty",
            "local:data/index/nifty",
            "local:$PWD/data/index/nifty",
            "index/nifty --storage local:data",
            "index/nifty --storage ./data",
            "index/nifty --storage $PWD/data",
            "index/nifty --storage local:link",
            "$PWD/data/index/nifty --storage ./data",
            "./data/index/nifty --storage $PWD/data",
            "index/nifty --storage gs://lab/team",
            "team/index/nifty --storage gs://lab",
            "gs://lab/team/index/nifty",
            "gs://lab/team/index/nifty --storage gs://lab",
            "gs://lab/team/index/nifty --storage gs://lab/team",
            "gs://lab/v2/index/nifty",
            "v2/index/nifty --storage gs://lab",
            "gs://lab/team/v2/index/nifty");

    @TempDir
    private static Path folder;

    private static GcsEmulator emulator;
    private static VerbProcess mlab;
    private static int files;

    @BeforeAll
    static void saveTwoDatasetsEverywhere() throws IOException {
        emulator = GcsEmulator.start();
        emulator.makeBucket("lab");
        emulator.makeBucket("work");
        folder = folder.toRealPath();
        mlab = new VerbProcess(
                folder, Map.of("STORAGE_EMULATOR_HOST", emulator.address().toString()));
        done("generate", "index", "--days", "40", "--seed", "1", "--params", "bullish", "--storage", "local:made");
        done("generate", "index", "--days", "40", "--seed", "2", "--params", "bearish", "--storage", "local:made");
        for (String params : List.of("bullish", "bearish")) {
            byte[] pickle = Files.readAllBytes(
                    folder.resolve(done("latest", "index", "--match", params, "--storage", "./made")));
            String name = "index/nifty" + (params.equals("bullish") ? OLD : NEW);
            Path file = folder.resolve("data").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, pickle);
            for (String prefix : List.of("team/", "v2/", "team/v2/")) {
                emulator.put("lab", prefix + name, pickle);
            }
        }
        done("copy", "gs://lab", "gs://work", "team");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        mlab.close();
        emulator.close();
    }

    static Stream<String[]> verbsAndForms() {
        return VERBS.stream().flatMap(verb -> FORMS.stream().map(form -> new String[] {verb, form}));
    }

    @ParameterizedTest
    @MethodSource("verbsAndForms")
    void everyVerbTakesEveryForm(String verb, String form) throws IOException {
        Answer wanted = run(verb, "index/nifty");
        Answer answer = run(verb, form);
        assertThat(answer.err()).doesNotContain("mlab: ");
        assertThat(answer.code()).isEqualTo(verb.startsWith("diff") ? 1 : 0);
        assertThat(withoutRoots(answer.out())).isEqualTo(withoutRoots(wanted.out()));
        assertThat(withoutRoots(answer.err())).isEqualTo(withoutRoots(wanted.err()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        list /nowhere                            | [/nowhere] is not in the storage data; name the storage that it is in
        latest ..                                | [..] is not in the storage data
        versions local:made/index                | [local:made/index] is not in the storage data
        verify ./made                            | [./made] is not in the storage data
        prune $PWD/made --keep 1                 | /made] is not in the storage data
        show ./none.pkl                          | [./none.pkl] no such file
        show ./made --latest                     | [./made] is not in the storage data
        list gs://lab/team --storage ./data      | [gs://lab/team] is not in the storage data
        list gs://lab/index --storage gs://lab/team | [gs://lab/index] is not in the storage gs://lab/team
        list ./data --storage gs://lab           | [./data] is not in the storage gs://lab
        list gs://lab/none                       | [gs://lab/none] no dataset here; there are some in: team/index/nifty/gbm, team/v2
        convert none.csv x.csv                   | [data/none.csv] this is no file, and no dataset: dataset names end with .pkl
        """)
    void whatIsOutsideOfTheStorageIsToldInOneLine(String command, String reason) {
        Answer answer = mlab.run(command.replace("$PWD", folder.toString())
                .replace("$NAME", folder.getFileName().toString())
                .split(" "));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).startsWith("mlab: [").contains(reason).hasLineCount(1);
    }

    @Test
    void twoNamesMayBeInTwoStorages() throws IOException {
        String local = "index/nifty" + OLD;
        assertThat(mlab.run("diff", local, "gs://lab/team/index/nifty" + OLD)).isEqualTo(new Answer(0, "", ""));
        assertThat(mlab.run("diff", "gs://lab/team/index/nifty" + OLD, "./made").err())
                .contains("[./made] is not in the storage");
        done("plot", local, "--compare", "gs://lab/team/index/nifty" + NEW, "--out", file("html"));
        done("convert", "gs://lab/team/index/nifty" + OLD, file("csv"));
    }

    @Test
    void whatIsNewIsSavedFromItsDataTypeOn() throws IOException {
        Files.writeString(folder.resolve("spx.csv"), "date,close\n2000-01-03,1\n2000-01-04,2\n");
        assertThat(done("save", "spx.csv", "gs://work/new/index/spx/history"))
                .startsWith("gs://work/new/index/spx/history/");
        assertThat(done("save", "spx.csv", "gs://work/new/v3/index/spx/history"))
                .startsWith("gs://work/new/v3/index/spx/history/");
        assertThat(done("save", "spx.csv", "./data/index/spx/history")).startsWith("data/index/spx/history/");
        assertThat(done("describe", "gs://work/new/v3/index/spx/history", "--latest"))
                .contains("data_version     3");
        assertThat(mlab.run("save", "spx.csv", "gs://work/spx").err())
                .contains("a dataset's folder is DATA_TYPE/MARKET/MODEL");
    }

    @Test
    void historyIsFoundAgainWhereverTheStorageBegins() {
        String history = "index/nifty" + OLD;
        String[] bootstrap = {
            "generate", "index", "--model", "bootstrap", "--days", "5", "--storage", "gs://work/team", "--from", ""
        };
        for (String name : List.of(history, "gs://work/team/" + history)) {
            bootstrap[bootstrap.length - 1] = name;
            done(bootstrap);
        }
        assertThat(done("verify", "gs://work/team/index/nifty/bootstrap", "--regenerate"))
                .isEmpty();
        assertThat(mlab.run("verify", "team/index/nifty/bootstrap", "--regenerate", "--storage", "gs://work")
                        .err())
                .endsWith("2 the same, 0 derived, 0 different, 0 cannot be; 0 were not generated\n");
    }

    @Test
    void copyTakesAFullPathAsItsDirectory() {
        for (String directory : List.of("index/nifty", "gs://lab/team/index/nifty/gbm")) {
            assertThat(done("copy", "gs://lab/team", "./copy-" + files++, directory)
                            .lines())
                    .hasSize(2);
        }
        assertThat(mlab.run("copy", "gs://lab/team", "./copy", "gs://lab/v2").err())
                .contains("is not in the storage gs://lab/team");
    }

    @Test
    void promptTakesTheSameForms() {
        for (String form : FORMS) {
            String[] words = form.replace("$PWD", folder.toString())
                    .replace("$NAME", folder.getFileName().toString())
                    .split(" ");
            List<String> code = new ArrayList<>(List.of(
                    "shell",
                    "-e",
                    "var d = \"%s\"; latest(d).metadata().text(\"params\").get() + list(d).size() + versions(d).size() + verify(d)\n"
                                    .formatted(words[0])
                            + "load(list(d).get(0)).metadata().text(\"params\").get() +"
                            + " load(versions(d).get(0).path()).table().rowCount()"));
            code.addAll(Arrays.asList(words).subList(1, words.length));
            assertThat(mlab.run(code.toArray(String[]::new)).out())
                    .as(form)
                    .isEqualTo("bearish222 whole, 0 damaged\nbullish40\n");
        }
    }

    @Test
    void configuredBucketIsTheStorageOfItsFullAddresses() throws IOException {
        Map<String, String> environment = Map.of(
                "STORAGE_EMULATOR_HOST",
                emulator.address().toString(),
                "STORAGE_TYPE",
                "gcs",
                "GCS_BUCKET_NAME",
                "lab/team");
        try (VerbProcess other = new VerbProcess(folder, environment)) {
            for (String name : List.of("index/nifty/gbm", "gs://lab/team/index/nifty/gbm")) {
                assertThat(other.run("latest", name))
                        .isEqualTo(new Answer(0, "gs://lab/team/index/nifty" + NEW + "\n", ""));
            }
            assertThat(other.run("latest", "gs://lab/v2").out()).isEqualTo("gs://lab/v2/index/nifty" + NEW + "\n");
        }
    }

    @Test
    void bucketThatIsSetButNotUsedIsHintedAtOnce() throws IOException {
        Map<String, String> environment =
                Map.of("STORAGE_EMULATOR_HOST", emulator.address().toString(), "GCS_BUCKET_NAME", "lab/team");
        String hint = "the bucket lab/team is set (environment variable GCS_BUCKET_NAME), but the storage is the folder"
                + " ./data; to use the bucket set STORAGE_TYPE=gcs\n";
        try (VerbProcess other = new VerbProcess(folder, environment)) {
            assertThat(other.run("list").err()).isEqualTo(hint);
            assertThat(other.run("plot", "index", "--latest", "--out", file("html"))
                            .err())
                    .isEqualTo(hint);
            assertThat(other.run("diff", "index/nifty" + OLD, "index/nifty" + OLD)
                            .err())
                    .isEqualTo(hint);
            assertThat(other.run("search", "model=gbm").err()).isEqualTo(hint);
            assertThat(other.run("shell", "-e", "1").err()).isEqualTo(hint);
            assertThat(other.run("list", "--storage", "./data").err()).isEmpty();
            assertThat(other.run("list", "gs://lab/team").err()).isEmpty();
            Files.writeString(folder.resolve("marketlab.json"), "{\"storage\": {\"type\": \"local\"}}");
            assertThat(other.run("list").err()).isEmpty();
        } finally {
            Files.deleteIfExists(folder.resolve("marketlab.json"));
        }
    }

    private static Answer run(String verb, String form) {
        String[] words = form.replace("$PWD", folder.toString())
                .replace("$NAME", folder.getFileName().toString())
                .split(" ");
        List<String> command = new ArrayList<>();
        for (String word : verb.split(" ")) {
            command.add(
                    switch (word) {
                        case "DIR" -> words[0];
                        case "OLD" -> words[0] + OLD;
                        case "NEW" -> words[0] + NEW;
                        case "PAGE" -> folder + "/page.html";
                        case "CSV" -> file("csv");
                        default -> word;
                    });
        }
        command.addAll(Arrays.asList(words).subList(1, words.length));
        return mlab.run(command.toArray(String[]::new));
    }

    /** A file that is not there yet. */
    private static String file(String ending) {
        return folder + "/file" + files++ + "." + ending;
    }

    private static String done(String... args) {
        Answer answer = mlab.run(args);
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer.out().strip();
    }

    /** Of what was printed, all paths from the data type on, and of own files none. */
    private static String withoutRoots(String text) {
        return text.replaceAll("[^\\s\\[]*/(index|nifty)/", "$1/")
                .replaceAll("(index/)?nifty/", "")
                .replace(" v2 ", " -  ")
                .replaceAll("/file\\d+", "/file");
    }
}
