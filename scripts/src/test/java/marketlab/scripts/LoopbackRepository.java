package marketlab.scripts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.math3.util.FastMath;

/** A Maven repository on the loopback interface: it has what the local one has, and notes what it is asked for. */
final class LoopbackRepository implements AutoCloseable {

    private static final String MATH = "org/apache/commons/commons-math3/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String changed;

    LoopbackRepository() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The local Maven repository that these tests run from. */
    static Path local() {
        String jar = Path.of(FastMath.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        return Path.of(jar.substring(0, jar.indexOf(MATH)));
    }

    /** Writes Maven settings that name this repository as the mirror of all others, and returns the file. */
    Path settings(Path home) throws IOException {
        Path file = home.resolve(".m2/settings.xml");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, """
            <settings>
              <mirrors>
                <mirror><id>loopback</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:%d</url></mirror>
              </mirrors>
            </settings>
            """.formatted(server.getAddress().getPort()));
    }

    /** The paths of the jars that it was asked for, in order, and forgets them. */
    List<String> askedJars() {
        List<String> jars = asked.stream().filter(path -> path.endsWith(".jar")).toList();
        asked.clear();
        return jars;
    }

    /** From now on the last byte of the jars with this name is another one. Their SHA-1 stays as it was. */
    void change(String jar) {
        changed = jar;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        asked.add(path);
        Path file = local().resolve(path);
        try (exchange) {
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            if (changed != null && path.endsWith(changed)) {
                content[content.length - 1] ^= 1;
            }
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
