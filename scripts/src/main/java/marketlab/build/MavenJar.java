package marketlab.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A jar in a Maven repository on this machine. */
public record MavenJar(Path file) {

    /**
     * The jars on the class path of a script, in its order, without those that JBang builds of our own sources.
     *
     * @throws IOException if JBang cannot be called or does not find out
     */
    public static List<MavenJar> of(Path script) throws IOException, InterruptedException {
        String launcher = System.getenv("MARKETLAB_LAUNCHER");
        List<String> question = List.of("info", "classpath", "--deps-only", script.toString());
        List<String> jbang = launcher == null ? List.of("jbang") : List.of(launcher, "jbang");
        Process process = new ProcessBuilder(
                        Stream.concat(jbang.stream(), question.stream()).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes()).strip();
        if (process.waitFor() != 0) {
            throw new IOException("[" + script + "] JBang does not tell the class path of this script, see above");
        }
        return Stream.of(answer.split(File.pathSeparator))
                .filter(path -> !path.isEmpty())
                .map(path -> new MavenJar(Path.of(path)))
                .filter(MavenJar::isInRepository)
                .toList();
    }

    /** A repository has the description of a jar beside it; a jar that was just built has none. */
    private boolean isInRepository() {
        return Files.exists(file.resolveSibling(artifact() + "-" + version() + ".pom"));
    }

    public String version() {
        return file.getParent().getFileName().toString();
    }

    public String artifact() {
        return file.getParent().getParent().getFileName().toString();
    }

    /** What follows the version in the name of the file, or an empty text. */
    public String classifier() {
        String name = file.getFileName().toString();
        int start = artifact().length() + 1 + version().length();
        return name.substring(start, name.length() - ".jar".length()).replaceFirst("^-", "");
    }

    public String group(Path repository) {
        Path folder = repository.relativize(file).getParent().getParent().getParent();
        return folder.toString().replace(File.separatorChar, '.');
    }

    /** The innermost folder that has all these jars. */
    public static Path repository(List<MavenJar> jars) {
        Path folder = jars.get(0).file.getParent();
        while (true) {
            Path candidate = folder;
            if (jars.stream().allMatch(jar -> jar.file.startsWith(candidate))) {
                return folder;
            }
            folder = folder.getParent();
        }
    }
}
