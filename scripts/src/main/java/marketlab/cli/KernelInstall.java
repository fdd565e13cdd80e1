package marketlab.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import marketlab.jupyter.KernelPlace;
import marketlab.jupyter.KernelSpecs;
import marketlab.jupyter.KernelSpecs.KernelSpec;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = "Installs the kernel for this user, or into a virtual environment, and prints its folder.",
        footer = {
            "",
            "All that the kernel needs is downloaded now, so that notebooks start at once. The kernel uses the Java of"
                    + " this call.",
            "Example: mlab kernel install --prefix \"$VIRTUAL_ENV\""
        })
final class KernelInstall implements Callable<Integer> {

    private static final List<String> KEPT = List.of("JBANG_DIR", "JBANG_CACHE_DIR");

    @Spec
    CommandSpec spec;

    @Mixin
    KernelPlace place;

    @Option(names = "--force", description = "Replace a kernel with this name that marketlab did not install.")
    boolean force;

    @ArgGroup
    Engine engine = new Engine();

    static final class Engine {

        @Option(names = "--jjava", description = "Run an installed JJava (pip install --pre jjava) instead of IJava.")
        boolean jjava;

        @Option(names = "--spark", description = "Include Apache Spark and the word spark(), as in: mlab spark shell.")
        boolean spark;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = place.folder();
        Optional<KernelSpec> present = KernelSpecs.read(folder);
        if (!force && Files.exists(folder) && !present.map(KernelSpec::isOurs).orElse(false)) {
            throw new IOException(
                    "[%s] another kernel with this name already exists; use another --name, or replace it with --force"
                            .formatted(folder));
        }
        Path launcher = launcher();
        List<String> command = new ArrayList<>(List.of(launcher.toString(), "kernel", "run"));
        if (engine.jjava) {
            command.addAll(List.of("--jjava", jjavaJar().toString()));
        }
        if (engine.spark) {
            command.add(KernelSpecs.SPARK);
        }
        prepare(engine.spark ? command : command.subList(0, 3));
        command.add("{connection_file}");
        List<String> startups = engine.spark
                ? List.of("kit.jsh", "spark.jsh", "notebook.jshell")
                : List.of("kit.jsh", "notebook.jshell");
        String startup = startups.stream()
                .map(file -> launcher.resolveSibling(file).toString())
                .collect(Collectors.joining(File.pathSeparator));
        KernelSpecs.write(
                folder,
                Map.of(
                        "argv",
                        command,
                        "display_name",
                        "Java (%s)".formatted(place.name),
                        "language",
                        "java",
                        "interrupt_mode",
                        "message",
                        "env",
                        environment(startup)));
        spec.commandLine().getOut().println(folder);
        spec.commandLine().getErr().println("in a notebook, choose the kernel Java (%s)".formatted(place.name));
        return 0;
    }

    /**
     * Jupyter may start without the variables of this shell. They are stored with the kernel, so that it finds its
     * build.
     */
    private static Map<String, String> environment(String startup) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "IJAVA_STARTUP_SCRIPTS_PATH", startup,
                "JJAVA_STARTUP_SCRIPTS_PATH", startup));
        for (String variable : KEPT) {
            Optional.ofNullable(System.getenv(variable)).ifPresent(value -> environment.put(variable, value));
        }
        return environment;
    }

    private static Path launcher() throws IOException {
        String launcher = System.getenv(KernelSpecs.LAUNCHER);
        if (launcher == null) {
            throw new IOException("only scripts/mlab can start a kernel; install it with: scripts/mlab kernel install");
        }
        return Path.of(launcher);
    }

    private static Path jjavaJar() throws IOException {
        return KernelSpecs.all().stream()
                .flatMap(kernel -> kernel.jjava().stream())
                .findFirst()
                .orElseThrow(() ->
                        new IOException("JJava is not installed; run pip install --pre jjava, or leave out --jjava"));
    }

    private static void prepare(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (builder.start().waitFor() != 0) {
            throw new IOException("the kernel cannot start; see the messages above");
        }
    }
}
