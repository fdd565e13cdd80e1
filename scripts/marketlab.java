///usr/bin/env jbang "$0" "$@" ; exit $?
// Market datasets from the command line: `mlab --help`. One class a verb, in src/main/java/marketlab/cli.

//DEPS ../lib/kit.java
//COMPILE_OPTIONS --release 17 -encoding UTF-8 -XDstringConcat=inline
// Most verbs end before code is worth compiling well. What each option gains is told in the page of marketlab.start.
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -Dpicocli.disable.closures=true
// So that a large table may fill most of the memory.
//RUNTIME_OPTIONS -XX:+UseSerialGC

// Written by mlab sources: src/main/java/marketlab/{cli/*,shell/*,start/*,jupyter/KernelPlace,jupyter/KernelSpecs}.java
//SOURCES src/main/java/marketlab/cli/Annotate.java
//SOURCES src/main/java/marketlab/cli/AsOf.java
//SOURCES src/main/java/marketlab/cli/BarOptions.java
//SOURCES src/main/java/marketlab/cli/BasketOptions.java
//SOURCES src/main/java/marketlab/cli/Candidates.java
//SOURCES src/main/java/marketlab/cli/Completion.java
//SOURCES src/main/java/marketlab/cli/Convert.java
//SOURCES src/main/java/marketlab/cli/Copy.java
//SOURCES src/main/java/marketlab/cli/CsvOptions.java
//SOURCES src/main/java/marketlab/cli/DataFiles.java
//SOURCES src/main/java/marketlab/cli/DatasetArgument.java
//SOURCES src/main/java/marketlab/cli/Demo.java
//SOURCES src/main/java/marketlab/cli/Describe.java
//SOURCES src/main/java/marketlab/cli/Diff.java
//SOURCES src/main/java/marketlab/cli/DirectoryArgument.java
//SOURCES src/main/java/marketlab/cli/Doctor.java
//SOURCES src/main/java/marketlab/cli/DryRun.java
//SOURCES src/main/java/marketlab/cli/Errors.java
//SOURCES src/main/java/marketlab/cli/Fit.java
//SOURCES src/main/java/marketlab/cli/FitChain.java
//SOURCES src/main/java/marketlab/cli/FrameOptions.java
//SOURCES src/main/java/marketlab/cli/Generate.java
//SOURCES src/main/java/marketlab/cli/GenerateChain.java
//SOURCES src/main/java/marketlab/cli/GenerateIndex.java
//SOURCES src/main/java/marketlab/cli/GeneratedOptions.java
//SOURCES src/main/java/marketlab/cli/Kernel.java
//SOURCES src/main/java/marketlab/cli/KernelInstall.java
//SOURCES src/main/java/marketlab/cli/KernelList.java
//SOURCES src/main/java/marketlab/cli/KernelUninstall.java
//SOURCES src/main/java/marketlab/cli/Latest.java
//SOURCES src/main/java/marketlab/cli/ListDatasets.java
//SOURCES src/main/java/marketlab/cli/Mlab.java
//SOURCES src/main/java/marketlab/cli/Plot.java
//SOURCES src/main/java/marketlab/cli/Printable.java
//SOURCES src/main/java/marketlab/cli/Prune.java
//SOURCES src/main/java/marketlab/cli/Realism.java
//SOURCES src/main/java/marketlab/cli/Save.java
//SOURCES src/main/java/marketlab/cli/Search.java
//SOURCES src/main/java/marketlab/cli/Shell.java
//SOURCES src/main/java/marketlab/cli/Show.java
//SOURCES src/main/java/marketlab/cli/ShowConfig.java
//SOURCES src/main/java/marketlab/cli/ShowModels.java
//SOURCES src/main/java/marketlab/cli/Since.java
//SOURCES src/main/java/marketlab/cli/SkippedDatasets.java
//SOURCES src/main/java/marketlab/cli/StandardOutput.java
//SOURCES src/main/java/marketlab/cli/StorageOption.java
//SOURCES src/main/java/marketlab/cli/Terminal.java
//SOURCES src/main/java/marketlab/cli/TerminalLine.java
//SOURCES src/main/java/marketlab/cli/Verify.java
//SOURCES src/main/java/marketlab/cli/Versions.java
//SOURCES src/main/java/marketlab/cli/package-info.java
//SOURCES src/main/java/marketlab/jupyter/KernelPlace.java
//SOURCES src/main/java/marketlab/jupyter/KernelSpecs.java
//SOURCES src/main/java/marketlab/shell/CodePieces.java
//SOURCES src/main/java/marketlab/shell/Hints.java
//SOURCES src/main/java/marketlab/shell/Interrupts.java
//SOURCES src/main/java/marketlab/shell/KeptVariables.java
//SOURCES src/main/java/marketlab/shell/KitEngine.java
//SOURCES src/main/java/marketlab/shell/Prompt.java
//SOURCES src/main/java/marketlab/shell/SessionImports.java
//SOURCES src/main/java/marketlab/shell/Snippets.java
//SOURCES src/main/java/marketlab/shell/package-info.java
//SOURCES src/main/java/marketlab/start/FastStart.java
//SOURCES src/main/java/marketlab/start/OneJar.java
//SOURCES src/main/java/marketlab/start/Training.java
//SOURCES src/main/java/marketlab/start/TrainingBucket.java
//SOURCES src/main/java/marketlab/start/package-info.java

//FILES completion.sh
//FILES kit.jsh
//FILES META-INF/services/jdk.jshell.spi.ExecutionControlProvider=META-INF/services/jdk.jshell.spi.ExecutionControlProvider

import marketlab.cli.Mlab;
import marketlab.start.FastStart;

class marketlab {
    public static void main(String... args) {
        FastStart.narrowScan(args);
        System.exit(Mlab.run(args));
    }
}
