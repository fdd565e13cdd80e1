package marketlab.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The arguments of {@code mlab jbang init}: our template is told where the library is. */
final class InitArguments {

    private InitArguments() {}

    /**
     * The arguments of JBang, with {@code -Dkit=} the library beside the catalog that is named, or else the one of this
     * project. Those of other verbs than {@code init} stay as they are.
     */
    static List<String> complete(List<String> arguments, Path project) {
        if (arguments.isEmpty() || !arguments.get(0).equals("init")) {
            return arguments;
        }
        String catalog = project.resolve("jbang-catalog.json").toString();
        boolean isKitGiven = false;
        List<String> complete = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("mlab")) {
                complete.add("mlab@" + catalog);
                continue;
            }
            if (argument.startsWith("mlab@")) {
                String place = argument.substring("mlab@".length());
                catalog = place.endsWith(".json") ? place : place.replaceFirst("/$", "") + "/jbang-catalog.json";
            }
            isKitGiven |= argument.startsWith("-Dkit=");
            complete.add(argument);
        }
        if (!isKitGiven) {
            complete.add(1, "-Dkit=" + kit(catalog));
        }
        return complete;
    }

    /** In quotes if it has a space, as JBang wants it after {@code //DEPS}. */
    private static String kit(String catalog) {
        String kit = catalog.contains(":")
                ? catalog.replaceFirst("/[^/]*$", "/lib/kit.java")
                : Path.of(catalog)
                        .toAbsolutePath()
                        .normalize()
                        .resolveSibling("lib/kit.java")
                        .toString();
        return kit.contains(" ") ? "\"" + kit + "\"" : kit;
    }
}
