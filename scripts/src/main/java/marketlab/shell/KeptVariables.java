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
 * Keeps a variable from a slip: {@code plot back} declares {@code back} anew, as of an unknown class {@code plot}, and JShell
 * then forgets the one there was.
 *
 * <p>JShell tells of it whoever holds the session, which the engine does not by itself: the launcher opens the package.
 * Where it is not open, nothing is kept.
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
