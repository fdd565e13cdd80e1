///usr/bin/env jbang "$0" "$@" ; exit $?
// Runs a benchmark, or lists them. A benchmark called x is the class XBench in src/main/java/marketlab/bench, with
// `static final String DESCRIPTION` and `static void run(PrintStream)`.

//DEPS ../lib/kit.java
//DEPS org.junit.jupiter:junit-jupiter-api

//SOURCES src/main/java/marketlab/bench/*.java
//SOURCES ../lib/src/test/java/marketlab/peer/*.java
//COMPILE_OPTIONS --release 17 -encoding UTF-8
// Memory that the operating system has handed out already: else the first touch of each page is what is measured.
//RUNTIME_OPTIONS -Xms3g -Xmx3g -XX:+AlwaysPreTouch

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

class bench {
    private static final String CLASS = "marketlab/bench/(\\w+)Bench\\.class";

    public static void main(String... args) throws Exception {
        System.exit(run(args));
    }

    static int run(String... args) throws Exception {
        Map<String, Class<?>> parts = parts();
        Class<?> part = args.length == 1 ? parts.get(args[0]) : null;
        if (part != null) {
            Method run = part.getDeclaredMethod("run", PrintStream.class);
            run.setAccessible(true);
            try {
                run.invoke(null, System.out);
                return 0;
            } catch (InvocationTargetException e) {
                e.getCause().printStackTrace();
                return 1;
            }
        }
        boolean asked = args.length == 0 || args[0].equals("--help") || args[0].equals("-h");
        PrintStream out = asked ? System.out : System.err;
        out.println((asked ? "" : "there is no benchmark " + args[0] + ": ") + "mlab bench PART, where PART is");
        for (String name : parts.keySet()) {
            out.printf("  %-12s %s%n", name, description(parts.get(name)));
        }
        return asked ? 0 : 2;
    }

    private static Map<String, Class<?>> parts() throws IOException, ReflectiveOperationException {
        Map<String, Class<?>> parts = new TreeMap<>();
        URI jar = URI.create(
                bench.class.getProtectionDomain().getCodeSource().getLocation().toString());
        try (JarFile classes = new JarFile(Path.of(jar).toFile())) {
            for (var entries = classes.entries(); entries.hasMoreElements(); ) {
                String entry = entries.nextElement().getName();
                if (entry.matches(CLASS)) {
                    String name = entry.replaceFirst(CLASS, "$1").toLowerCase(Locale.ROOT);
                    parts.put(name, Class.forName(entry.replace('/', '.').replaceFirst("\\.class$", "")));
                }
            }
        }
        return parts;
    }

    private static Object description(Class<?> part) throws ReflectiveOperationException {
        Field description = part.getDeclaredField("DESCRIPTION");
        description.setAccessible(true);
        return description.get(null);
    }
}
