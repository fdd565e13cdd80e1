package marketlab.kit;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.index.IndexDataGenerator;
import marketlab.option.OptionChainGenerator;
import marketlab.plot.Plots;

/** The help for every word, with an example. The examples run as one session in this order. */
final class Help {

    private record Entry(String example, String meaning) {}

    private static final Map<String, Entry> WORDS = new LinkedHashMap<>();

    static {
        word(
                "index",
                "var nifty = index(\"nifty\").gbm().bullish().highVol().days(252).seed(7).generate()",
                "bars of an index");
        word(
                "chain",
                "var week = chain(\"nifty\").along(nifty).surface(\"index_skew\").weekly().generate()",
                "an option chain at its last close");
        word("save", "save(nifty)", "saves to the storage, returns the path");
        word("latest", "var back = latest(\"index/nifty/gbm\", \"bullish\")", "loads the newest of a directory");
        word("list", "list(\"index\")", "paths of a directory, or all");
        word("load", "load(list(\"index\").get(0))", "loads a dataset by its path");
        word("versions", "versions(\"index/nifty/gbm\")", "newest first: time, bytes, path");
        word("search", "search(\"model=gbm vol>0.2\")", "paths of datasets by their metadata");
        word("describe", "describe(list(\"index\").get(0))", "columns, types and metadata, of a path or a dataset");
        word("verify", "verify(\"index\")", "compares the checksums of a directory, or all");
        word("regenerate", "regenerate(\"index\")", "generates datasets again, compares bytes");
        word("diff", "diff(back, index(\"nifty\").bearish().generate())", "the differences of two datasets");
        word("realism", "realism(back)", "stylized facts with standard errors, or realism(back, real)");
        word(
                "fitChain",
                "fitChain(\"svi\", week)",
                "a model fitted to an option chain, svi or heston, with its errors");
        word("plot", "var figure = plot(back)", "the kind that suits, or plot(back, \"drawdown\")");
        word("compare", "compare(back, index(\"spx\").days(252).generate())", "two histories in one figure");
        word("fan", "fan(index(\"nifty\").paths(200).days(63).generateAll())", "many paths in one figure");
        word(
                "payoff",
                "payoff(chain(\"nifty\").spot(24_000).generate(), \"+1 call 24000\", \"-1 call 24500\")",
                "profit of options at their expiry");
        word("show", "show(figure)", "opens it in the browser");
        word("sparkline", "sparkline(back)", "a small text chart");
        word(
                "write",
                "write(figure, \"nifty.html\"); write(back, \"nifty.csv\")",
                "a figure as .html .png .svg .pdf; a dataset as .csv .pkl");
        word("read", "read(\"nifty.csv\")", "your own .csv or .pkl file");
        word("fit", "index(\"nifty\").model(fit(\"garch\", back).model())", "a model fitted to a real history");
        word(
                "models",
                "models()",
                "the index models and their parameters, for model(\"heston\", Map.of(\"kappa\", 2.0))");
        word(
                "bar",
                "index(\"nifty\").paths(200).progress(bar(200)).generateAll().size()",
                "a progress bar for a long run");
        word("use", "use(\"local:other\")", "changes the storage: gs://BUCKET/PREFIX, local:PATH, ./PATH");
        word("storage", "storage()", "the storage in use, for its other methods");
        word("help", "help(\"plot\")", "this list, or the help for one word");
    }

    private Help() {}

    private static void word(String word, String example, String meaning) {
        WORDS.put(word, new Entry(example, meaning));
    }

    static PlainText all() {
        int width = WORDS.values().stream()
                .mapToInt(entry -> entry.example().length())
                .filter(length -> length <= 60)
                .max()
                .orElse(0);
        return new PlainText(WORDS.values().stream()
                .map(entry -> "%s%s// %s"
                        .formatted(
                                entry.example(),
                                " "
                                        .repeat(Math.max(
                                                2, width + 2 - entry.example().length())),
                                entry.meaning()))
                .collect(Collectors.joining("\n")));
    }

    /**
     * @throws IllegalArgumentException if no word and no method of a generator has this name; the message lists the
     * words
     */
    static PlainText of(String word) {
        Entry entry = WORDS.get(word);
        if (entry == null) {
            String methods = Stream.concat(
                            methods(IndexDataGenerator.class, "index(\"nifty\")", word),
                            methods(OptionChainGenerator.class, "chain(\"nifty\")", word))
                    .collect(Collectors.joining("\n"));
            if (!methods.isEmpty()) {
                return new PlainText(methods);
            }
            throw new IllegalArgumentException(
                    "unknown word '%s'; there are: %s".formatted(word, String.join(", ", WORDS.keySet())));
        }
        String kinds = word.equals("plot") ? "\n  // kinds: " + String.join(" ", Plots.kinds()) : "";
        return new PlainText(entry.example() + "\n  // " + entry.meaning() + kinds);
    }

    /** The parameters of a generator's methods with this name, one line each. */
    private static Stream<String> methods(Class<?> generator, String word, String name) {
        return Arrays.stream(generator.getMethods())
                .filter(method -> method.getName().equals(name) && method.getDeclaringClass() == generator)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(method -> "%s.%s(%s)  // gives %s"
                        .formatted(
                                word,
                                name,
                                Arrays.stream(method.getParameterTypes())
                                        .map(Class::getSimpleName)
                                        .collect(Collectors.joining(", ")),
                                method.getReturnType().getSimpleName()))
                .sorted();
    }
}
