package marketlab.spark;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;
import scala.Option;

/** Asks a master whether it accepts the secret. Spark itself would try for minutes, and report it only in its log. */
final class Handshake {

    private Handshake() {}

    /** @throws IOException if the master rejects it */
    static void with(String master, SparkConf conf) throws IOException {
        SparkConf once = conf.clone().set("spark.rpc.lookupTimeout", "60s");
        SecurityManager security = new SecurityManager(once, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE());
        RpcEnv client = RpcEnv.create("marketlabHandshake", Cluster.host(), 0, once, security, true);
        try {
            client.setupEndpointRef(RpcAddress.fromSparkURL(master), Master.ENDPOINT_NAME());
        } catch (Exception e) {
            throw new IOException(
                    e instanceof TimeoutException
                            ? "[%s] the master does not answer".formatted(master)
                            : "[%s] the master rejected this secret; use the one of the master's machine"
                                    .formatted(master),
                    e);
        } finally {
            client.shutdown();
            client.awaitTermination();
        }
    }
}
