package marketlab.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page open in a {@link Browser}: what a user would do there, and everything it did wrong. */
public final class Tab implements AutoCloseable {

    private static final int STEPS_OF_A_DRAG = 5;

    private final Browser browser;
    private final String target;
    private final String session;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    Tab(Browser browser, String target, String session) {
        this.browser = browser;
        this.target = target;
        this.session = session;
    }

    /** Value of a JavaScript expression; a promise is awaited. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Moves the mouse to this point of the page, in CSS pixels from its upper left. */
    public void hover(double x, double y) {
        send("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    /** Presses and releases the left button on the middle of the first element that matches. */
    public void click(String selector) {
        JsonNode box = evaluate("(() => { const b = document.querySelector('" + selector
                + "').getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            button(type, box.get(0).asDouble(), box.get(1).asDouble());
        }
    }

    /** Turns the wheel over this point; a negative distance, in pixels, is away from the user. */
    public void wheel(double x, double y, double distance) {
        send("Input.dispatchMouseEvent", Map.of("type", "mouseWheel", "x", x, "y", y, "deltaX", 0, "deltaY", distance));
    }

    /** Drags with the left button from one point of the page to another. */
    public void drag(double fromX, double fromY, double toX, double toY) {
        button("mousePressed", fromX, fromY);
        for (int i = 1; i <= STEPS_OF_A_DRAG; i++) {
            double part = (double) i / STEPS_OF_A_DRAG;
            send(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            "mouseMoved",
                            "button",
                            "left",
                            "buttons",
                            1,
                            "x",
                            fromX + part * (toX - fromX),
                            "y",
                            fromY + part * (toY - fromY)));
        }
        button("mouseReleased", toX, toY);
    }

    /** Makes what is seen of the page so wide and so high, in CSS pixels. */
    public void resize(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the page looks like, as PNG. */
    public void screenshot(Path png) {
        JsonNode shot = send("Page.captureScreenshot", Map.of("format", "png"));
        try {
            Files.write(png, Base64.getDecoder().decode(shot.path("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the nth element that matches looks like, as PNG; the whole of it, wherever it is on the page. */
    public byte[] screenshot(String selector, int nth) {
        JsonNode box = evaluate(
                "(() => { const b = document.querySelectorAll('" + selector + "')[" + nth + "].getBoundingClientRect();"
                        + " return {x: b.x +"
                        + " scrollX, y: b.y +"
                        + " scrollY, width: b.width,"
                        + " height: b.height, scale:"
                        + " 1}; })()");
        JsonNode shot =
                send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", box));
        return Base64.getDecoder().decode(shot.path("data").asText());
    }

    /** The page's errors and warnings on the console, uncaught exceptions, and requests to a host, so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Closes the page; fails if it had {@link #problems}. */
    @Override
    public void close() {
        browser.forget(this, session);
        browser.send("Target.closeTarget", Map.of("targetId", target), null);
        if (!problems.isEmpty()) {
            throw new AssertionError("the page did wrong: " + String.join("\n", problems));
        }
    }

    void show(URI page) {
        List.of("Page", "Runtime", "Log", "Network").forEach(domain -> send(domain + ".enable", Map.of()));
        resize(1200, 720);
        send("Page.navigate", Map.of("url", page.toString()));
        evaluate("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))");
    }

    void hear(String event, JsonNode about) {
        switch (event) {
            case "Runtime.exceptionThrown" -> problems.add("exception: " + about.path("exceptionDetails"));
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert")
                        .contains(about.path("type").asText())) {
                    problems.add("console: " + about.path("args"));
                }
            }
            case "Log.entryAdded" -> {
                if (about.path("entry").path("level").asText().equals("error")) {
                    problems.add("log: " + about.path("entry"));
                }
            }
            case "Network.requestWillBeSent" -> {
                String url = about.path("request").path("url").asText();
                if (!url.matches("(file|data|blob|about):.*|(http|ws)://127\\.0\\.0\\.1:.*")) {
                    problems.add("request: " + url);
                }
            }
            default -> {}
        }
    }

    private void button(String type, double x, double y) {
        send("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", "left", "clickCount", 1));
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return browser.send(method, parameters, session);
    }
}
