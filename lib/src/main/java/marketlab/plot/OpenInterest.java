package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Open interest of one expiry's calls and puts, side by side at each strike. */
final class OpenInterest {

    private static final List<String> NAMES = List.of("OpenInterest", "OI");

    private OpenInterest() {}

    static Figure of(Dataset dataset, LocalDate expiry) {
        Chain chain = new Chain(dataset);
        String name = NAMES.stream()
                .filter(column -> chain.has("Call" + column) && chain.has("Put" + column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no columns CallOpenInterest and PutOpenInterest (or CallOI and PutOI) to plot; there are: "
                                + dataset.table().columnNames()));
        LocalDate shown = expiry == null ? chain.expiries().get(0) : chain.expiry(expiry);
        return new PlotlyFigure(
                Heading.of(dataset, "open interest", "expiry " + shown),
                List.of(
                        bars(chain, shown, "Call", name, Palette.ACCENT),
                        bars(chain, shown, "Put", name, Palette.DOWN)),
                object(
                        "barmode", "group",
                        "hovermode", "x unified",
                        "showlegend", true,
                        "xaxis", StrikeAxis.axis(),
                        "yaxis", object("exponentformat", "B"),
                        "shapes", StrikeAxis.spotLine(chain.spot(), "x"),
                        "annotations", StrikeAxis.spotLabel(chain.spot())),
                new Sketch("calls and puts", 0, 1));
    }

    private static Map<String, Object> bars(Chain chain, LocalDate expiry, String side, String name, String colour) {
        return object(
                "type",
                "bar",
                "name",
                side,
                "x",
                array(chain.strikes(expiry)),
                "y",
                array(chain.numbers(side + name, expiry)),
                "marker",
                object("color", colour),
                "hovertemplate",
                "%{y:,.0f}");
    }
}
