package marketlab.build;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/** A build of one of our scripts, and what the launcher remembers of it. */
final class ScriptBuild {
    private final LauncherFolders folders;
    private final JBang jbang;
    private final String script;

    /** @throws IOException if JBang is not installed and cannot be brought */
    ScriptBuild(LauncherFolders folders, String script) throws IOException, InterruptedException {
        this.folders = folders;
        this.jbang = JBang.find(folders);
        this.script = script;
    }

    /**
     * Compares the jars of the script with their list, and compiles nothing, as JBang will do that.
     *
     * @throws IOException if a jar is not the listed one
     */
    int check() throws IOException, InterruptedException {
        ScriptDescription description = prepare();
        remember(description, String.join(":", description.dependencies()), List.of());
        return 0;
    }

    /**
     * Compiles the script, after its jars were compared with their list.
     *
     * @throws IOException if a jar is not the listed one, or the script cannot be compiled
     */
    int make() throws IOException, InterruptedException {
        ScriptDescription description = prepare();
        jbang.build(script);
        LibraryJar.keep(description, folders);
        String main = Path.of(script).getFileName().toString().replace(".java", "");
        remember(description, description.classPath(), description.command(folders.java(), main));
        return 0;
    }

    /** Compares the jars with their list, and lets JBang find the library if it is already compiled. */
    private ScriptDescription prepare() throws IOException, InterruptedException {
        ScriptDescription description = jbang.describe(script);
        Files.createFile(folders.build().resolve("checked")); // a jar that is newer than this file was not compared
        JarSums.read(folders.project().resolve("lib/jars.sha256")).check(downloaded(description));
        LibraryJar.bring(description, folders);
        return description;
    }

    /** The jars that come from a repository. The others, of lib and scripts, are in the folders of our builds. */
    private List<Path> downloaded(ScriptDescription description) {
        return description.dependencies().stream()
                .map(Path::of)
                .filter(jar -> !jar.startsWith(folders.build().getParent()))
                .toList();
    }

    /** Adds lines that bash reads. */
    private void remember(ScriptDescription description, String classPath, List<String> command) throws IOException {
        CRC32 jars = new CRC32();
        downloaded(description).forEach(jar -> jars.update(jar.toString().getBytes(ShellWords.ENCODING)));
        String lines = "classpath=" + ShellWords.quote(classPath) + "\ncommand=(" + ShellWords.quote(command)
                + ")\njars=" + jars.getValue() + "\n";
        Files.writeString(folders.build().resolve("memo"), lines, ShellWords.ENCODING, APPEND);
    }
}
