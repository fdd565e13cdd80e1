package marketlab.cli;

import java.io.File;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import marketlab.dataset.Metadata;
import tech.tablesaw.api.Table;

/** Keeps the time from Enter to answer short. */
public final class FastStart {

    private static final String CLASS_PATH = "java.class.path";

    private static final String WHOLE = System.getProperty(CLASS_PATH);

    /** Verbs that cannot do without a table. */
    private static final Set<String> TABLE_VERBS = Set.of("convert", "demo", "diff", "generate", "plot", "save", "show");

    /** Open when Tablesaw is loaded, or nobody has begun to. */
    private static CountDownLatch tablesaw = new CountDownLatch(0);

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

    /**
     * Begins to load what a table needs, if the verb has one, while another thread reads the command line. These verbs read
     * and write without Tablesaw's readers and writers, so that it need not look for any.
     */
    public static void begin(String... args) {
        if (args.length > 0 && TABLE_VERBS.contains(args[0])) {
            System.setProperty(CLASS_PATH, System.getProperty("java.home") + "/none.jar");
            tablesaw = new CountDownLatch(1);
            Thread loading = new Thread(FastStart::load, "marketlab-start");
            loading.setDaemon(true);
            loading.start();
        }
    }

    private static void load() {
        try {
            Table.create("");
        } finally {
            tablesaw.countDown();
        }
        Metadata.EMPTY.withModelParams(Map.of());
    }

    /** Waits for what was begun: two threads that initialise Tablesaw's classes at once could wait for each other. */
    static void await() {
        try {
            tablesaw.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
