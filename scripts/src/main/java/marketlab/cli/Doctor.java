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
                "Checks Java, JBang, the storage, pandas and the Jupyter kernel. Each line says ok, none (missing, but"
                        + " optional) or wrong, and what to do.",
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

    /** Something optional is missing; the message says how to get it. */
    private static final class Absent extends Exception {

        private static final long serialVersionUID = 1;

        Absent(String advice) {
            super(advice);
        }
    }

    @Override
    public Integer call() {
        check("java", () -> System.getProperty("java.version") + " at " + System.getProperty("java.home"));
        check("jbang", () -> onPath("jbang", "mlab has its own, call it with: mlab jbang"));
        check("storage", this::roundTrip);
        check("newest", this::newest);
        check(
                "emulator",
                () -> storage.config().gcsEmulatorHost().isEmpty()
                        ? "not set: gs:// means Google Cloud Storage"
                        : "gs:// means the emulator at "
                                + Setting.masked(storage.config().gcsEmulatorHost()));
        check("pandas", Doctor::pandas);
        check("jupyter", () -> onPath("jupyter", "if you want notebooks: pip install jupyterlab"));
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
            return opened.root() + ": writing, reading and deleting work";
        }
    }

    /** Finds a dataset whose name has a time in the future: it hides those that are saved now. */
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
        onPath("python3", "if you want pandas, install Python");
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
                return text + " can read what marketlab writes";
            }
            if (text.contains("No module named 'pandas'")) {
                throw new Absent("not installed for python3; if you want it: pip install pandas");
            }
            throw new IOException(
                    "pandas cannot read what marketlab writes: " + text.substring(text.lastIndexOf('\n') + 1));
        } finally {
            Files.delete(file);
            Files.delete(printed);
        }
    }

    private static String kernel() throws Absent, IOException {
        Optional<KernelSpec> kernel =
                KernelSpecs.all().stream().filter(KernelSpec::isOurs).findFirst();
        KernelSpec found =
                kernel.orElseThrow(() -> new Absent("not installed; if you want notebooks: mlab kernel install"));
        if (!found.isWhole()) {
            throw new IOException("[%s] the program that this kernel starts no longer exists; run: mlab kernel install"
                    .formatted(found.folder()));
        }
        return "in " + found.folder();
    }

    private static Dataset sample() {
        return Dataset.of(Table.create("sample", DoubleColumn.create("Close", 1, 2)));
    }

    private static String onPath(String program, String advice) throws Absent {
        if (Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            throw new Absent("not on the PATH; " + advice);
        }
        return "on the PATH";
    }
}
