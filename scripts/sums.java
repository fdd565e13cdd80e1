///usr/bin/env jbang "$0" "$@" ; exit $?
// Writes lib/jars.sha256: the SHA-256 of every jar on the class path of a script, as it is in the local Maven repository now.

//COMPILE_OPTIONS --release 17 -encoding UTF-8
//SOURCES src/main/java/marketlab/build/JarSums.java
//SOURCES src/main/java/marketlab/build/MavenJar.java

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import marketlab.build.JarSums;
import marketlab.build.MavenJar;

class sums {
    private static final String USAGE =
            "mlab sums    lists the SHA-256 of every jar that marketlab uses in lib/jars.sha256";

    public static void main(String... args) throws InterruptedException {
        if (args.length > 0) {
            boolean asked = List.of("-h", "--help").contains(args[0]);
            (asked ? System.out : System.err).println(asked ? USAGE : "unknown argument " + args[0] + ": " + USAGE);
            System.exit(asked ? 0 : 2);
        }
        try {
            write();
        } catch (IOException e) {
            System.err.println("mlab: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void write() throws IOException, InterruptedException {
        String launcher = System.getenv("MARKETLAB_LAUNCHER");
        Path root =
                launcher == null ? Path.of("") : Path.of(launcher).getParent().getParent();
        List<MavenJar> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve("scripts"))) {
            for (Path script :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                jars.addAll(MavenJar.of(script));
            }
        }
        Path repository = MavenJar.repository(jars);
        TreeMap<String, String> sums = new TreeMap<>();
        for (MavenJar jar : jars) {
            String place = repository.relativize(jar.file()).toString().replace('\\', '/');
            sums.put(place, JarSums.sha256(jar.file()) + "  " + place);
        }
        Path list = root.resolve("lib/jars.sha256");
        Files.write(list, sums.values());
        System.out.println(list);
    }
}
