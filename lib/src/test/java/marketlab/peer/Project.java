package marketlab.peer;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project and its cache of test tools are. */
public final class Project {

    private Project() {}

    /** The project's root: the nearest folder at or above the working folder that has {@code lib/kit.java}. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("lib/kit.java"))) {
                return folder;
            }
        }
        throw new IllegalStateException("run the tests from a folder of the project: no lib/kit.java at or above "
                + Path.of("").toAbsolutePath());
    }

    /** A folder that git ignores, for what tests install. */
    public static Path cache(String name) {
        return root().resolve(".cache").resolve(name);
    }

    /** Where JBang keeps what it brings. */
    public static Path jbangHome() {
        String home = System.getenv("JBANG_DIR");
        return home == null ? Path.of(System.getProperty("user.home"), ".jbang") : Path.of(home);
    }
}
