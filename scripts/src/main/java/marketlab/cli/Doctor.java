package marketlab.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import marketlab.config.Setting;
import marketlab.dataset.Dataset;
import marketlab.jupyter.KernelSpecs;
import marketlab.jupyter.KernelSpecs.KernelSpec;
import marketlab.pickle.PandasPickle;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks Java, JBang, the storage, pandas and the Jupyter kernel; each line says ok, none or wrong, and"
                        + " what to do.",
        footer = {"", "Example: mlab doctor --storage gs://my-bucket"})
final class Doctor implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;
    private static final String READ = "import sys, pandas as pd; f = pd.read_pickle(sys.argv[1]); "
            + "assert list(f['Close']) == [1.0, 2.0]; print(pd.__version__)";

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    private boolean wrong;

    private interface Check {
        String run() throws Exception;
    }

    /** What one can do without is not there; says how to get it. */
    private static final class Absent extends Exception {

        private static final long serialVersionUID = 1;

        Absent(String advice) {
            super(advice);
        }
    }

    @Override
    public Integer call() {
        check("java", () -> System.getProperty("java.version") + " at " + System.getProperty("java.home"));
        check("jbang", () -> onPath("jbang", "mlab brings its own, to be called as mlab jbang"));
        check("storage", this::roundTrip);
        check("newest", this::newest);
        check(
                "emulator",
                () -> storage.config().gcsEmulatorHost().isEmpty()
                        ? "none set: gs:// is Google's"
                        : "gs:// is the emulator at "
                                + Setting.masked(storage.config().gcsEmulatorHost()));
        check("pandas", Doctor::pandas);
        check("jupyter", () -> onPath("jupyter", "pip install jupyterlab, if you want notebooks"));
        check("kernel", Doctor::kernel);
        return wrong ? 1 : 0;
    }

    private void check(String what, Check check) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.printf("%-10s ok     %s%n", what, check.run());
        } catch (Absent e) {
            out.printf("%-10s none   %s%n", what, e.getMessage());
        } catch (Exception e) {
            wrong = true;
            out.printf(
                    "%-10s wrong  %s%n",
                    what, String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString()));
        }
        out.flush();
    }

    private String roundTrip() {
        String path = "doctor-" + UUID.randomUUID() + ".pkl";
        try (Storage opened = storage.open()) {
            opened.save(sample(), path);
            opened.load(path);
            opened.delete(path);
            return opened.root() + " can be written, read and deleted from";
        }
    }

    /** A dataset whose name is of a time to come hides those that are saved now. */
    private String newest() throws Absent, IOException {
        List<String> told = new ArrayList<>();
        try (Storage opened = storage.open().telling(told::add)) {
            String path = opened.latest("");
            if (!told.isEmpty()) {
                throw new IOException(String.join("; ", told));
            }
            return opened.place(path);
        } catch (StorageException e) {
            throw new Absent(e.getMessage());
        }
    }

    private static String pandas() throws Absent, IOException, InterruptedException {
        onPath("python3", "install Python, if you want pandas");
        Path file = Files.createTempFile("doctor", ".pkl");
        Path printed = Files.createTempFile("doctor", ".out");
        try {
            PandasPickle.write(sample(), file);
            Process python = new ProcessBuilder("python3", "-c", READ, file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean done = python.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(printed, StandardCharsets.UTF_8).strip();
            if (done && python.exitValue() == 0) {
                return text + " reads what marketlab writes";
            }
            if (text.contains("No module named 'pandas'")) {
                throw new Absent("not there for python3: pip install pandas, if you want it");
            }
            throw new IOException(
                    "pandas does not read what marketlab writes: " + text.substring(text.lastIndexOf('\n') + 1));
        } finally {
            Files.delete(file);
            Files.delete(printed);
        }
    }

    private static String kernel() throws Absent, IOException {
        Optional<KernelSpec> kernel =
                KernelSpecs.all().stream().filter(KernelSpec::isOurs).findFirst();
        KernelSpec found =
                kernel.orElseThrow(() -> new Absent("not installed: mlab kernel install, if you want notebooks"));
        if (!found.isWhole()) {
            throw new IOException("[%s] starts what is no longer there: mlab kernel install".formatted(found.folder()));
        }
        return "in " + found.folder();
    }

    private static Dataset sample() {
        return Dataset.of(Table.create("sample", DoubleColumn.create("Close", 1, 2)));
    }

    private static String onPath(String program, String advice) throws Absent {
        if (Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            throw new Absent("not on the PATH: " + advice);
        }
        return "on the PATH";
    }
}
