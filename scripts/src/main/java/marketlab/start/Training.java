package marketlab.start;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the archive of the classes that the verbs use, which Java maps into memory instead of reading and checking each
 * class. The launcher starts this in the background, once for a build.
 */
final class Training {
    /** Their classes are archived. The first makes the datasets of the others. */
    private static final List<List<String>> VERBS = List.of(
            List.of("demo"),
            List.of("generate", "index"),
            List.of("list"),
            List.of("latest", "index/nifty/gbm"),
            List.of("show", "index", "--latest"),
            List.of("describe", "index", "--latest"),
            List.of("shell", "-i"),
            List.of("shell", "-e", "help()"));

    private final Path folder;
    private final List<String> command;

    /**
     * @param folder where the datasets and lists are left, beside the archive
     * @param command that runs the verbs: Java, its options, and the main class
     */
    private Training(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    /** Arguments: the folder of the build, and the command that runs it. */
    public static void main(String... args) throws IOException, InterruptedException {
        Path build = Path.of(args[0]);
        String classPath = OneJar.join(build.resolve("all.jar"));
        Files.writeString(build.resolve("classpath"), classPath + "\n");
        Training training =
                new Training(build.resolve("training"), List.of(args).subList(1, args.length));
        Path archive = training.archive(training.classes(), classPath);
        Files.move(archive, build.resolve("classes.jsa"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The classes that the verbs load, as Java lists them, each once and in order. */
    private Path classes() throws IOException, InterruptedException {
        Set<String> classes = new LinkedHashSet<>();
        HttpServer bucket = TrainingBucket.open();
        try {
            for (List<String> verb : VERBS) {
                classes.addAll(classes(bucket, verb, "local:data"));
            }
            classes.addAll(classes(bucket, List.of("latest", "index/nifty/gbm"), "gs://lab"));
        } finally {
            bucket.stop(0);
        }
        return Files.write(folder.resolve("classes"), classes);
    }

    private List<String> classes(HttpServer bucket, List<String> verb, String storage)
            throws IOException, InterruptedException {
        Path list = folder.resolve("list");
        Files.deleteIfExists(list);
        List<String> line = new ArrayList<>(command);
        line.add(1, "-XX:DumpLoadedClassList=" + list);
        line.addAll(verb);
        line.addAll(List.of("--storage", storage));
        run(line, "127.0.0.1:" + bucket.getAddress().getPort());
        if (Files.notExists(list)) {
            return List.of();
        }
        return Files.readAllLines(list).stream()
                .filter(each -> !each.contains(" source: "))
                .map(each -> each.replaceFirst(" id: \\d+$", ""))
                .toList();
    }

    private Path archive(Path classes, String classPath) throws IOException, InterruptedException {
        Path archive = folder.resolve("archive");
        run(
                List.of(
                        command.get(0),
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + archive,
                        "-classpath",
                        classPath),
                "");
        return archive;
    }

    /** Runs a program whose home is our folder, so that the user's settings and history stay as they are. */
    private void run(List<String> line, String bucket) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("HOME", folder.toString());
        program.environment().put("STORAGE_EMULATOR_HOST", bucket);
        program.environment().remove("MARKETLAB_CONFIG");
        Process process = program.start();
        process.getOutputStream().close();
        process.waitFor();
    }
}
