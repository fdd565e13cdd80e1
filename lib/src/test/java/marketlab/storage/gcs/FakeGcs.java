package marketlab.storage.gcs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;

/**
 * A Google Cloud Storage in this process that has one bucket, {@code lab}, and breaks as told: what no emulator does. It knows
 * just the requests that {@link GoogleCloudStorage} makes.
 */
public final class FakeGcs implements AutoCloseable {

    public static final String BUCKET = "lab";
    private static final String OBJECTS = "/storage/v1/b/" + BUCKET + "/o";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a client asks for. */
    public enum Request {
        STAT,
        MEDIA,
        CREATE,
        START,
        PUT,
        LIST,
        PATCH,
        DELETE,
        TOKEN
    }

    /** How an answer goes wrong. */
    public enum Fault {
        S401,
        S403,
        S404,
        S429,
        S500,
        S502,
        S503,
        /** The connection breaks before anything is done. */
        RESET,
        /** Nothing is done, and no answer comes. */
        STALL,
        /** All is done, and the answer gets lost. */
        LOST,
        /** Half of the answer's body, or of an upload, gets through. */
        CUT,
        /** One bit of the content flips; a checksum that the request gives is compared. */
        FLIP,
        /** One bit of the content flips, and the store does not look. */
        FLIP_UNSEEN,
        /** Half of the body gets through; then another program replaces the object. */
        REPLACE,
        /** Half of the body gets through; then another program deletes the object. */
        REMOVE
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final NavigableMap<String, Stored> objects = new TreeMap<>();
    private final Map<String, Upload> uploads = new HashMap<>();
    private final Map<Request, Deque<Fault>> faults = new EnumMap<>(Request.class);
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final int pageSize;
    private final long stallMillis;
    private final AtomicLong sent = new AtomicLong();
    private long generations = 1000;
    private byte[] replacement;
    private Runnable afterMedia = () -> {};

    /** A store that gives this many names a page, however many are asked for, and is silent this long when it stalls. */
    public FakeGcs(int pageSize, long stallMillis) throws IOException {
        this.pageSize = pageSize;
        this.stallMillis = stallMillis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private record Stored(long generation, long metageneration, byte[] content, JsonNode info) {
        Stored(long generation, byte[] content, JsonNode info) {
            this(generation, 1, content, info);
        }
    }

    private static final class Upload {
        JsonNode info;
        Map<String, String> query;
        byte[] received = new byte[0];
        Stored done;
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next requests of this kind go wrong, once for each fault. */
    public synchronized void fail(Request request, Fault... next) {
        faults.computeIfAbsent(request, key -> new ArrayDeque<>()).addAll(Arrays.asList(next));
    }

    /** Nothing goes wrong any more; says how many of the faults told were not met. */
    public synchronized int behave() {
        int left = faults.values().stream().mapToInt(Deque::size).sum();
        faults.clear();
        return left;
    }

    synchronized void put(String name, byte[] content, String contentEncoding) {
        ObjectNode info = JSON.createObjectNode();
        if (contentEncoding != null) {
            info.put("contentEncoding", contentEncoding);
        }
        objects.put(name, new Stored(++generations, content, info));
    }

    /** What the other program stores when it replaces an object. */
    synchronized void replaceBy(byte[] content) {
        replacement = content;
    }

    synchronized Set<String> names() {
        return Set.copyOf(objects.keySet());
    }

    public synchronized byte[] content(String name) {
        Stored stored = objects.get(name);
        return stored == null ? null : stored.content;
    }

    /** Number of bytes of content that were sent so far. */
    public long contentSent() {
        return sent.get();
    }

    /** Another program sets the metadata of an object. */
    synchronized void setMetadata(String name, String key, String value) {
        Stored stored = objects.get(name);
        ObjectNode info = stored.info.deepCopy();
        info.withObjectProperty("metadata").put(key, value);
        objects.put(name, new Stored(stored.generation, stored.metageneration + 1, stored.content, info));
    }

    /** The metadata that programs set. */
    synchronized Map<String, String> metadata(String name) {
        return JSON.convertValue(objects.get(name).info.path("metadata"), new TypeReference<>() {});
    }

    /** Something that another program does after the next content was sent. */
    synchronized void afterMedia(Runnable next) {
        afterMedia = next;
    }

    /** Every request so far: {@code GET /storage/v1/b/lab/o?prefix=… }, and its headers. */
    public List<String> log() {
        return log;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = body(exchange);
            log.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet());
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            Request request = kind(exchange.getRequestMethod(), path, query);
            Fault fault = next(request);
            if (fault != null && fault.name().matches("S\\d+")) {
                status(exchange, Integer.parseInt(fault.name().substring(1)));
            } else if (fault == Fault.STALL) {
                Thread.sleep(stallMillis);
            } else if (fault != Fault.RESET) {
                synchronized (this) {
                    serve(exchange, request, path, query, body, fault);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Fault next(Request request) {
        Deque<Fault> waiting = faults.get(request);
        return waiting == null ? null : waiting.poll();
    }

    private static Request kind(String method, String path, Map<String, String> query) {
        if (path.equals("/token")) {
            return Request.TOKEN;
        }
        if (path.startsWith("/upload")) {
            return method.equals("PUT")
                    ? Request.PUT
                    : query.get("uploadType").equals("resumable") ? Request.START : Request.CREATE;
        }
        if (method.equals("DELETE")) {
            return Request.DELETE;
        }
        if (method.equals("POST") || method.equals("PATCH")) {
            return Request.PATCH;
        }
        return path.endsWith(OBJECTS) ? Request.LIST : "media".equals(query.get("alt")) ? Request.MEDIA : Request.STAT;
    }

    private void serve(
            HttpExchange exchange, Request request, String path, Map<String, String> query, byte[] body, Fault fault)
            throws IOException {
        if (request != Request.TOKEN && request != Request.PUT && !path.contains("/b/" + BUCKET + "/")) {
            status(exchange, 404);
            return;
        }
        String name = path.contains(OBJECTS + "/") ? path.substring(path.indexOf(OBJECTS) + OBJECTS.length() + 1) : "";
        switch (request) {
            case TOKEN ->
                json(
                        exchange,
                        JSON.createObjectNode()
                                .put("access_token", "ya29.secret")
                                .put("expires_in", 3600)
                                .put("token_type", "Bearer"),
                        fault);
            case LIST -> json(exchange, list(query), fault);
            case STAT -> found(exchange, name, query, stored -> json(exchange, describe(name, stored), fault));
            case MEDIA -> found(exchange, name, query, stored -> media(exchange, name, stored, fault));
            case PATCH -> found(exchange, name, query, stored -> patch(exchange, name, stored, query, body, fault));
            case DELETE ->
                found(exchange, name, query, stored -> {
                    objects.remove(name);
                    if (fault != Fault.LOST) {
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
            case CREATE -> create(exchange, query, body, fault);
            case START -> start(exchange, query, body);
            case PUT -> put(exchange, uploads.get(query.get("upload_id")), body, fault);
            default -> throw new AssertionError(request);
        }
    }

    private void found(HttpExchange exchange, String name, Map<String, String> query, Served served)
            throws IOException {
        Stored stored = objects.get(name);
        String generation = query.get("generation");
        if (stored == null || generation != null && Long.parseLong(generation) != stored.generation) {
            status(exchange, 404);
        } else {
            served.serve(stored);
        }
    }

    private interface Served {
        void serve(Stored stored) throws IOException;
    }

    private JsonNode list(Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        String delimiter = query.getOrDefault("delimiter", "");
        TreeSet<String> names = new TreeSet<>();
        for (String name : objects.tailMap(prefix).keySet()) {
            boolean wanted = name.startsWith(prefix)
                    && name.compareTo(query.getOrDefault("startOffset", "")) >= 0
                    && (!query.containsKey("endOffset") || name.compareTo(query.get("endOffset")) < 0);
            if (wanted) {
                int end = delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
                names.add(end < 0 ? name : name.substring(0, end + 1));
            }
        }
        int start = Integer.parseInt(query.getOrDefault("pageToken", "0"));
        int stop = Math.min(
                names.size(), start + Math.min(pageSize, Integer.parseInt(query.getOrDefault("maxResults", "1000"))));
        ObjectNode page = JSON.createObjectNode();
        ArrayNode items = page.putArray("items");
        ArrayNode prefixes = page.putArray("prefixes");
        for (String name : List.copyOf(names).subList(start, stop)) {
            if (name.endsWith("/") && !objects.containsKey(name)) {
                prefixes.add(name);
            } else {
                items.add(listed(name, query.getOrDefault("fields", "")));
            }
        }
        if (stop < names.size()) {
            page.put("nextPageToken", Integer.toString(stop));
        }
        return page;
    }

    /** What the fields of a list request ask for. */
    private JsonNode listed(String name, String fields) {
        ObjectNode all = (ObjectNode) describe(name, objects.get(name));
        for (String field : List.of("size", "metadata")) {
            if (!fields.contains(field)) {
                all.remove(field);
            }
        }
        return all.retain("name", "bucket", "size", "metadata");
    }

    private void patch(
            HttpExchange exchange, String name, Stored stored, Map<String, String> query, byte[] body, Fault fault)
            throws IOException {
        if (!Long.toString(stored.metageneration).equals(query.get("ifMetagenerationMatch"))
                || !Long.toString(stored.generation).equals(query.get("ifGenerationMatch"))) {
            status(exchange, 412);
            return;
        }
        ObjectNode info = stored.info.deepCopy();
        JSON.readTree(body).get("metadata").properties().forEach(entry -> info.withObjectProperty("metadata")
                .set(entry.getKey(), entry.getValue()));
        Stored patched = new Stored(stored.generation, stored.metageneration + 1, stored.content, info);
        objects.put(name, patched);
        json(exchange, describe(name, patched), fault);
    }

    private void media(HttpExchange exchange, String name, Stored stored, Fault fault) throws IOException {
        byte[] content = fault == Fault.FLIP ? flipped(stored.content) : stored.content;
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
        String last = range == null ? "" : range.replaceAll("bytes=\\d+-", "");
        int end = last.isEmpty() ? content.length : Math.min(content.length, Integer.parseInt(last) + 1);
        byte[] part = Arrays.copyOfRange(content, from, end);
        sent.addAndGet(part.length);
        exchange.getResponseHeaders().set("x-goog-generation", Long.toString(stored.generation));
        if (fault == Fault.REPLACE) {
            objects.put(name, new Stored(++generations, replacement, stored.info));
        }
        if (fault == Fault.REMOVE) {
            objects.remove(name);
        }
        send(exchange, range == null ? 200 : 206, part, fault);
        afterMedia.run();
        afterMedia = () -> {};
    }

    private void create(HttpExchange exchange, Map<String, String> query, byte[] body, Fault fault) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        byte[] boundary =
                ("--" + type.replaceAll(".*boundary=\"?([^\";]+)\"?.*", "$1")).getBytes(StandardCharsets.UTF_8);
        byte[] blank = "\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        int infoStart = find(body, blank, 0) + blank.length;
        int infoEnd = find(body, boundary, infoStart);
        int contentStart = find(body, blank, infoEnd) + blank.length;
        int contentEnd = lastFind(body, boundary) - 2;
        JsonNode info = JSON.readTree(Arrays.copyOfRange(body, infoStart, infoEnd));
        store(exchange, info, query, Arrays.copyOfRange(body, contentStart, contentEnd), fault);
    }

    private void start(HttpExchange exchange, Map<String, String> query, byte[] body) throws IOException {
        Upload upload = new Upload();
        upload.info = JSON.readTree(body);
        upload.query = query;
        String id = "secret-" + uploads.size();
        uploads.put(id, upload);
        exchange.getResponseHeaders().set("Location", address() + "/upload/session?upload_id=" + id);
        exchange.sendResponseHeaders(200, -1);
    }

    private void put(HttpExchange exchange, Upload upload, byte[] body, Fault fault) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Content-Range");
        boolean asks = range != null && range.startsWith("bytes */");
        if (upload.done != null) {
            json(exchange, describe(upload.info.get("name").textValue(), upload.done), null);
            return;
        }
        if (!asks) {
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes (\\d+)-.*", "$1"));
            int length = fault == Fault.CUT ? body.length / 2 : body.length;
            upload.received = Arrays.copyOf(upload.received, from + length);
            System.arraycopy(body, 0, upload.received, from, length);
            if (fault == Fault.CUT) {
                return;
            }
            upload.done = store(exchange, upload.info, upload.query, upload.received, fault);
            return;
        }
        if (upload.received.length > 0) {
            exchange.getResponseHeaders().set("Range", "bytes=0-" + (upload.received.length - 1));
        }
        exchange.sendResponseHeaders(308, -1);
    }

    private Stored store(HttpExchange exchange, JsonNode info, Map<String, String> query, byte[] content, Fault fault)
            throws IOException {
        String name = info.path("name").asText(query.get("name"));
        boolean flips = fault == Fault.FLIP || fault == Fault.FLIP_UNSEEN;
        byte[] received = flips ? flipped(content) : content;
        if ("0".equals(query.get("ifGenerationMatch")) && objects.containsKey(name)) {
            status(exchange, 412);
            return null;
        }
        if (fault != Fault.FLIP_UNSEEN
                && info.hasNonNull("crc32c")
                && !info.get("crc32c").textValue().equals(crc32c(received))) {
            status(exchange, 400, "Provided CRC32C \"…\" doesn't match calculated CRC32C \"…\".");
            return null;
        }
        Stored stored = new Stored(++generations, received, info);
        objects.put(name, stored);
        json(exchange, describe(name, stored), fault);
        return stored;
    }

    private static JsonNode describe(String name, Stored stored) {
        ObjectNode object = JSON.createObjectNode();
        object.put("kind", "storage#object").put("bucket", BUCKET).put("name", name);
        object.put("generation", Long.toString(stored.generation))
                .put("metageneration", Long.toString(stored.metageneration));
        object.put("size", Integer.toString(stored.content.length)).put("crc32c", crc32c(stored.content));
        if (stored.info.hasNonNull("metadata")) {
            object.set("metadata", stored.info.get("metadata"));
        }
        if (stored.info.hasNonNull("contentEncoding")) {
            object.set("contentEncoding", stored.info.get("contentEncoding"));
        }
        return object;
    }

    private static void json(HttpExchange exchange, JsonNode answer, Fault fault) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, 200, JSON.writeValueAsBytes(answer), fault);
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        status(
                exchange,
                status,
                status == 403
                        ? "lab@test.iam.gserviceaccount.com does not have storage.objects.get access to the object."
                        : "told to answer " + status);
    }

    private static void status(HttpExchange exchange, int status, String message) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("error").put("code", status).put("message", message);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, JSON.writeValueAsBytes(answer), null);
    }

    private static void send(HttpExchange exchange, int status, byte[] body, Fault fault) throws IOException {
        if (fault == Fault.LOST) {
            return;
        }
        boolean half = fault == Fault.CUT || fault == Fault.REPLACE || fault == Fault.REMOVE;
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, half ? body.length / 2 : body.length);
        out.flush();
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            return body;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return plain.readAllBytes();
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return query;
    }

    private static byte[] flipped(byte[] content) {
        byte[] flipped = content.clone();
        flipped[flipped.length / 2] ^= 1;
        return flipped;
    }

    private static String crc32c(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static int find(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not in the body: " + new String(wanted, StandardCharsets.UTF_8));
    }

    private static int lastFind(byte[] bytes, byte[] wanted) {
        for (int i = bytes.length - wanted.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not in the body: " + new String(wanted, StandardCharsets.UTF_8));
    }
}
