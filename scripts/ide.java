///usr/bin/env jbang "$0" "$@" ; exit $?
// Writes pom.xml, by which IntelliJ IDEA, Eclipse and VS Code open the library, the scripts and the tests as one project.

//COMPILE_OPTIONS --release 17 -encoding UTF-8
//SOURCES src/main/java/marketlab/build/MavenJar.java
//SOURCES src/main/java/marketlab/build/MavenProject.java

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketlab.build.MavenJar;
import marketlab.build.MavenProject;

class ide {
    private static final String USAGE = "mlab ide    writes pom.xml, which IntelliJ IDEA, Eclipse and VS Code open";

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
        List<MavenJar> others = new ArrayList<>();
        for (String script : List.of("tests", "kernel", "spark", "bench")) {
            others.addAll(MavenJar.of(root.resolve("scripts/" + script + ".java")));
        }
        List<MavenJar> library = MavenJar.of(root.resolve("lib/kit.java"));
        Path project = root.resolve("pom.xml");
        Files.writeString(project, MavenProject.describe(library, others));
        System.out.println(project);
        System.err.println(
                "open this folder in your IDE, as a Maven project; after a change of dependencies, write it again");
    }
}
