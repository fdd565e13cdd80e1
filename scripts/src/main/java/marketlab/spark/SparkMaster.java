package marketlab.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import org.apache.spark.deploy.master.Master;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "master",
        mixinStandardHelpOptions = true,
        description = "Runs the master of a cluster, until it is stopped.",
        footer = {
            "",
            "On 127.0.0.1, for this machine; SPARK_LOCAL_IP names another.",
            "Workers and jobs need its secret: that of MARKETLAB_SPARK_SECRET, else of",
            "~/.marketlab/spark.secret, which the master makes if it is not there.",
            "Example: mlab spark master"
        })
final class SparkMaster implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--port", defaultValue = "7077", description = "Port; ${DEFAULT-VALUE} if not given.")
    int port;

    @Option(
            names = "--ui-port",
            defaultValue = "8080",
            description = "Port of its page, 0 for any; ${DEFAULT-VALUE} if not given.")
    int uiPort;

    @Override
    public Integer call() throws IOException {
        requireFree();
        ClusterSecret secret = ClusterSecret.madeIfMissing();
        String address = "spark://%s:%s".formatted(Cluster.host(), port);
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%s, and so a worker begins: mlab spark worker %s%n", address, address);
        err.printf(
                "workers and jobs need the secret in %s: on another machine, put it at the same place%n",
                secret.place());
        err.flush();
        secret.settings().forEach(System::setProperty);
        System.setProperty("spark.master.rest.enabled", "false");
        System.setProperty("spark.ui.killEnabled", "false"); // its page asks for no secret
        Master.main(new String[] {
            "--host", Cluster.host(), "--port", Integer.toString(port), "--webui-port", Integer.toString(uiPort)
        });
        return 0;
    }

    /** Spark itself would take the next one, and the workers ask at this. */
    private void requireFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(Cluster.host()))) {
            port = socket.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "[%s:%s] cannot listen there: %s; another: --port".formatted(Cluster.host(), port, e.getMessage()),
                    e);
        }
    }
}
