package marketlab.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs an installed Chromium or Chrome once, without a window. */
final class Chromium {

    private static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--disable-gpu",
            "--enable-unsafe-swiftshader",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--virtual-time-budget=30000");
    private static final int SECONDS = 120;

    private final List<String> names;

    Chromium() {
        this(NAMES);
    }

    /** Uses the first of these programs that exists. */
    Chromium(List<String> names) {
        this.names = names;
    }

    /**
     * Opens a page, waits until it is drawn, and acts by the flags.
     *
     * @param folder folder for the profile and the output
     * @return what Chromium printed
     * @throws IOException if there is no such program, or it fails or takes too long
     */
    String open(Path page, Path folder, String... flags) throws IOException {
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.add("--user-data-dir=" + folder.resolve("profile"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        arguments.addAll(List.of(flags));
        arguments.add(page.toUri().toString());
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        Process process = start(arguments, output, errors);
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Chromium needed more than " + SECONDS + " seconds to draw a picture");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Chromium drew a picture", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("Chromium ended with %s: %s"
                    .formatted(process.exitValue(), Files.readString(errors).strip()));
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private Process start(List<String> arguments, Path output, Path errors) throws IOException {
        for (String name : names) {
            List<String> command = new ArrayList<>(List.of(name));
            command.addAll(arguments);
            try {
                return new ProcessBuilder(command)
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
            } catch (IOException e) {
                // Not installed: try the next name.
            }
        }
        throw new IOException("a picture needs Chromium or Chrome, but none is installed; write .html instead");
    }
}
