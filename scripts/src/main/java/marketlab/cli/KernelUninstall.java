package marketlab.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import marketlab.jupyter.KernelPlace;
import marketlab.jupyter.KernelSpecs;
import marketlab.jupyter.KernelSpecs.KernelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "uninstall",
        mixinStandardHelpOptions = true,
        description = "Removes a kernel that mlab installed.",
        footer = {"", "Example: mlab kernel uninstall --name marketlab"})
final class KernelUninstall implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    KernelPlace place;

    @Override
    public Integer call() throws IOException {
        Path folder = place.folder();
        KernelSpec kernel = KernelSpecs.read(folder)
                .orElseThrow(
                        () -> new IOException("[%s] no kernel is installed here%s".formatted(folder, elsewhere())));
        if (!kernel.isOurs()) {
            throw new IOException(
                    "[%s] marketlab did not install this kernel; remove it with: jupyter kernelspec remove %s"
                            .formatted(folder, kernel.name()));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
        spec.commandLine().getErr().println("removed " + folder);
        return 0;
    }

    /** Advice on how to remove a kernel with this name that is installed elsewhere. */
    private String elsewhere() {
        return KernelSpecs.all().stream()
                .filter(kernel -> kernel.isOurs()
                        && kernel.name().equals(place.name)
                        && kernel.folder().endsWith(Path.of("share/jupyter/kernels", place.name)))
                .findFirst()
                .map(kernel -> "; to remove %s, add --prefix %s"
                        .formatted(
                                kernel.folder(),
                                kernel.folder().resolve("../../../..").normalize()))
                .orElse("; see: mlab kernel list");
    }
}
