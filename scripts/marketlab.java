///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS ../lib/kit.java
//SOURCES cli/Main.java
//COMPILE_OPTIONS --release 17 -encoding UTF-8
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import marketlab.cli.Main;

class marketlab {
    public static void main(String... args) {
        System.exit(Main.run(args));
    }
}
