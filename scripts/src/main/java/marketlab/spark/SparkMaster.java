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
        description = "Runs the master of a cluster until it is stopped.",
        footer = {
            "",
            "It listens on 127.0.0.1, for this machine only, unless SPARK_LOCAL_IP is set.",
            "Workers and jobs need its secret: from MARKETLAB_SPARK_SECRET, else from",
            "~/.marketlab/spark.secret, which the master creates if missing.",
            "Example: mlab spark master"
        })
final class SparkMaster implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--port", defaultValue = "7077", description = "Port. Default: ${DEFAULT-VALUE}.")
    int port;

    @Option(
            names = "--ui-port",
            defaultValue = "8080",
            description = "Port of its web page, 0 for any free port. Default: ${DEFAULT-VALUE}.")
    int uiPort;

    @Override
    public Integer call() throws IOException {
        requireFree();
        ClusterSecret secret = ClusterSecret.madeIfMissing();
        String address = "spark://%s:%s".formatted(Cluster.host(), port);
        PrintWriter err = spec.commandLine().getErr();
        err.printf("the master runs at %s; start a worker with: mlab spark worker %s%n", address, address);
        err.printf(
                "workers and jobs need the secret in %s; on another machine, put it in the same place%n",
                secret.place());
        err.flush();
        secret.settings().forEach(System::setProperty);
        System.setProperty("spark.master.rest.enabled", "false");
        System.setProperty("spark.ui.killEnabled", "false"); // its web page needs no secret
        Master.main(new String[] {
            "--host", Cluster.host(), "--port", Integer.toString(port), "--webui-port", Integer.toString(uiPort)
        });
        return 0;
    }

    /** Checks the port. Spark would silently use the next one, where no worker looks. */
    private void requireFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(Cluster.host()))) {
            port = socket.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "[%s:%s] cannot listen on this port: %s; use another --port"
                            .formatted(Cluster.host(), port, e.getMessage()),
                    e);
        }
    }
}
