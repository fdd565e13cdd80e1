package marketlab.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real emulator of Google Cloud Storage, fake-gcs-server, on a free port of this machine; empty at its start. */
public final class GcsEmulator implements AutoCloseable {

    private static final String MODULE = "github.com/fsouza/fake-gcs-server";
    private static final String VERSION = "v1.56.1";
    private static final int INSTALL_MINUTES = 15;
    private static final Duration START = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private GcsEmulator(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one, installed through Go if it is not there yet; else see {@link Peer#missing}. */
    public static GcsEmulator start() {
        try {
            Path program = installed();
            int port = freePort();
            Process process = new ProcessBuilder(
                            program.toString(),
                            "-scheme",
                            "http",
                            "-host",
                            "127.0.0.1",
                            "-port",
                            Integer.toString(port),
                            "-backend",
                            "memory",
                            "-log-level",
                            "error")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            GcsEmulator emulator = new GcsEmulator(process, URI.create("http://127.0.0.1:" + port));
            emulator.await();
            return emulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, {@code http://127.0.0.1:PORT}, as STORAGE_EMULATOR_HOST wants it. */
    public URI address() {
        return address;
    }

    /** Makes an empty bucket. */
    public void makeBucket(String name) {
        send(HttpRequest.newBuilder(address.resolve("/storage/v1/b?project=test"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\": \"" + name + "\"}"))
                .build());
    }

    /** Stores an object as any other program would. */
    public void put(String bucket, String name, byte[] content) {
        upload(bucket, name, content, "");
    }

    /** Puts an object that says of itself to be packed by gzip. */
    public void putPacked(String bucket, String name, byte[] content) {
        upload(bucket, name, content, "&contentEncoding=gzip");
    }

    private void upload(String bucket, String name, byte[] content, String properties) {
        String query = "?uploadType=media&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + properties;
        send(HttpRequest.newBuilder(address.resolve("/upload/storage/v1/b/" + bucket + "/o" + query))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content))
                .build());
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void await() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                send(HttpRequest.newBuilder(address.resolve("/storage/v1/b?project=test"))
                        .build());
                return;
            } catch (UncheckedIOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroy();
                    throw new IOException("fake-gcs-server did not start on " + address, e);
                }
                pause();
            }
        }
    }

    private void send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + request.uri(), e);
        }
    }

    private static synchronized Path installed() throws IOException {
        Path folder = Project.cache("fake-gcs-server").resolve(VERSION);
        Path program = folder.resolve(windows() ? "fake-gcs-server.exe" : "fake-gcs-server");
        Files.createDirectories(folder);
        try (FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (Files.notExists(program)) {
                install(folder);
            }
        }
        return program;
    }

    private static void install(Path folder) throws IOException {
        Path log = folder.resolve("install.log");
        ProcessBuilder go = new ProcessBuilder(List.of("go", "install", MODULE + "@" + VERSION))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        go.environment().put("GOBIN", folder.toAbsolutePath().toString());
        Process process;
        try {
            process = go.start();
        } catch (IOException e) {
            Peer.missing(
                    "there is no Go on the PATH to install fake-gcs-server, so Google Cloud Storage was not tested");
            throw e;
        }
        try {
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("go install took over " + INSTALL_MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while installing fake-gcs-server", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("go install ended with " + process.exitValue() + ":\n" + Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
