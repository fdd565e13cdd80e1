package marketlab.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import marketlab.dataset.Provenance;
import marketlab.dataset.TableText;
import marketlab.kit.Notes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** Runs {@code mlab VERB …}. Results go to stdout, messages to stderr. */
@Command(
        name = "mlab",
        mixinStandardHelpOptions = true,
        version = Provenance.PROGRAM,
        synopsisSubcommandLabel = "VERB",
        description = "Generates, saves, finds, loads and plots market datasets, in a local folder or in Google Cloud"
                + " Storage.",
        footerHeading = "%nMore verbs:%n",
        footer = {
            "  spark     Generates grids of datasets on Apache Spark, and runs SQL: mlab spark --help",
            "  run       Runs a JBang script of your own: mlab run SCRIPT.java|.jsh [ARGS]",
            "  jbang     Calls JBang, or mlab's own copy: mlab jbang init -t mlab my.java",
            "  test      Runs the tests: mlab test [--fast] [CLASS[#METHOD]]",
            "  bench     Measures speed against pandas, numpy and QuantLib: mlab bench [PART]",
            "  format    Formats the Java files of the project: mlab format [--check]",
            "  sources   Writes the lists of source files for JBang: mlab sources",
            "  ide       Writes pom.xml, which opens in IDEs: mlab ide",
            "  sums      Writes the SHA-256 of every jar to lib/jars.sha256: mlab sums",
            "",
            "Start with: mlab demo"
        })
public final class Mlab implements Runnable, IExecutionStrategy {

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
    private static final Map<String, Class<?>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("demo", Demo.class);
        VERBS.put("generate", Generate.class);
        VERBS.put("models", ShowModels.class);
        VERBS.put("save", Save.class);
        VERBS.put("list", ListDatasets.class);
        VERBS.put("latest", Latest.class);
        VERBS.put("versions", Versions.class);
        VERBS.put("search", Search.class);
        VERBS.put("show", Show.class);
        VERBS.put("describe", Describe.class);
        VERBS.put("plot", Plot.class);
        VERBS.put("convert", Convert.class);
        VERBS.put("copy", Copy.class);
        VERBS.put("diff", Diff.class);
        VERBS.put("realism", Realism.class);
        VERBS.put("fit", Fit.class);
        VERBS.put("annotate", Annotate.class);
        VERBS.put("verify", Verify.class);
        VERBS.put("prune", Prune.class);
        VERBS.put("shell", Shell.class);
        VERBS.put("completion", Completion.class);
        VERBS.put("config", ShowConfig.class);
        VERBS.put("kernel", Kernel.class);
        VERBS.put("doctor", Doctor.class);
        VERBS.put("help", HelpCommand.class);
    }

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Print the log, and the stack trace of an error.")
    boolean verbose;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    private final PrintWriter out;
    private final boolean isProcess;

    /** @param isProcess whether out is the stdout of this process, which may be a terminal */
    private Mlab(PrintWriter out, boolean isProcess) {
        this.out = out;
        this.isProcess = isProcess;
    }

    /** Adds a verb and runs it. For a script whose jars the other verbs do not have, such as Spark's. */
    public static int run(String verb, Class<?> command, String... args) {
        VERBS.put(verb, command);
        return run(args);
    }

    /** Runs one verb and returns its exit code: 0 done, 1 failed or nothing found, 2 wrong usage. */
    public static int run(String... args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(new StandardOutput(), err, args);
    }

    static int run(StandardOutput stdout, PrintWriter err, String... args) {
        PrintWriter out = stdout.writer();
        int code = run(new Mlab(out, true), err, args);
        out.flush();
        if (!stdout.isLost()) {
            return code;
        }
        err.println("mlab: " + stdout.failure());
        return Math.max(code, Errors.FAILED);
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(new Mlab(out, false), err, args);
    }

    private static int run(Mlab mlab, PrintWriter err, String... args) {
        Errors errors = new Errors(mlab);
        return withVerbs(new CommandLine(mlab), args)
                .registerConverter(LocalDate.class, new Day())
                .setOut(mlab.out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(mlab)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .execute(args);
    }

    /** Adds only the verb that is called, else all: setting up all verbs takes longer than most of them run. */
    private static CommandLine withVerbs(CommandLine line, String... args) {
        Class<?> first = args.length == 0 ? null : VERBS.get(args[0]);
        if (first != null && first != HelpCommand.class) {
            return line.addSubcommand(args[0], first);
        }
        VERBS.forEach(line::addSubcommand);
        return line;
    }

    static CommandLine withAllVerbs() {
        return withVerbs(new CommandLine(new Mlab(new PrintWriter(System.out), false)));
    }

    @Override
    public int execute(ParseResult parsed) {
        if (verbose || System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, verbose ? "info" : "off"); // Errors reports each failure in one line
        }
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        CommandLine line = spec.commandLine();
        line.setOut(Printable.to(line.getOut())).setErr(Printable.to(line.getErr()));
        if (isProcess) {
            TableText.fitTo(Terminal::columnsOfOut);
        }
        StorageOption.talkTo(line.getErr(), last(parsed).commandSpec());
        Notes.showOn(line.getErr()::println);
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            throw new CommandLine.ExecutionException(line, e.getMessage(), new IllegalStateException(e));
        }
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }

    /** The stdout for exact data that other programs read. On a terminal, control characters are escaped. */
    static PrintWriter exact(CommandLine line) {
        Mlab mlab = (Mlab) line.getCommandSpec().root().userObject();
        return mlab.isProcess && Terminal.isOut() ? line.getOut() : mlab.out;
    }

    @Override
    public void run() {
        spec.commandLine().usage(out);
    }

    /** A class, not a lambda: because of a lambda, Java's class archive would leave out all of picocli. */
    private static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'%s' is not a date such as 2026-01-30".formatted(text));
            }
        }
    }
}
