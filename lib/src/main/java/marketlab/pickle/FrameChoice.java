package marketlab.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** Chooses the frame of a file: the only one, or one of a dict or a list of frames. */
final class FrameChoice {

    /** The number of keys that an error lists. */
    private static final int MOST_LISTED = 40;

    private FrameChoice() {}

    /** @param key key of a dict, or place in a list; null if there is only one frame */
    static Call of(Object root, String key) throws PickleException {
        if (root instanceof Call frame) {
            if (key != null) {
                throw new PickleException(0, "this file has a single frame and no keys; leave out --key");
            }
            return frame;
        }
        Map<String, Call> frames = frames(root);
        if (frames.isEmpty()) {
            throw new PickleException(0, nothing(root));
        }
        if (key == null && isOnly((Items) root)) {
            return frames.values().iterator().next();
        }
        if (key == null) {
            throw new PickleException(
                    0,
                    "this is %s with %s; choose one with --key: %s"
                            .formatted(
                                    container((Items) root),
                                    frames.size() == 1 ? "one frame" : frames.size() + " frames",
                                    listed(frames)));
        }
        if (!frames.containsKey(key)) {
            throw new PickleException(
                    0, "there is no frame '%s' in this file; there are: %s".formatted(key, listed(frames)));
        }
        return frames.get(key);
    }

    /** Whether a dict or a list contains only frames. */
    private static boolean isOnly(Items items) {
        return items.size() == (items.isDict() ? 2 : 1);
    }

    private static String container(Items items) {
        return switch (items.kind()) {
            case DICT -> "a dict";
            case ORDERED_DICT -> "an OrderedDict";
            case TUPLE -> "a tuple";
            case LIST -> "a list";
            default -> "a set";
        };
    }

    /** The attributes of all frames of a file. */
    static List<Items> attributes(Object root) {
        List<Items> attributes = new ArrayList<>();
        List<Call> frames = root instanceof Call frame
                ? List.of(frame)
                : List.copyOf(frames(root).values());
        for (Call frame : frames) {
            if (isFrame(frame)
                    && frame.state() instanceof Items state
                    && state.kind() == Items.Kind.DICT
                    && state.value("attrs") instanceof Items attrs) {
                attributes.add(attrs);
            }
        }
        return attributes;
    }

    private static Map<String, Call> frames(Object root) {
        Map<String, Call> frames = new LinkedHashMap<>();
        if (root instanceof Items items && items.isDict()) {
            for (int i = 0; i < items.size(); i += 2) {
                if (items.get(i + 1) instanceof Call call && isFrame(call)) {
                    frames.put(PythonText.ofKey(items.get(i)), call);
                }
            }
        } else if (root instanceof Items items) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Call call && isFrame(call)) {
                    frames.put(String.valueOf(i), call);
                }
            }
        }
        return frames;
    }

    private static boolean isFrame(Call call) {
        return call.callee() == PythonGlobal.DATA_FRAME || call.callee() == PythonGlobal.SERIES;
    }

    private static String listed(Map<String, Call> frames) {
        String some = frames.keySet().stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return frames.size() > MOST_LISTED ? some + ", …" : some;
    }

    private static String nothing(Object root) {
        if (!(root instanceof Items items)) {
            return "this is a single value, not a DataFrame";
        }
        String what = "this is " + container(items);
        if (items.size() == 0) {
            return what + ", which is empty";
        }
        Object first = items.get(items.isDict() ? 1 : 0);
        if (!frames(first).isEmpty()) {
            String place = items.isDict() ? "'" + PythonText.ofKey(items.get(0)) + "'" : "0";
            return "%s of other collections; in Python: pandas.to_pickle(pandas.read_pickle(FILE)[%s], 'NEW.pkl')"
                    .formatted(what, place);
        }
        return what + " without a DataFrame in it; in Python: "
                + "pandas.DataFrame(pandas.read_pickle(FILE)).to_pickle('NEW.pkl')";
    }
}
