package marketlab.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jshell.tool.JavaShellToolBuilder;
import marketlab.config.Config;
import marketlab.dataset.Provenance;
import marketlab.start.FastStart;

/** The JShell tool with the kit's words, its own feedback mode, which does not cut tables, and its own history. */
public final class Prompt {

    private static final String MODE = "marketlab";
    private static final String HISTORY = "HISTORY_LINE_";

    private final Config config;
    private final Path historyFile;

    public Prompt(Config config) {
        this.config = config;
        this.historyFile =
                Path.of(System.getenv().getOrDefault("HOME", System.getProperty("user.home")), ".marketlab_history");
    }

    public int run() throws Exception {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "FEEDBACK",
                MODE,
                "MODE2",
                mode(),
                "STARTUP",
                record("-", "kit.jsh", "", SessionImports.imports() + Hints.IMPORT, "")));
        readHistory(settings);
        boolean local = config.storageType().equalsIgnoreCase("local");
        System.out.printf(
                "%s on Java %s, storage %s%n",
                Provenance.PROGRAM,
                Runtime.version().feature(),
                local ? config.localBasePath() : "gs://" + config.gcsBucketName());
        System.out.println("help() lists the words with examples, Tab completes, /exit leaves");
        int status = JavaShellToolBuilder.builder()
                .persistence(settings)
                .start("--execution", KitEngine.NAME, "-C", "--class-path", "-C", FastStart.classPath());
        writeHistory(settings);
        return status;
    }

    private void readHistory(Map<String, String> settings) throws IOException {
        List<String> lines = Files.exists(historyFile) ? Files.readAllLines(historyFile) : List.of();
        for (int i = 0; i < lines.size(); i++) {
            settings.put(HISTORY + String.format(Locale.ROOT, "%06d", i), lines.get(i));
        }
    }

    private void writeHistory(Map<String, String> settings) throws IOException {
        Files.write(
                historyFile,
                settings.entrySet().stream()
                        .filter(setting -> setting.getKey().startsWith(HISTORY))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** A feedback mode in the form that JShell stores: shows complete values and errors, and nothing else. */
    private static String mode() {
        return record(
                MODE,
                "false",
                "lab> ",
                " ... ",
                "pre",
                "(",
                "",
                "|  ",
                ")",
                "post",
                "(",
                "",
                "%n",
                ")",
                "errorpre",
                "(",
                "",
                "|  ",
                ")",
                "errorpost",
                "(",
                "",
                "%n",
                ")",
                "errorline",
                "(",
                "",
                "{post}{pre}    {err}",
                ")",
                "err",
                "(",
                "",
                "%6$s",
                ")",
                "errors",
                "(",
                "",
                "%5$s",
                ")",
                "name",
                "(",
                "",
                "%1$s",
                ")",
                "type",
                "(",
                "",
                "%2$s",
                ")",
                "value",
                "(",
                "",
                "%3$s",
                ")",
                "unresolved",
                "(",
                "",
                "%4$s",
                ")",
                "<truncation>",
                "(",
                "",
                "1000000",
                ")",
                "display",
                "(",
                "",
                "",
                "added,modified,replaced-expression,varvalue,assignment,varinit-ok-primary",
                "{value}{post}",
                "added,modified,replaced-vardecl-notdefined-primary",
                "{pre}cannot find{unresolved}; if it is a word of the kit, it needs parentheses:"
                        + " {type}({name}){post}",
                "added,modified,replaced-class,interface,enum,annotation,record-notdefined-primary",
                "{pre}cannot find{unresolved}{post}",
                "added,modified,replaced-class,interface,enum,annotation,record,method-defined-primary",
                "{pre}{name} can be used once there is{unresolved}{post}",
                ")",
                "***");
    }

    private static String record(String... fields) {
        return String.join("\u241E", fields);
    }
}
