package marketlab.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Real Jupyter, with our kernel installed on the Java that runs the tests. */
public final class Jupyter {

    /** JupyterLab, Notebook 7 and the classic one, what executes and converts notebooks, the other kernel, and pandas. */
    private static final Python PYTHON = Python.with(List.of(
            "jupyterlab>=4,<5",
            "notebook>=7,<8",
            "nbclassic",
            "nbconvert",
            "jjava==1.0a8",
            "pandas>=3,<4",
            "pyarrow",
            "gcsfs"));

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Runs the Python blocks of the text where they stand, and puts what they print into the text block behind. */
    private static final String EXECUTE = """
        import os, re, subprocess, sys, nbformat
        from nbclient import NotebookClient
        from nbconvert import HTMLExporter
        source, target, kernel, folder, trial, setting = sys.argv[1:]
        os.environ.update([setting.split('=', 1)])
        def run(block):
            done = subprocess.run([sys.executable, '-c', block[1]], cwd=folder, capture_output=True, text=True)
            if done.returncode:
                sys.exit(done.stderr)
            printed = ''.join(line.rstrip() + '\\n' for line in done.stdout.splitlines())
            return '```python\\n' + block[1] + '```' + ('' if block[2] is None else '\\n```text\\n' + printed + '```')
        def beside(cell, cell_index):
            if cell.cell_type == 'markdown':
                cell.source = re.sub(r'^```python\\n(.*?)^```$(?:\\n```text\\n(.*?)^```$)?', run, cell.source,
                                     flags=re.M | re.S)
        notebook = nbformat.read(source, 4)
        NotebookClient(notebook, timeout=300, kernel_name=kernel, allow_errors=trial == 'true',
                       coalesce_streams=trial != 'true', on_cell_start=beside,
                       resources={'metadata': {'path': folder}}).execute()
        nbformat.write(notebook, target)
        page, _ = HTMLExporter(require_js_url='', mathjax_url='').from_notebook_node(notebook)
        with open(target.replace('.ipynb', '.html'), 'w', encoding='utf-8') as file:
            file.write(page)
        """;

    private static final int MINUTES = 5;

    private static Jupyter installed;

    private final Path home;

    private Jupyter(Path home) {
        this.home = home;
    }

    /** Jupyter with the kernel {@code marketlab} and, running in JJava, {@code marketlab-jjava}. */
    public static synchronized Jupyter installed() {
        if (installed == null) {
            try {
                Jupyter jupyter = new Jupyter(Files.createTempDirectory("jupyter"));
                Runtime.getRuntime().addShutdownHook(new Thread(jupyter::remove));
                jupyter.install();
                jupyter.install("--name", "marketlab-jjava", "--jjava");
                installed = jupyter;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return installed;
    }

    /** Installs another kernel of ours. */
    public void install(String... options) {
        mlab(Stream.concat(Stream.of("kernel", "install", "--prefix", home.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    /** Runs the launcher of the project as a user in Jupyter's environment would; returns what it answered. */
    public String mlab(String... arguments) {
        return run(Project.root(), Project.root().resolve("scripts/mlab"), arguments);
    }

    /** Runs a program of Jupyter's environment, as {@code jupyter nbconvert}; returns what it printed. */
    public String jupyter(Path folder, String... arguments) {
        return run(folder, program("jupyter"), arguments);
    }

    /** Runs Python code in Jupyter's environment; returns what it printed. */
    public String python(String code, String... arguments) {
        return run(
                home,
                PYTHON.executable(),
                Stream.concat(Stream.of("-c", code), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Executes a notebook of cells that may fail, and returns it executed. */
    public Path tryOut(Path notebook, String kernel, Path folder) {
        return execute(notebook, kernel, folder, true, "TRIAL=yes");
    }

    /**
     * Executes a notebook from top to bottom, Python in its text too.
     *
     * @param folder the working folder
     * @param setting of the environment, {@code NAME=value}
     * @return the executed notebook; beside it is its HTML page, made by nbconvert, that needs no network
     */
    public Path execute(Path notebook, Path folder, String setting) {
        return execute(notebook, "marketlab", folder, false, setting);
    }

    private Path execute(Path notebook, String kernel, Path folder, boolean trial, String setting) {
        Path executed = home.resolve(System.nanoTime() + ".ipynb");
        python(
                EXECUTE,
                notebook.toString(),
                executed.toString(),
                kernel,
                folder.toString(),
                Boolean.toString(trial),
                setting);
        return executed;
    }

    /** A notebook of these cells of code. */
    public Path notebook(List<String> cells) {
        try {
            var code = cells.stream()
                    .map(cell -> Map.of(
                            "cell_type",
                            "code",
                            "id",
                            "c" + cells.indexOf(cell),
                            "source",
                            cell,
                            "outputs",
                            List.of(),
                            "execution_count",
                            0,
                            "metadata",
                            Map.of()))
                    .toList();
            Path file = home.resolve(System.nanoTime() + ".ipynb");
            JSON.writeValue(
                    file.toFile(),
                    Map.of(
                            "cells",
                            code,
                            "nbformat",
                            4,
                            "nbformat_minor",
                            5,
                            "metadata",
                            Map.of(
                                    "kernelspec",
                                    Map.of(
                                            "name",
                                            "marketlab",
                                            "display_name",
                                            "Java (marketlab)",
                                            "language",
                                            "java"))));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A notebook's content. */
    public static JsonNode read(Path notebook) {
        try {
            return JSON.readTree(notebook.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its server on this machine, which serves JupyterLab, Notebook 7 and the classic one. */
    public final class Server implements AutoCloseable {

        private final Process process;
        private final URI address;

        private Server(Path folder) throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            address = URI.create("http://127.0.0.1:" + port + "/");
            process = builder(
                            folder,
                            List.of(
                                    program("jupyter").toString(),
                                    "server",
                                    "--no-browser",
                                    "--allow-root",
                                    "--ip=127.0.0.1",
                                    "--port=" + port,
                                    "--IdentityProvider.token=",
                                    "--ServerApp.password=",
                                    "--ServerApp.root_dir=" + folder))
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("server.log").toFile())
                    .start();
            await();
        }

        /** Address of a page, as {@code lab/tree/a.ipynb}. */
        public URI page(String path) {
            return address.resolve(path);
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        private void await() throws IOException {
            HttpClient http = HttpClient.newHttpClient();
            for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5); process.isAlive(); ) {
                try {
                    http.send(HttpRequest.newBuilder(page("api")).build(), BodyHandlers.discarding());
                    return;
                } catch (IOException e) {
                    if (System.nanoTime() > end) {
                        throw e;
                    }
                    pause();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
            throw new IOException("Jupyter's server did not start: " + Files.readString(home.resolve("server.log")));
        }
    }

    /** Starts its server on this folder. */
    public Server serve(Path folder) {
        try {
            return new Server(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path program(String name) {
        return PYTHON.executable().resolveSibling(name);
    }

    private String run(Path folder, Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, program.toString());
        try {
            Path printed = Files.createTempFile(home, "printed", ".txt");
            Path talk = Files.createTempFile(home, "talk", ".txt");
            Process process = builder(folder, command)
                    .redirectOutput(printed.toFile())
                    .redirectError(talk.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " took over " + MINUTES + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        command.get(0) + " ended with " + process.exitValue() + ":\n" + Files.readString(talk));
            }
            return Files.readString(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command.get(0), e);
        }
    }

    private ProcessBuilder builder(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", PYTHON.executable().getParent() + ":" + environment.get("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        QuickJava.in(environment);
        environment.put("JUPYTER_PATH", home.resolve("share/jupyter").toString());
        environment.put("JUPYTER_DATA_DIR", home.resolve("data").toString());
        environment.put("JUPYTER_CONFIG_DIR", home.resolve("config").toString());
        environment.put("JUPYTER_RUNTIME_DIR", home.resolve("runtime").toString());
        return builder;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
