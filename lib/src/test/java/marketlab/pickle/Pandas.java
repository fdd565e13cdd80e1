package marketlab.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketlab.dataset.Dataset;
import marketlab.peer.Project;
import marketlab.peer.Python;

/** Real pandas as the judge of what is read and written. */
final class Pandas {

    static final Path RESOURCES = Project.root().resolve("lib/src/test/resources/marketlab/pickle");

    private Pandas() {}

    static List<List<String>> all() {
        return Python.PANDAS;
    }

    /** Those that read what a later pandas pickled; 1.1 does not. */
    static List<List<String>> laterThanTheFirst() {
        return all().subList(1, all().size());
    }

    /** The ends of {@link #all}, for what does not differ in between. */
    static List<List<String>> oldestAndNewest() {
        return List.of(all().get(0), all().get(all().size() - 1));
    }

    static String run(List<String> requirements, String script, Object... arguments) throws IOException {
        return Python.with(requirements).run(Files.readString(RESOURCES.resolve(script)), arguments);
    }

    static List<Path> pickles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".pkl"))
                    .sorted()
                    .toList();
        }
    }

    /** Files written by Java and the Python expressions of what they must hold, checked in one process. */
    static final class Expectations {

        private final Path folder;
        private final Map<Path, String> expressions = new LinkedHashMap<>();

        Expectations(Path folder) {
            this.folder = folder;
        }

        void add(Dataset dataset, String expression) throws IOException {
            Path file = folder.resolve(expressions.size() + ".pkl");
            PandasPickle.write(dataset, file);
            expressions.put(file, expression);
        }

        void verify(List<String> requirements) throws IOException {
            List<Object> arguments = new ArrayList<>();
            expressions.forEach((file, expression) -> arguments.addAll(List.of(file, expression)));
            assertThat(run(requirements, "expect_frames.py", arguments.toArray()))
                    .isEmpty();
        }
    }
}
