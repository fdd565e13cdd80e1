package marketlab.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The Chromium installed here, without a window, driven over its DevTools protocol. No name resolves in it. */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--enable-unsafe-swiftshader",
            "--hide-scrollbars",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--remote-debugging-port=0",
            "about:blank");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 300;

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger messages = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, Tab> tabs = new ConcurrentHashMap<>();

    private Browser(Path profile, Process process) throws IOException {
        this.profile = profile;
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(), new Listener())
                .join();
    }

    /** Starts a browser with a fresh profile; where there is none, see {@link Peer#missing}. */
    public static Browser open() {
        Path executable = executable();
        try {
            Path profile = Files.createTempDirectory("browser");
            List<String> command = new ArrayList<>(List.of(executable.toString(), "--user-data-dir=" + profile));
            command.addAll(FLAGS);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("talk.txt").toFile())
                    .start();
            return new Browser(profile, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program, on the PATH; where there is none, see {@link Peer#missing}. */
    public static Path executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Peer.missing("there is no Chromium on the PATH, as one of " + NAMES));
    }

    /** Opens a file in a tab of its own; its close fails on whatever the page did wrong meanwhile. */
    public Tab show(Path file) {
        return show(file.toUri());
    }

    /** As {@link #show(Path)}, a page that a server on this machine serves; what it asks of that is not wrong. */
    public Tab show(URI page) {
        String target = send("Target.createTarget", Map.of("url", "about:blank"), null)
                .path("targetId")
                .asText();
        String session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true), null)
                .path("sessionId")
                .asText();
        Tab tab = new Tab(this, target, session);
        tabs.put(session, tab);
        tab.show(page);
        return tab;
    }

    @Override
    public void close() {
        try {
            socket.abort();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS);
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    JsonNode send(String method, Map<String, ?> parameters, String session) {
        int id = messages.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        synchronized (socket) {
            socket.sendText(message.toString(), true).join();
        }
        try {
            return answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new AssertionError(method + ": " + e.getCause(), e);
        }
    }

    void forget(Tab tab, String session) {
        tabs.remove(session);
    }

    private URI address() throws IOException {
        Path port = profile.resolve("DevToolsActivePort");
        try {
            for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS); System.nanoTime() < end; ) {
                List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
                if (lines.size() == 2) {
                    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
                }
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException("the browser did not start: " + Files.readString(profile.resolve("talk.txt")));
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                try {
                    receive(JSON.readTree(whole));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            webSocket.request(1);
            return null;
        }

        private void receive(JsonNode message) {
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt());
            if (answer == null) {
                Tab tab = tabs.get(message.path("sessionId").asText());
                if (tab != null) {
                    tab.hear(message.path("method").asText(), message.path("params"));
                }
            } else if (message.has("error")) {
                answer.completeExceptionally(
                        new IOException(message.path("error").toString()));
            } else {
                answer.complete(message.path("result"));
            }
        }
    }
}
