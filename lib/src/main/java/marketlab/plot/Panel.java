package marketlab.plot;

import static marketlab.plot.Json.object;

import java.util.Map;
import java.util.Optional;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure's place on a page.
 *
 * @param title of the page, if it is the first
 * @param height in pixels; 0 to fill what there is
 * @param json what the page's script draws
 */
record Panel(String title, int height, Map<String, Object> json) {

    static Panel of(Figure figure) {
        if (figure instanceof PlotlyFigure plotly) {
            return plotly.panel();
        }
        String title = Optional.ofNullable(figure.getLayout()).map(layout -> layout.getTitle()).orElse("");
        return new Panel(title, 0, object("script", script(figure.asJavascript("jsplot"))));
    }

    /** What is within the script element. */
    private static String script(String element) {
        return element.substring(element.indexOf('>') + 1, element.lastIndexOf("</script>"));
    }
}
