package marketlab.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Shows a page where there is a desktop, and says so where there is none. */
final class Browser {

    private Browser() {}

    static void open(Path page, PrintWriter talk) throws IOException {
        if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
            Desktop.getDesktop().browse(page.toUri());
        } else {
            talk.println("there is no desktop to show it on; open the file in a browser");
        }
    }
}
