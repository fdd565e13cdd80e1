package marketlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketlab.peer.Browser;
import marketlab.peer.GcsEmulator;
import marketlab.peer.Jupyter;
import marketlab.peer.Project;
import marketlab.peer.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executes the notebooks, Python beside them too, and holds the stored ones to it. Each is left in {@code .cache/notebooks} as
 * it is to be stored: with pictures for figures, which a code host shows, and which no reader has to trust.
 */
@Tag("slow")
class NotebooksTest {

    private static final Path NOTEBOOKS = Project.root().resolve("notebooks");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIGURES = ".marketlab-figures";

    @TempDir
    static Path folder;

    private static Jupyter jupyter;
    private static Browser browser;
    private static GcsEmulator emulator;

    @BeforeAll
    static void start() throws IOException {
        jupyter = Jupyter.installed();
        browser = Browser.open();
        emulator = GcsEmulator.start();
        emulator.makeBucket("lab");
        Path history = Files.createDirectories(folder.resolve("history"));
        try (Stream<Path> files = Files.list(NOTEBOOKS.resolve("history"))) {
            for (Path file : files.toList()) {
                Files.copy(file, history.resolve(file.getFileName()));
            }
        }
    }

    @AfterAll
    static void stop() {
        browser.close();
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01-first-dataset", "02-index-models", "03-option-chain", "04-storage", "05-java-and-pandas"})
    void notebookRunsAndShowsWhatIsStored(String name) throws IOException {
        Path notebook = NOTEBOOKS.resolve(name + ".ipynb");
        Path executed = jupyter.execute(notebook, folder, "STORAGE_EMULATOR_HOST=" + emulator.address());
        List<byte[]> figures = figures(executed);
        assertThat(figures).hasSizeGreaterThan(name.startsWith("04") ? -1 : 0);

        JsonNode toBeStored = withPictures(executed, figures);
        Path cache = Files.createDirectories(Project.cache("notebooks"));
        if (name.startsWith("01")) {
            takePicture(executed, name, cache.resolve("notebook.png"));
        }
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(cache.resolve(name + ".ipynb").toFile(), toBeStored);
        List<String> shown = shown(toBeStored);
        List<String> stored = shown(Jupyter.read(notebook));
        int same = 0;
        while (same < Math.min(shown.size(), stored.size()) && shown.get(same).equals(stored.get(same))) {
            same++;
        }
        assertThat(shown.stream().skip(same).findFirst())
                .as("%s is not as it was stored: look at %s, and copy it over if it is right", name, cache)
                .isEqualTo(stored.stream().skip(same).findFirst());
    }

    /** Opens the page of an executed notebook, and takes a picture of each figure. */
    private static List<byte[]> figures(Path notebook) {
        Path page = Path.of(notebook.toString().replaceFirst("ipynb$", "html"));
        try (Tab tab = browser.show(page)) {
            int count = tab.evaluate("new Promise(done => { const look = () => {"
                            + " const all = [...document.querySelectorAll('" + FIGURES + "')]; all.every(figure =>"
                            + " figure.querySelector('.gtitle'))"
                            + " ? setTimeout(() =>"
                            + " done(all.length), 500) :"
                            + " setTimeout(look, 50); };"
                            + " look(); })")
                    .asInt();
            List<byte[]> pictures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pictures.add(tab.screenshot(FIGURES, i));
            }
            return pictures;
        }
    }

    /** The picture of the README: the notebook in Jupyter. */
    private static void takePicture(Path executed, String name, Path png) throws IOException {
        Path opened = Files.copy(executed, folder.resolve(name + ".ipynb"));
        jupyter.jupyter(folder, "trust", opened.toString());
        try (Jupyter.Server server = jupyter.serve(folder)) {
            Tab tab = browser.show(server.page("notebooks/" + name + ".ipynb"));
            tab.resize(1200, 1500);
            tab.evaluate("new Promise(done => { const look = () => document.querySelector('.gtitle')"
                    + " ? setTimeout(done, 3000) : setTimeout(look, 50); look(); })");
            tab.screenshot(png);
        }
    }

    private static JsonNode withPictures(Path executed, List<byte[]> pictures) {
        JsonNode notebook = Jupyter.read(executed);
        int next = 0;
        for (JsonNode cell : notebook.path("cells")) {
            ((ObjectNode) cell).putObject("metadata"); // else when it ran is in it
            for (JsonNode output : cell.path("outputs")) {
                if (text(output.path("data").path("text/html")).contains("marketlab-figures")) {
                    ObjectNode data = (ObjectNode) output.path("data");
                    data.remove("text/html");
                    data.put("image/png", Base64.getEncoder().encodeToString(pictures.get(next++)));
                }
            }
        }
        assertThat(next).isEqualTo(pictures.size());
        return notebook;
    }

    /** Text and outputs of a notebook, without the time at which it ran, and without pictures. */
    private static List<String> shown(JsonNode notebook) {
        List<String> shown = new ArrayList<>();
        for (JsonNode cell : notebook.path("cells")) {
            shown.add(text(cell.path("source")));
            for (JsonNode output : cell.path("outputs")) {
                output.path("data").properties().stream()
                        .filter(data -> !data.getKey().equals("image/png"))
                        .forEach(data -> shown.add(data.getKey() + ": " + text(data.getValue())));
                shown.add(text(output.path("text")));
            }
        }
        return shown.stream()
                .map(text -> text.replaceAll("\\d{8}_\\d{6}", "TIME")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME"))
                .toList();
    }

    private static String text(JsonNode lines) {
        return lines instanceof ArrayNode
                ? StreamSupport.stream(lines.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining())
                : lines.asText();
    }
}
