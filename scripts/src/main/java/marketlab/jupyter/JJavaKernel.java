package marketlab.jupyter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** An installed JJava with the library on its class path, in a process of its own. */
public final class JJavaKernel {

    private JJavaKernel() {}

    /** Runs the kernel in this jar to its end and returns its exit code. */
    public static int run(Path jar, String connectionFile) throws IOException, InterruptedException {
        String main;
        try (JarFile opened = new JarFile(jar.toFile())) {
            main = opened.getManifest().getMainAttributes().getValue("Main-Class");
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens",
                        "jdk.jshell/jdk.jshell=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path") + File.pathSeparator + jar,
                        main,
                        connectionFile)
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }
}
