package marketlab.start;

import java.io.File;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets programs start without a search through all jars. */
public final class FastStart {

    private static final String CLASS_PATH = "java.class.path";

    private static final String WHOLE = System.getProperty(CLASS_PATH);

    /** Verbs that use tables, but none of Tablesaw's own readers and writers. */
    private static final Set<String> TABLE_VERBS =
            Set.of("convert", "demo", "diff", "fit", "generate", "plot", "realism", "save", "show");

    private FastStart() {}

    /**
     * Lets Tablesaw look for its readers and writers in its own jars only, or in none if the verb reads and writes tables
     * without them. Its class Table looks when it is first used, and by default in every jar on the class path.
     *
     * @param args the command line; the first is the verb
     */
    public static void narrowScan(String... args) {
        boolean needsNone = args.length > 0 && TABLE_VERBS.contains(args[0]);
        System.setProperty(CLASS_PATH, needsNone ? System.getProperty("java.home") + "/none.jar" : tablesawJars());
    }

    private static String tablesawJars() {
        return Stream.of(WHOLE.split(File.pathSeparator))
                .filter(jar -> jar.contains("tablesaw"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The class path that Java was started with. */
    public static String classPath() {
        return WHOLE;
    }

    /** Loads Tablesaw with the narrow search, and leaves the class path as it was for others that read it. */
    public static void loadTablesaw() throws ClassNotFoundException {
        String all = System.getProperty(CLASS_PATH);
        narrowScan();
        Class.forName("tech.tablesaw.api.Table");
        System.setProperty(CLASS_PATH, all);
    }
}
