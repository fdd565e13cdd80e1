package marketlab.build;

import java.nio.file.Path;

/**
 * The folders that the launcher, {@code scripts/mlab}, works with.
 *
 * @param project the folder of this project
 * @param home where the launcher keeps what all projects share, such as the jar of JBang
 * @param build where this build is made, and stays
 * @param jdk the JDK that builds and runs the scripts
 */
record LauncherFolders(Path project, Path home, Path build, Path jdk) {

    String java() {
        return jdk.resolve("bin/java").toString();
    }
}
