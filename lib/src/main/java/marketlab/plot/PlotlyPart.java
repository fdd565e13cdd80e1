package marketlab.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of plotly.js that a figure needs. The script is a bundle of modules. Most of them draw maps and other traces
 * that are not used here, and pages and notebook cells are smaller without them.
 */
enum PlotlyPart {
    /** Lines, bars, candles and heatmaps. */
    FLAT(Set.of("bar", "candlestick", "heatmap")),
    /** Also surfaces, which need calendars to be drawn against dates. */
    SOLID(Set.of("bar", "candlestick", "heatmap", "surface", "calendars")),
    /** All of it, for figures of jsplot. */
    WHOLE(Set.of());

    /** The bundler esbuild starts each module with a comment that has its path. */
    private static final Pattern MODULE = Pattern.compile("(?m)^  // \\S+$");

    private static final Pattern DEFINED =
            Pattern.compile("(?m)^  var ((?:require|init)_\\w+) = __(?:commonJS|esm)\\(");
    private static final Pattern USED = Pattern.compile("\\b(?:require|init)_\\w+");
    private static final String ENTRY = "  // lib/index.js";
    /** A line of the entry that registers a trace type; a number distinguishes functions with the same name. */
    private static final Pattern REGISTERED = Pattern.compile("(?m)^        require_([a-z0-9_]*?)\\d*\\(\\),?\\R");

    private final Set<String> traces;

    PlotlyPart(Set<String> traces) {
        this.traces = traces;
    }

    /** The smallest part that includes all of these. */
    static PlotlyPart of(Collection<PlotlyPart> parts) {
        return parts.stream().max(Comparator.naturalOrder()).orElse(FLAT);
    }

    /** The part that draws traces of these types. */
    static PlotlyPart ofTraces(Collection<?> types) {
        return FLAT.draws(types) ? FLAT : SOLID.draws(types) ? SOLID : WHOLE;
    }

    /** This part of the whole script; all of it if the bundle's format is unknown. */
    String cut(String script) {
        List<String> modules = modules(script);
        int entry = entry(modules);
        if (this == WHOLE || entry < 0) {
            return script;
        }
        modules.set(
                entry,
                REGISTERED
                        .matcher(modules.get(entry))
                        .replaceAll(
                                line -> traces.contains(line.group(1)) ? Matcher.quoteReplacement(line.group()) : ""));
        return needed(modules, entry).stream().map(modules::get).collect(Collectors.joining());
    }

    /** Scatter traces are in every part. */
    private boolean draws(Collection<?> types) {
        return types.stream().allMatch(type -> type.equals("scatter") || traces.contains(type));
    }

    private static List<String> modules(String script) {
        List<String> modules = new ArrayList<>();
        int from = 0;
        for (Matcher start = MODULE.matcher(script); start.find(); from = start.start()) {
            modules.add(script.substring(from, start.start()));
        }
        modules.add(script.substring(from));
        return modules;
    }

    private static int entry(List<String> modules) {
        for (int i = modules.size() - 1; i >= 0; i--) {
            if (modules.get(i).startsWith(ENTRY)) {
                return i;
            }
        }
        return -1;
    }

    /** The modules that the entry uses, directly or indirectly, and all code outside of modules. */
    private static Set<Integer> needed(List<String> modules, int entry) {
        Map<String, Integer> defined = new HashMap<>();
        Set<Integer> needed = new TreeSet<>();
        for (int i = 0; i < modules.size(); i++) {
            List<MatchResult> names = DEFINED.matcher(modules.get(i)).results().toList();
            for (MatchResult name : names) {
                defined.put(name.group(1), i);
            }
            if (names.isEmpty()) {
                needed.add(i);
            }
        }
        Deque<Integer> open = new ArrayDeque<>(needed);
        needed.add(entry);
        open.add(entry);
        while (!open.isEmpty()) {
            USED.matcher(modules.get(open.remove()))
                    .results()
                    .map(use -> defined.get(use.group()))
                    .forEach(module -> {
                        if (module != null && needed.add(module)) {
                            open.add(module);
                        }
                    });
        }
        return needed;
    }
}
