package marketlab.shell;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Function;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Keeps a variable when the user forgets parentheses: JShell reads {@code plot back} as a new variable {@code back} of
 * an unknown class {@code plot}, and forgets the old variable.
 *
 * <p>Only the JShell session reports such a declaration, and an engine can reach the session only by reflection. The
 * launcher opens the package for this. If it is not open, nothing is kept.
 */
final class KeptVariables {

    private final ExecutionEnv environment;
    private final Function<String, Class<?>> types;
    private final Deque<String> loaded = new ArrayDeque<>();

    KeptVariables(ExecutionEnv environment, Function<String, Class<?>> types) {
        this.environment = environment;
        this.types = types;
    }

    void loaded(ClassBytecodes[] classes) {
        if (loaded.isEmpty()) {
            watch();
        }
        Arrays.stream(classes).map(ClassBytecodes::name).forEach(loaded::push);
    }

    private void watch() {
        if (!JShell.class
                .getModule()
                .isOpen(JShell.class.getPackageName(), getClass().getModule())) {
            return;
        }
        for (Field field : environment.getClass().getDeclaredFields()) {
            if (field.getType() == JShell.class && field.trySetAccessible()) {
                try {
                    JShell shell = (JShell) field.get(environment);
                    shell.onSnippetEvent(event -> keep(shell, event));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void keep(JShell shell, SnippetEvent event) {
        if (event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED
                && event.previousStatus() == Snippet.Status.VALID
                && event.causeSnippet() == null
                && event.snippet() instanceof VarSnippet variable) {
            loaded.stream()
                    .filter(type -> has(types.apply(type), variable.name()))
                    .findFirst()
                    .ifPresent(type -> shell.eval("var %s = %s.%s;".formatted(variable.name(), type, variable.name())));
        }
    }

    private static boolean has(Class<?> type, String variable) {
        return Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.getName().equals(variable));
    }
}
