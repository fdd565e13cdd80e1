package marketlab.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of the compiled library, so that a build compiles it only after its own files or Java changed. JBang puts the jar
 * into a folder whose name is a hash of all files that it compiles and packs; the name of the copy has this hash.
 */
final class LibraryJar {

    private LibraryJar() {}

    /** Puts a copy where JBang looks for the library of a script, if there is one. */
    static void bring(ScriptDescription script, LauncherFolders folders) throws IOException {
        for (Path jar : of(script, folders)) {
            Path copy = copy(jar, folders);
            if (Files.exists(copy)) {
                Files.createDirectories(jar.getParent());
                Files.copy(copy, jar);
            }
        }
    }

    /** Makes a copy of the library of a compiled script, if there is none. */
    static void keep(ScriptDescription script, LauncherFolders folders) throws IOException {
        for (Path jar : of(script, folders)) {
            Path copy = copy(jar, folders);
            if (Files.notExists(copy)) {
                Path draft = Files.copy(jar, folders.build().resolve("kit.jar"));
                Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE); // another build may make its own just now
            }
        }
    }

    /** The jar of the library, or none if the script does not use it. */
    private static List<Path> of(ScriptDescription script, LauncherFolders folders) {
        return Stream.of(script.classPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.startsWith(folders.build()) && jar.endsWith("kit.jar"))
                .toList();
    }

    private static Path copy(Path jar, LauncherFolders folders) {
        String hash = jar.getParent().getFileName().toString();
        return folders.build().resolveSibling("build.java" + Runtime.version().feature() + "." + hash);
    }
}
