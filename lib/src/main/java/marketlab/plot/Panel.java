package marketlab.plot;

import static marketlab.plot.Json.object;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketlab.dataset.SafeText;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure's place on a page.
 *
 * @param title title of the page, if this is the first figure
 * @param height height in pixels; 0 to fill the page
 * @param part the part of plotly.js that draws it
 * @param json the figure for the page's script
 */
record Panel(String title, int height, PlotlyPart part, Map<String, Object> json) {

    private static final Pattern TITLE = Pattern.compile("(?<=: )'[^']*'");

    static Panel of(Figure figure) {
        if (figure instanceof PlotlyFigure plotly) {
            return plotly.panel();
        }
        String title = Optional.ofNullable(figure.getLayout())
                .map(layout -> layout.getTitle())
                .orElse("");
        return new Panel(
                title,
                0,
                PlotlyPart.WHOLE,
                object(
                        "script",
                        "window.marketlabJsplot = (document, Plotly) => {\n"
                                + escaped(script(figure.asJavascript("jsplot"))) + "\n};"));
    }

    /**
     * The script with line breaks, backslashes and unsafe characters in titles escaped. jsplot writes titles in single
     * quotes without escaping them.
     */
    private static String escaped(String script) {
        return TITLE.matcher(script)
                .replaceAll(title ->
                        Matcher.quoteReplacement(SafeText.escaped(title.group().replace("\r", ""), "\n")
                                .replace("\\", "\\\\")
                                .replace("\n", "\\n")));
    }

    /** The content of the script element. */
    private static String script(String element) {
        return element.substring(element.indexOf('>') + 1, element.lastIndexOf("</script>"));
    }
}
