package marketlab.start;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A bucket with one dataset for the {@link Training}, so that the archive contains the classes that read a real answer. */
final class TrainingBucket {

    private static final byte[] LISTING = """
        {"items": [{"bucket": "lab", "name": "index/nifty/gbm/20230901_120000_usual.pkl", "storageClass": "STANDARD",
                    "generation": "1", "size": "1", "crc32c": "AAAAAA==", "timeCreated": "2023-09-01T12:00:00.5Z",
                    "acl": [{"entity": "projectOwner", "role": "OWNER", "projectTeam": {}}]}]}
        """.getBytes(StandardCharsets.UTF_8);

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private TrainingBucket() {}

    static HttpServer open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            byte[] answer = request.getRequestURI().getQuery().contains("startOffset") ? NOTHING : LISTING;
            request.getResponseHeaders().set("Content-Type", "application/json");
            request.sendResponseHeaders(200, answer.length);
            request.getResponseBody().write(answer);
            request.close();
        });
        server.start();
        return server;
    }
}
