package marketlab.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.cli.Terminal;
import marketlab.config.Config;
import marketlab.config.ConfigManager;
import org.apache.spark.SparkConf;
import picocli.CommandLine.Option;

/** The options for where and how Spark runs. */
final class ClusterOption {

    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})])?");
    private static final Pattern STANDALONE = Pattern.compile("spark://([^/:]+):(\\d{1,5})");
    private static final String EXECUTOR_OPTIONS =
            "-XX:+UseSerialGC -Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider";
    /** Spark's default of 200 is too many for a table of some thousand datasets. */
    private static final String SHUFFLE_PARTITIONS = "8";

    private static final int ANSWER_MILLISECONDS = 5_000;
    private static final int LEAST_MEGABYTES = 450;
    private static final Pattern MEMORY = Pattern.compile("([1-9]\\d{0,6})([mMgG])");

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description = "local[N], local[*] for all cores, or spark://HOST:PORT. Default: ${DEFAULT-VALUE}.")
    String master = "local[*]";

    @Option(
            names = "--executor-memory",
            paramLabel = "SIZE",
            description = "Heap of each worker's executor, at least 450m. Default: ${DEFAULT-VALUE}.")
    String executorMemory = "512m";

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "A Spark setting. Repeatable.")
    Map<String, String> settings = new LinkedHashMap<>();

    /**
     * The configuration that Spark starts with.
     *
     * @throws IllegalArgumentException if the master has none of these forms
     * @throws IOException if no master answers at the address, or the secret is missing or wrong
     */
    SparkConf conf() throws IOException {
        SparkConf conf = new SparkConf(false)
                .setMaster(master)
                .setAppName("marketlab")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", Cluster.host())
                .set("spark.driver.bindAddress", Cluster.host())
                .set("spark.sql.session.timeZone", "UTC")
                .set("spark.sql.datetime.java8API.enabled", "true")
                .set("spark.sql.shuffle.partitions", SHUFFLE_PARTITIONS);
        boolean isLocal = LOCAL.matcher(master).matches();
        if (isLocal) {
            conf.set("spark.executor.killOnFatalError.depth", "0"); // else an executor's fatal error ends this process
        } else {
            requireAnswer(master, "[master] must be local[N], local[*] or");
            conf.set("spark.executor.memory", memory(executorMemory))
                    .set("spark.executor.extraJavaOptions", EXECUTOR_OPTIONS)
                    .set("spark.jars", String.join(",", Cluster.ownJars()));
            Config config = ConfigManager.getConfig();
            executorEnvironment(conf, "STORAGE_EMULATOR_HOST", config.gcsEmulatorHost());
            executorEnvironment(conf, "GOOGLE_APPLICATION_CREDENTIALS", config.gcsCredentials());
        }
        settings.forEach(conf::set);
        if (!isLocal && conf.getBoolean(ClusterSecret.AUTHENTICATE, true)) {
            ClusterSecret.given(master).settings().forEach(conf::set);
            Handshake.with(master, conf);
        }
        return conf;
    }

    /** The same, with Spark's progress bar if this runs on a terminal. */
    SparkConf watched() throws IOException {
        return conf().set("spark.ui.showConsoleProgress", Boolean.toString(Terminal.isThere()));
    }

    /** Checks a memory size. Spark reports one that is too small in bytes, or not at all. */
    static String memory(String size) {
        Matcher memory = MEMORY.matcher(size);
        boolean isGigabytes = memory.matches() && memory.group(2).equalsIgnoreCase("g");
        if (!memory.matches() || !isGigabytes && Integer.parseInt(memory.group(1)) < LEAST_MEGABYTES) {
            throw new IllegalArgumentException("memory must be a size such as 1g or 600m, at least %sm, got '%s'"
                    .formatted(LEAST_MEGABYTES, size));
        }
        return size;
    }

    /** Checks that a master answers; Spark itself would try for a minute. */
    static void requireAnswer(String master, String wanted) throws IOException {
        Matcher address = STANDALONE.matcher(master);
        if (!address.matches()) {
            throw new IllegalArgumentException("%s spark://HOST:PORT, got '%s'".formatted(wanted, master));
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2))), ANSWER_MILLISECONDS);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("[%s] no master answers; start one with: mlab spark master".formatted(master), e);
        }
    }

    private static void executorEnvironment(SparkConf conf, String variable, String value) {
        if (!value.isEmpty()) {
            conf.setExecutorEnv(variable, value);
        }
    }
}
