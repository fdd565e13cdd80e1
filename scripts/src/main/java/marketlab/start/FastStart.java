package marketlab.start;

import java.io.File;
import java.util.Arrays;
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
    private static final Set<String> TABLE_VERBS =
            Set.of("convert", "demo", "diff", "generate", "plot", "save", "show");

    /** Verbs that ask a storage for names before all else. */
    private static final Set<String> STORAGE_VERBS = Set.of(
            "describe", "diff", "generate", "latest", "list", "plot", "prune", "search", "show", "verify", "versions");

    /** Open when what was begun is done, or nothing was. */
    private static CountDownLatch begun = new CountDownLatch(0);

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
     * Begins to load what the verb needs for a table and for a bucket, while another thread reads the command line. The
     * table's verbs read and write without Tablesaw's readers and writers, so that it need not look for any.
     */
    public static void begin(String... args) {
        String verb = args.length == 0 ? "" : args[0];
        boolean table = TABLE_VERBS.contains(verb);
        boolean bucket = STORAGE_VERBS.contains(verb) && Arrays.stream(args).anyMatch(arg -> arg.contains("gs://"));
        if (table) {
            System.setProperty(CLASS_PATH, System.getProperty("java.home") + "/none.jar");
        }
        if (table || bucket) {
            begun = new CountDownLatch(1);
            Thread loading = new Thread(() -> load(table, bucket), "marketlab-start");
            loading.setDaemon(true);
            loading.start();
        }
    }

    private static void load(boolean table, boolean bucket) {
        try {
            if (bucket) {
                BucketRehearsal.run();
            }
            if (table) {
                Table.create("");
            }
        } catch (RuntimeException e) {
            // the verb meets it again, and tells
        } finally {
            begun.countDown();
        }
        if (table) {
            Metadata.EMPTY.withModelParams(Map.of());
        }
    }

    /** Waits for what was begun: two threads that initialise a library's classes at once could wait for each other. */
    public static void await() {
        try {
            begun.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The class path that Java was started with. */
    public static String classPath() {
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
