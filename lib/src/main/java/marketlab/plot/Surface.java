package marketlab.plot;

import static marketlab.plot.Json.array;
import static marketlab.plot.Json.object;

import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import tech.tablesaw.plotly.components.Figure;

/** Implied volatility over strike and expiry, as a rotatable surface or as a heatmap. */
final class Surface {

    private static final String SCALE = "Viridis";
    private static final int MOST_TICKS = 8;

    private Surface() {}

    static Figure of(Dataset dataset) {
        VolatilityGrid grid = VolatilityGrid.of(dataset);
        return new PlotlyFigure(
                        Heading.of(dataset, "implied volatility surface"),
                        List.of(object(
                                "type", "surface",
                                "x", array(grid.strikes()),
                                "y", grid.expiryNames(),
                                "z", grid.json(),
                                "colorscale", SCALE,
                                "cmin", grid.end(0),
                                "cmax", grid.end(1),
                                "connectgaps", true,
                                "colorbar", colorbar(),
                                "contours", object("z", object("highlightcolor", Palette.DOWN)),
                                "hovertemplate", "strike %{x:,~r}<br>expiry %{y}<br>%{z:.2%}<extra></extra>")),
                        object(
                                "scene",
                                object(
                                        "xaxis", axis("Strike", "tickformat", ",~r"),
                                        "yaxis",
                                                axis(
                                                        "Expiry",
                                                        "type",
                                                        "date",
                                                        "tickformat",
                                                        "%d %b %y",
                                                        "nticks",
                                                        6,
                                                        "tickvals",
                                                        grid.expiries().size() > MOST_TICKS
                                                                ? null
                                                                : grid.expiryNames()),
                                        "zaxis",
                                                axis(
                                                        "Implied volatility",
                                                        "tickformat",
                                                        ".0~%",
                                                        "range",
                                                        grid.flatRange()),
                                        "camera",
                                                object(
                                                        "eye", object("x", -1.3, "y", -1.5, "z", 0.6),
                                                        "center", object("x", 0, "y", 0, "z", -0.22)),
                                        "aspectratio", object("x", 1.25, "y", 1.1, "z", 0.75))),
                        sketch(grid))
                .narrow(object(
                        "scene",
                        object(
                                "camera",
                                object(
                                        "eye",
                                        object("x", -2.5, "y", -2.9, "z", 1.2),
                                        "center",
                                        object("x", 0, "y", 0, "z", -0.1)))));
    }

    static Figure heatmap(Dataset dataset) {
        VolatilityGrid grid = VolatilityGrid.of(dataset);
        Chain chain = new Chain(dataset);
        return new PlotlyFigure(
                Heading.of(dataset, "implied volatility"),
                List.of(object(
                        "type", "heatmap",
                        "x", array(grid.strikes()),
                        "y", grid.expiryNames(),
                        "z", grid.json(),
                        "colorscale", SCALE,
                        "zmin", grid.end(0),
                        "zmax", grid.end(1),
                        "colorbar", colorbar(),
                        "hoverongaps", false,
                        "hovertemplate", "strike %{x:,~r}<br>expiry %{y}<br>%{z:.2%}<extra></extra>")),
                object(
                        "xaxis", StrikeAxis.axis(),
                        "yaxis", object("type", "category", "showgrid", false),
                        "shapes",
                                StrikeAxis.spotLine(chain.spot(), "x").stream()
                                        .peek(Surface::raise)
                                        .toList()),
                sketch(grid));
    }

    private static Sketch sketch(VolatilityGrid grid) {
        return new Sketch(
                "%s, the nearest of %s expiries"
                        .formatted(grid.expiries().get(0), grid.expiries().size()),
                0);
    }

    private static void raise(Map<String, Object> line) {
        line.put("layer", "above");
        line.put("line", object("dash", "dot", "width", 1.5, "color", "#ffffff"));
    }

    private static Map<String, Object> axis(String title, Object... more) {
        Map<String, Object> axis = object("title", object("text", title));
        axis.putAll(object(more));
        return axis;
    }

    private static Map<String, Object> colorbar() {
        return object("tickformat", ".1~%", "outlinewidth", 0, "thickness", 14, "len", 0.9);
    }
}
