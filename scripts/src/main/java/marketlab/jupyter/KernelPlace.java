package marketlab.jupyter;

import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a kernel is, and what it is called there. */
public final class KernelPlace {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @ArgGroup
    Where where = new Where();

    static final class Where {

        @Option(names = "--user", description = "Jupyter's folder of this user, or JUPYTER_DATA_DIR. The default.")
        boolean user;

        @Option(
                names = "--prefix",
                paramLabel = "DIR",
                description = "DIR/share/jupyter, as of a virtual environment: --prefix \"$VIRTUAL_ENV\".")
        Path prefix;
    }

    @Option(
            names = "--name",
            defaultValue = "marketlab",
            description = "Name of the kernel. Default: ${DEFAULT-VALUE}.")
    public String name;

    /** The kernel's own folder. */
    public Path folder() {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Jupyter takes names of letters, digits, '.', '_' and '-' only, got '%s'".formatted(name));
        }
        Path data = where.prefix == null ? KernelSpecs.userData() : where.prefix.resolve("share/jupyter");
        return data.resolve("kernels").resolve(name).toAbsolutePath();
    }
}
