package marketlab.jupyter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The kernels that Jupyter finds on this machine. */
public final class KernelSpecs {

    static final String FILE = "kernel.json";
    public static final String LAUNCHER = "MARKETLAB_LAUNCHER";
    public static final String SPARK = "--spark";

    private static final ObjectMapper JSON = new ObjectMapper();

    private KernelSpecs() {}

    /**
     * A kernel.
     *
     * @param folder the kernel's folder, which has its name
     * @param command the command that starts it
     */
    public record KernelSpec(Path folder, List<String> command) {

        public String name() {
            return folder.getFileName().toString();
        }

        /** Whether marketlab's launcher starts it. */
        public boolean isOurs() {
            return command.size() > 2 && command.subList(1, 3).equals(List.of("kernel", "run"));
        }

        /** Whether its launcher still exists. */
        public boolean isWhole() {
            return Files.isExecutable(Path.of(command.get(0)));
        }

        /** The jar of JJava, if this is a JJava that marketlab did not install. */
        public Optional<Path> jjava() {
            return isOurs()
                    ? Optional.empty()
                    : command.stream()
                            .map(word -> word.replace("{resource_dir}", folder.toString()))
                            .filter(word -> word.matches(".*jjava(?!-launcher)[^/\\\\]*\\.jar"))
                            .map(Path::of)
                            .filter(Files::isRegularFile)
                            .findFirst();
        }
    }

    /** Jupyter's folder of this user. */
    static Path userData() {
        return userData(System.getenv(), System.getProperty("os.name"));
    }

    /** The same folder as in jupyter_core. HOME decides, which Java's user.home ignores. */
    static Path userData(Map<String, String> environment, String system) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        if (!environment.getOrDefault("JUPYTER_DATA_DIR", "").isEmpty()) {
            return Path.of(environment.get("JUPYTER_DATA_DIR"));
        } else if (system.startsWith("Mac")) {
            return Path.of(home, "Library", "Jupyter");
        } else if (system.startsWith("Windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home), "jupyter");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data)).resolve("jupyter");
    }

    /** All kernels: of this user, of the active environment, of each jupyter on the PATH, and of the machine. */
    public static List<KernelSpec> all() {
        Set<Path> folders = new LinkedHashSet<>();
        paths("JUPYTER_PATH").forEach(folders::add);
        folders.add(userData());
        Stream.of("VIRTUAL_ENV", "CONDA_PREFIX")
                .flatMap(KernelSpecs::paths)
                .forEach(prefix -> folders.add(share(prefix)));
        paths("PATH")
                .filter(folder -> Files.isExecutable(folder.resolve("jupyter")) && folder.getParent() != null)
                .forEach(folder -> folders.add(share(folder.getParent())));
        Stream.of("/usr/local", "/usr").forEach(prefix -> folders.add(share(Path.of(prefix))));
        return folders.stream()
                .flatMap(folder -> in(folder.resolve("kernels")).stream())
                .toList();
    }

    /** The kernels of an environment. */
    public static List<KernelSpec> of(Path prefix) {
        return in(share(prefix).resolve("kernels"));
    }

    /** The kernel in this folder, if there is one. */
    public static Optional<KernelSpec> read(Path folder) {
        try {
            JsonNode command = JSON.readTree(folder.resolve(FILE).toFile()).path("argv");
            List<String> words = StreamSupport.stream(command.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return words.isEmpty() ? Optional.empty() : Optional.of(new KernelSpec(folder, words));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public static void write(Path folder, Map<String, ?> spec) throws IOException {
        Files.createDirectories(folder);
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(FILE).toFile(), spec);
    }

    private static List<KernelSpec> in(Path kernels) {
        List<KernelSpec> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(kernels)) {
            folders.sorted().forEach(folder -> read(folder).ifPresent(found::add));
        } catch (IOException e) {
            return List.of();
        }
        return found;
    }

    private static Path share(Path prefix) {
        return prefix.resolve("share/jupyter").toAbsolutePath();
    }

    private static Stream<Path> paths(String variable) {
        return Arrays.stream(System.getenv().getOrDefault(variable, "").split(File.pathSeparator))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }
}
