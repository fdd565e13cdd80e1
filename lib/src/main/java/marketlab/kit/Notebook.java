package marketlab.kit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import marketlab.dataset.Dataset;
import marketlab.dataset.TableHtml;
import marketlab.plot.Page;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/**
 * Shows the values of notebook cells: tables and datasets as scrolling HTML, figures and pages as interactive plots,
 * all without a network. Also shows the progress of long tasks. The kernel's startup file calls {@link #start}.
 *
 * <p>It uses the kernel by reflection, so that it works with IJava and JJava, whose display packages have the same
 * structure.
 */
public final class Notebook {

    private static final int ROWS = 20;

    /** The class with a static method that returns the running kernel, that method, and the package of its display. */
    private enum Kernel {
        IJAVA("io.github.spencerpark.ijava.IJava", "getKernelInstance", "io.github.spencerpark.jupyter.kernel.display"),
        JJAVA("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel", "org.dflib.jjava.jupyter.kernel.display");

        private final String type;
        private final String getter;
        private final String display;

        Kernel(String type, String getter, String display) {
            this.type = type;
            this.getter = getter;
            this.display = display;
        }
    }

    private Notebook() {}

    /**
     * Registers the kit's types with the kernel that runs this code.
     *
     * @throws IllegalStateException if neither IJava nor JJava runs it
     */
    public static void start() {
        for (Kernel kernel : Kernel.values()) {
            try {
                Object running =
                        Class.forName(kernel.type).getMethod(kernel.getter).invoke(null);
                if (running != null) {
                    register(running, kernel.display);
                    showBars(running, kernel.display);
                    return;
                }
            } catch (ClassNotFoundException e) {
                // Not this kernel: try the other one.
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(kernel.type + " has a version that is not supported: " + e, e);
            }
        }
        throw new IllegalStateException("neither IJava nor JJava runs here; see: mlab kernel install");
    }

    private static void register(Object kernel, String display) throws ReflectiveOperationException {
        Object renderer = kernel.getClass().getMethod("getRenderer").invoke(kernel);
        Class<?> function = Class.forName(
                display + ".RenderFunction", true, kernel.getClass().getClassLoader());
        Map<Class<?>, Function<Object, String>> shown = Map.of(
                Dataset.class, data -> TableHtml.of((Dataset) data, ROWS),
                Table.class, table -> TableHtml.of(Dataset.of((Table) table), ROWS),
                Figure.class, figure -> Page.of((Figure) figure).cell(),
                Page.class, page -> ((Page) page).cell());
        for (Map.Entry<Class<?>, Function<Object, String>> entry : shown.entrySet()) {
            InvocationHandler handler = (proxy, method, arguments) -> render(arguments, entry.getValue());
            Object rendering = Proxy.newProxyInstance(function.getClassLoader(), new Class<?>[] {function}, handler);
            Object registration = renderer.getClass()
                    .getMethod("createRegistration", Class.class)
                    .invoke(renderer, entry.getKey());
            registration.getClass().getMethod("preferring", String[].class).invoke(registration, (Object)
                    new String[] {"text/html"});
            registration.getClass().getMethod("register", function).invoke(registration, rendering);
        }
    }

    private static void showBars(Object kernel, String display) throws ReflectiveOperationException {
        Object io = kernel.getClass().getMethod("getIO").invoke(kernel);
        Object stream = io.getClass().getField("display").get(io);
        Class<?> data =
                Class.forName(display + ".DisplayData", true, kernel.getClass().getClassLoader());
        ProgressBar.showOn(() -> new NotebookLine(stream, data));
    }

    /** Implements a RenderFunction: puts the value as HTML into the context's container, beside its text. */
    private static Object render(Object[] arguments, Function<Object, String> shown)
            throws ReflectiveOperationException {
        Object out = arguments[1].getClass().getMethod("getOutputContainer").invoke(arguments[1]);
        out.getClass().getMethod("putHTML", String.class).invoke(out, shown.apply(arguments[0]));
        if (arguments[0] instanceof Table table) {
            out.getClass()
                    .getMethod("putText", String.class)
                    .invoke(out, Dataset.of(table).toString());
        }
        return null;
    }
}
