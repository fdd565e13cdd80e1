package marketlab.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import marketlab.peer.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The menu of aliases: each is explained and builds, and they work for somebody who has only the catalog's address. */
class CatalogTest {
    private static final Path ROOT = Project.root();
    private static final List<String> VERBS = List.of(
            "demo",
            "generate",
            "save",
            "list",
            "latest",
            "show",
            "describe",
            "realism",
            "fit",
            "plot",
            "config",
            "test",
            "bench");

    @TempDir
    Path folder;

    @Test
    void everyVerbIsAnAliasThatIsDescribedWithAnExample() throws IOException {
        JsonNode aliases = aliases();
        assertThat(aliases.fieldNames()).toIterable().containsAll(VERBS);
        aliases.properties().forEach(alias -> assertThat(
                        alias.getValue().path("description").asText())
                .contains(": jbang " + alias.getKey()));
    }

    /** Aliases of one script differ in arguments alone, so one of them is built for each script. */
    @Tag("slow")
    @Test
    void theScriptOfEveryAliasBuilds() throws Exception {
        Map<String, String> aliasOfScript = new TreeMap<>();
        aliases()
                .properties()
                .forEach(alias ->
                        aliasOfScript.put(alias.getValue().path("script-ref").asText(), alias.getKey()));
        Sandbox machine = new Sandbox(folder.resolve("unused"), folder.resolve("jbang"));
        for (String alias : aliasOfScript.values()) {
            Sandbox.Result result = machine.run(
                    ROOT,
                    Path.of(System.getProperty("java.home"), "bin/java"),
                    "",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    Sandbox.jbang().toString(),
                    "build",
                    alias);
            assertThat(result.status()).as(result.err()).isZero();
        }
    }

    @Tag("slow")
    @Test
    void theTemplateIsAScriptThatRuns() throws Exception {
        for (String part : List.of("lib", "scripts", "jbang-catalog.json")) {
            Files.createSymbolicLink(folder.resolve(part), ROOT.resolve(part));
        }
        Sandbox machine = new Sandbox(folder.resolve("unused"), folder.resolve("jbang"));
        Sandbox.Result made = machine.run(
                folder,
                Path.of(System.getProperty("java.home"), "bin/java"),
                "",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Sandbox.jbang().toString(),
                "init",
                "-t",
                "mlab",
                "-Dmarket=spx",
                "my.java");
        assertThat(made.status()).as(made.err()).isZero();
        assertThat(folder.resolve("my.java"))
                .content()
                .contains(
                        "\n// The next line names marketlab's library. ",
                        "PATH/lib/kit.java",
                        "\n//DEPS lib/kit.java\n",
                        "class my {");
        Sandbox.Result result = machine.run(folder, folder.resolve("scripts/mlab"), "", "run", "my.java");
        assertThat(result.out())
                .as(result.err())
                .contains("\n252 rows x 6 columns, index/spx/gbm bullish, ")
                .endsWith("\nspx.html\n");
        assertThat(folder.resolve("spx.html")).isNotEmptyFile();
    }

    @Tag("slow")
    @Test
    void theCatalogWorksFromAWebServer() throws Exception {
        Set<String> missing = new ConcurrentSkipListSet<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = ROOT.resolve(exchange.getRequestURI().getPath().substring(1))
                    .normalize();
            boolean found = file.startsWith(ROOT) && Files.isRegularFile(file);
            byte[] body = found ? Files.readAllBytes(file) : new byte[0];
            if (!found) {
                missing.add(exchange.getRequestURI().getPath());
            }
            exchange.sendResponseHeaders(found ? 200 : 404, found ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Sandbox stranger = new Sandbox(folder.resolve("unused"), folder.resolve("jbang"));
            String alias = "latest@http://127.0.0.1:" + server.getAddress().getPort() + "/jbang-catalog.json";
            Sandbox.Result result = stranger.mlab("run", alias, "--help");
            assertThat(result.status()).as(result.err()).isZero();
            assertThat(result.out()).startsWith("Usage: mlab ");
            assertThat(new TreeSet<>(missing)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private static JsonNode aliases() throws IOException {
        return new ObjectMapper()
                .readTree(ROOT.resolve("jbang-catalog.json").toFile())
                .get("aliases");
    }
}
