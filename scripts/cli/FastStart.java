package marketlab.cli;

import java.io.File;

/** Keeps the time from Enter to answer short. */
public final class FastStart {

    private static final String CLASS_PATH = "java.class.path";

    private static final String WHOLE = System.getProperty(CLASS_PATH);

    private FastStart() {}

    /**
     * Lets Tablesaw look for its readers and writers in its own jars only. Its Table does so when first used, in every jar
     * on the class path, which takes longer than most verbs.
     */
    public static void narrowScan() {
        StringBuilder jars = new StringBuilder();
        for (String jar : WHOLE.split(File.pathSeparator)) {
            if (jar.contains("tablesaw")) {
                jars.append(jar).append(File.pathSeparator);
            }
        }
        System.setProperty(CLASS_PATH, jars.toString());
    }

    /** The class path that Java was started with. */
    static String classPath() {
        return WHOLE;
    }

    /** Loads Tablesaw so, and leaves the class path as it was, for whoever else asks for it. */
    public static void loadTablesaw() throws ClassNotFoundException {
        String all = System.getProperty("java.class.path");
        narrowScan();
        Class.forName("tech.tablesaw.api.Table");
        System.setProperty("java.class.path", all);
    }
}
