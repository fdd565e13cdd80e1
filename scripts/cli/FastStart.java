package marketlab.cli;

import java.io.File;

/** Keeps the time from Enter to answer short. */
public final class FastStart {

    private FastStart() {}

    /**
     * Lets Tablesaw look for its readers and writers in its own jars only. Its Table does so when first used, in every jar
     * on the class path, which takes longer than most verbs.
     */
    public static void narrowScan() {
        StringBuilder jars = new StringBuilder();
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (jar.contains("tablesaw")) {
                jars.append(jar).append(File.pathSeparator);
            }
        }
        System.setProperty("java.class.path", jars.toString());
    }
}
