package marketlab.jupyter;

import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The place and the name of a kernel. */
public final class KernelPlace {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @ArgGroup
    Where where = new Where();

    static final class Where {

        @Option(
                names = "--user",
                description = "In JUPYTER_DATA_DIR, else in this user's Jupyter folder. This is the default.")
        boolean user;

        @Option(
                names = "--prefix",
                paramLabel = "DIR",
                description = "In DIR/share/jupyter, for example of a virtual environment: --prefix \"$VIRTUAL_ENV\".")
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
                    "--name may contain only letters, digits, '.', '_' and '-', got '%s'".formatted(name));
        }
        Path data = where.prefix == null ? KernelSpecs.userData() : where.prefix.resolve("share/jupyter");
        return data.resolve("kernels").resolve(name).toAbsolutePath();
    }
}
