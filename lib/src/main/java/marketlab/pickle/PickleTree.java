package marketlab.pickle;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Global;
import marketlab.pickle.PythonNode.Items;

/**
 * The content of a pickle as a tree.
 *
 * @param root the object that the pickle describes
 * @param foreign the globals in it that pandas does not write, in order
 */
record PickleTree(Object root, List<Global> foreign) {

    /**
     * Checks that globals that pandas does not write are only in attributes. There they are allowed, because an
     * attribute that is not understood is left out.
     *
     * @throws PickleException if such a global is elsewhere
     */
    void checkNames(List<Items> attributes) throws PickleException {
        if (foreign.isEmpty()) {
            return;
        }
        Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>(attributes);
        while (!open.isEmpty()) {
            Object node = open.pop();
            if (!known.add(node)) {
                continue;
            }
            if (node instanceof Items items) {
                push(open, items.toArray());
            } else if (node instanceof Call call) {
                push(open, call.arguments());
                push(open, call.state(), call.foreign());
            }
        }
        for (Global global : foreign) {
            if (!known.contains(global)) {
                throw global.refused();
            }
        }
    }

    private static void push(Deque<Object> open, Object... nodes) {
        for (Object node : nodes) {
            if (node instanceof PythonNode) {
                open.push(node);
            }
        }
    }
}
