package marketlab.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import marketlab.calendar.Market;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;

/** Reads a {@link Grid} from JSON, and finds its errors before any dataset is generated. */
final class GridFile {

    private static final Set<String> KEYS = new LinkedHashSet<>(
            List.of("as_of", "markets", "models", "params", "seeds", "paths", "days", "interval", "spot", "end"));
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,18})\\.\\.(-?\\d{1,18})");
    private static final int MOST = 10_000_000;
    private static final int LONGEST_NAME = 240;

    private final Located root;
    private final Map<String, Located> members;

    private GridFile(Located root) {
        this.root = root;
        this.members = root.object(KEYS);
    }

    /**
     * Reads a grid; its name is that of the file.
     *
     * @throws IllegalArgumentException if it is not JSON or not a valid grid; the message gives the line
     * @throws IOException if it cannot be read
     */
    static Grid read(Path path) throws IOException {
        return new GridFile(Located.read(path))
                .grid(path.getFileName().toString().replaceFirst("\\.json$", ""));
    }

    private Grid grid(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
            throw root.error(
                    "the file's name becomes the grid's name; use only letters, digits and _ . -, and begin with a"
                            + " letter or digit");
        }
        Cell.Common common = new Cell.Common(
                asOf(),
                has("days") ? members.get("days").count() : Market.SESSIONS_PER_YEAR,
                has("interval") ? interval(members.get("interval")) : "1d",
                has("spot") ? spot(members.get("spot")) : null,
                has("end") ? parsed(members.get("end"), LocalDate::parse, "a date such as 2026-01-30") : null);
        Grid grid = new Grid(
                name,
                has("markets") ? markets() : List.of("nifty"),
                variants(),
                has("params") ? distinct(members.get("params").list(), Located::text) : List.of(""),
                has("seeds") ? seeds(members.get("seeds")) : new long[] {1},
                has("paths") ? members.get("paths").count() : 1,
                common);
        if (grid.size() > MOST) {
            throw root.error("the grid has %s datasets; make several of at most %s".formatted(grid.size(), MOST));
        }
        tryOut(grid);
        return grid;
    }

    private OffsetDateTime asOf() {
        if (!has("as_of")) {
            throw root.error(
                    "as_of is missing; set the time for the datasets' names, such as \"2026-01-30T10:00:00Z\"");
        }
        return parsed(members.get("as_of"), OffsetDateTime::parse, "a time with an offset such as 2026-01-30T10:00:00Z")
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static String interval(Located interval) {
        at(interval, () -> IndexDataGenerator.of("generic").interval(interval.text()));
        return interval.text();
    }

    private static Double spot(Located spot) {
        at(spot, () -> IndexDataGenerator.of("generic").spot(spot.number()));
        return spot.number();
    }

    private List<String> markets() {
        return distinct(
                members.get("markets").list(),
                market -> at(market, () -> Market.named(market.text()).name()));
    }

    private List<Grid.Variant> variants() {
        if (!has("models")) {
            throw root.error(
                    "models is missing; name models with their parameters, such as {\"heston\": {\"kappa\": [1, 2]}}");
        }
        List<Grid.Variant> variants = new ArrayList<>();
        members.get("models").object().forEach((model, parameters) -> variants.addAll(variants(model, parameters)));
        if (variants.isEmpty()) {
            throw members.get("models").error("models is empty; name at least one model");
        }
        return variants;
    }

    /** Every combination of a model's parameters, each tried. */
    private static List<Grid.Variant> variants(String model, Located parameters) {
        if (model.equals("bootstrap")) {
            throw parameters.error(
                    "bootstrap needs a history, which a grid cannot name; use: mlab generate index --model bootstrap"
                            + " --from NAME");
        }
        at(parameters, () -> IndexModel.named(model));
        List<Map<String, Located>> sets = List.of(Map.of());
        for (Map.Entry<String, Located> parameter : parameters.object().entrySet()) {
            String name = parameter.getKey();
            at(parameter.getValue(), () -> IndexModel.named(model, Map.of(name, typical(model, name))));
            distinct(parameter.getValue().list(), Located::number);
            List<Map<String, Located>> longer = new ArrayList<>();
            for (Map<String, Located> set : sets) {
                for (Located value : parameter.getValue().list()) {
                    Map<String, Located> one = new LinkedHashMap<>(set);
                    one.put(parameter.getKey(), value);
                    longer.add(one);
                }
            }
            sets = longer;
        }
        return sets.stream().map(set -> variant(model, parameters, set)).toList();
    }

    private static Double typical(String model, String parameter) {
        return (Double) IndexModel.named(model).parameters().getOrDefault(parameter, 0.0);
    }

    private static Grid.Variant variant(String model, Located parameters, Map<String, Located> set) {
        LinkedHashMap<String, Double> numbers = new LinkedHashMap<>();
        set.forEach((parameter, value) -> numbers.put(parameter, value.number()));
        try {
            IndexModel.named(model, numbers);
        } catch (IllegalArgumentException e) {
            Located guilty = set.entrySet().stream()
                    .filter(value -> e.getMessage().matches(".*\\b" + value.getKey() + "\\b.*"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(parameters);
            throw guilty.error(e.getMessage());
        }
        return new Grid.Variant(model, numbers);
    }

    /** Whole numbers, and ranges such as {@code "1..1000"}. */
    private static long[] seeds(Located seeds) {
        Set<Long> seen = new LinkedHashSet<>();
        for (Located seed : seeds.list()) {
            range(seed).forEach(number -> {
                if (!seen.add(number)) {
                    throw seed.error("the seed %s is listed twice".formatted(number));
                }
            });
        }
        return seen.stream().mapToLong(Long::longValue).toArray();
    }

    private static LongStream range(Located seed) {
        if (seed.value() instanceof Long number) {
            return LongStream.of(number);
        }
        Matcher range = RANGE.matcher(String.valueOf(seed.value()));
        if (!range.matches()) {
            throw seed.wanted("a whole number or a range such as \"1..1000\"");
        }
        long first = Long.parseLong(range.group(1));
        long last = Long.parseLong(range.group(2));
        if (first > last || last - first >= MOST) {
            throw seed.error(String.format(
                    Locale.ROOT,
                    "seeds: a range must go from low to high and contain at most %,d numbers, got %s",
                    MOST,
                    seed));
        }
        return LongStream.rangeClosed(first, last);
    }

    /** Generates a first dataset of each market and model, to check days, interval and end. */
    private void tryOut(Grid grid) {
        Set<String> tried = new HashSet<>();
        for (int i = 0;
                i
                        < grid.markets().size()
                                * grid.variants().size()
                                * grid.params().size();
                i++) {
            Cell cell = grid.cell(i * grid.seeds().length * grid.paths());
            Located place = members.get("models").object().get(cell.model());
            Located words = has("params") ? members.get("params") : place;
            String file = at(words, cell::name).file();
            if (file.length() > LONGEST_NAME) {
                throw words.error("the name %s would be longer than %s characters".formatted(file, LONGEST_NAME));
            }
            if (tried.add(cell.market() + "/" + cell.model())) {
                at(common(place), cell::generate);
            }
        }
    }

    /**
     * Where to report an error about the days, which only the calendar finds: at end or days if set, else at the model.
     */
    private Located common(Located model) {
        Located place = model;
        for (String key : List.of("end", "days")) {
            place = has(key) ? members.get(key) : place;
        }
        return place;
    }

    private boolean has(String key) {
        return members.containsKey(key);
    }

    private static <T> List<T> distinct(List<Located> elements, Function<Located, T> read) {
        Set<T> seen = new LinkedHashSet<>();
        for (Located element : elements) {
            if (!seen.add(read.apply(element))) {
                throw element.error(element + " is listed twice");
            }
        }
        return List.copyOf(seen);
    }

    private static <T> T parsed(Located place, Function<String, T> parser, String wanted) {
        try {
            return parser.apply(place.text());
        } catch (DateTimeParseException e) {
            throw place.wanted(wanted);
        }
    }

    private static <T> T at(Located place, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            String problem = String.valueOf(e.getMessage());
            throw problem.startsWith("[" + place.file() + ":") ? (IllegalArgumentException) e : place.error(problem);
        }
    }
}
