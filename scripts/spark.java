///usr/bin/env jbang "$0" "$@" ; exit $?
// Grids of datasets on Apache Spark, and SQL over datasets, also at a prompt and in a notebook: `mlab spark --help`.
// Only this script has Spark's jars.

//DEPS ../lib/kit.java
// Newer than the versions that Spark requires, because of security advisories: see AdvisoriesTest.
//DEPS io.netty:netty-bom:4.2.18.Final@pom
//DEPS org.apache.logging.log4j:log4j-bom:2.25.5@pom
//DEPS com.github.luben:zstd-jni:1.5.7-28
//DEPS org.apache.spark:spark-sql_2.13:4.2.0
//DEPS com.fasterxml.jackson.module:jackson-module-scala_2.13
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -parameters
// The options of Spark's own scripts, and the kit's logging. Java 17 does not know all of them.
//RUNTIME_OPTIONS -XX:+IgnoreUnrecognizedVMOptions -Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider
//RUNTIME_OPTIONS -Dslf4j.internal.verbosity=WARN
//RUNTIME_OPTIONS --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.lang.invoke=ALL-UNNAMED
//RUNTIME_OPTIONS --add-opens=java.base/java.net=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED
//RUNTIME_OPTIONS --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
//RUNTIME_OPTIONS --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/sun.util.calendar=ALL-UNNAMED
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow

//SOURCES src/main/java/marketlab/cli/*.java
//SOURCES src/main/java/marketlab/shell/*.java
//SOURCES src/main/java/marketlab/start/*.java
//SOURCES src/main/java/marketlab/jupyter/*.java
//SOURCES src/main/java/marketlab/spark/*.java

//FILES completion.sh
//FILES kit.jsh
//FILES spark.jsh
//FILES META-INF/services/jdk.jshell.spi.ExecutionControlProvider=META-INF/services/jdk.jshell.spi.ExecutionControlProvider

import marketlab.cli.Mlab;
import marketlab.spark.Spark;

class spark {
    public static void main(String... args) {
        String[] line = new String[args.length + 1];
        line[0] = "spark";
        System.arraycopy(args, 0, line, 1, args.length);
        System.exit(Mlab.run("spark", Spark.class, line));
    }
}
