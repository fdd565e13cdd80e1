package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import marketlab.peer.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class PictureTest {

    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void pngHasThePagesColoursAtTwiceItsSize() throws IOException {
        Browser.executable();
        Page page = Page.of(PricePlots.candlestick(Samples.dailyBars(30))).theme(Theme.DARK);
        BufferedImage picture =
                ImageIO.read(page.write(folder.resolve("bars.PNG")).toFile());
        assertThat(picture.getWidth()).isEqualTo(2400);
        assertThat(picture.getHeight()).isEqualTo(1440);
        assertThat(picture.getRGB(5, 5)).isEqualTo(0xff12181f);
        assertThat(picture.getRGB(0, 0, 2400, 1440, null, 0, 2400)).contains(0xff1a9a8f, 0xffe4632d);
    }

    @Tag("slow")
    @Test
    void svgIsADocumentWithTheTitleAsText() throws Exception {
        Browser.executable();
        Path file = Page.of(ChainPlots.smile(Samples.chain())).write(folder.resolve("smile.svg"));
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getDocumentElement().getTextContent()).contains("NIFTY · implied volatility", "spot 22,000");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    }

    @Tag("slow")
    @Test
    void pdfHasOnePageOfAllFigures() throws IOException {
        Browser.executable();
        Page page = Page.of(ChainPlots.surface(Samples.chain()), PricePlots.line(Samples.dailyBars(30)));
        byte[] pdf = Files.readAllBytes(page.write(folder.resolve("two.pdf")));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/Count 1")
                .containsPattern("/MediaBox \\[0 0 900 1080(\\.\\d+)?]");
    }

    @Test
    void svgOfTwoFiguresIsRefused() {
        Page two = Page.of(ChainPlots.smile(Samples.chain()), ChainPlots.smile(Samples.chain()));
        assertThatThrownBy(() -> two.write(folder.resolve("two.svg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an SVG holds one figure, got 2");
    }

    @Test
    void withoutChromiumOneLineSaysWhatToDo() {
        Page page = Page.of(ChainPlots.smile(Samples.chain()));
        Picture picture = new Picture(page, new Chromium(List.of("no-such-browser", "none-such-either")));
        assertThatThrownBy(() -> picture.write(folder.resolve("smile.png"), "png"))
                .isInstanceOf(IOException.class)
                .hasMessage("a picture needs Chromium or Chrome, but none is installed; write .html instead");
        assertThat(folder).isEmptyDirectory();
    }

    @Tag("slow")
    @Test
    void browserThatFailsIsQuoted() {
        Page page = Page.of(ChainPlots.smile(Samples.chain()));
        Picture picture = new Picture(page, new Chromium(List.of("false")));
        assertThatThrownBy(() -> picture.write(folder.resolve("smile.png"), "png"))
                .hasMessageStartingWith("Chromium ended with 1");
    }
}
