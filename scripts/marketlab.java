///usr/bin/env jbang "$0" "$@" ; exit $?
// Market datasets from the command line: `mlab --help`. One class a verb, in cli/.

//DEPS ../lib/kit.java
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -XDstringConcat=inline
// Most verbs are done before much is worth compiling, or compiling well.
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -XX:-UseDynamicNumberOfCompilerThreads
//RUNTIME_OPTIONS -XX:+UseSerialGC -XX:-UsePerfData -Dpicocli.disable.closures=true

//SOURCES cli/AsOf.java
//SOURCES cli/Candidates.java
//SOURCES cli/CodePieces.java
//SOURCES cli/Completion.java
//SOURCES cli/Config.java
//SOURCES cli/Convert.java
//SOURCES cli/Copy.java
//SOURCES cli/CsvOptions.java
//SOURCES cli/Demo.java
//SOURCES cli/Describe.java
//SOURCES cli/Diff.java
//SOURCES cli/Doctor.java
//SOURCES cli/Errors.java
//SOURCES cli/FastStart.java
//SOURCES cli/Generate.java
//SOURCES cli/GenerateChain.java
//SOURCES cli/GenerateIndex.java
//SOURCES cli/GeneratedOptions.java
//SOURCES cli/Hints.java
//SOURCES cli/Interrupts.java
//SOURCES cli/KeptVariables.java
//SOURCES cli/Kernel.java
//SOURCES cli/KernelInstall.java
//SOURCES cli/KernelList.java
//SOURCES cli/KernelPlace.java
//SOURCES cli/KernelSpecs.java
//SOURCES cli/KernelUninstall.java
//SOURCES cli/Kit.java
//SOURCES cli/KitEngine.java
//SOURCES cli/Latest.java
//SOURCES cli/ListDatasets.java
//SOURCES cli/Mlab.java
//SOURCES cli/Models.java
//SOURCES cli/OneJar.java
//SOURCES cli/Plot.java
//SOURCES cli/Printable.java
//SOURCES cli/Prompt.java
//SOURCES cli/Prune.java
//SOURCES cli/Save.java
//SOURCES cli/Search.java
//SOURCES cli/Shell.java
//SOURCES cli/Show.java
//SOURCES cli/Since.java
//SOURCES cli/Snippets.java
//SOURCES cli/Source.java
//SOURCES cli/StorageOption.java
//SOURCES cli/Terminal.java
//SOURCES cli/TerminalLine.java
//SOURCES cli/TrainingBucket.java
//SOURCES cli/Verify.java
//SOURCES cli/Versions.java
//SOURCES cli/Where.java

//FILES completion.sh
//FILES kit.jsh
//FILES META-INF/services/jdk.jshell.spi.ExecutionControlProvider=META-INF/services/jdk.jshell.spi.ExecutionControlProvider

import marketlab.cli.FastStart;
import marketlab.cli.Mlab;

class marketlab {
    public static void main(String... args) {
        FastStart.narrowScan();
        FastStart.begin(args);
        System.exit(Mlab.run(args));
    }
}
