package marketlab.runner;

import static java.util.Comparator.comparing;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * Which tests to run.
 *
 * @param part a CLASS or CLASS#METHOD, or an empty text for all
 * @param fast whether to leave out what starts other programs or takes long
 */
public record TestSelection(String part, boolean fast) {
    private static final String SLOW = "slow";

    /** Names of the classes with such tests: those with the tag slow first, so that no long one is the last to end. */
    public List<String> classes(Launcher launcher) {
        TestPlan plan = launcher.discover(request(selectPackage("marketlab")));
        return plan.getRoots().stream()
                .flatMap(engine -> plan.getChildren(engine).stream())
                .sorted(comparing((TestIdentifier test) -> !test.getTags().contains(TestTag.create(SLOW))))
                .map(test -> ((ClassSource) test.getSource().orElseThrow()).getClassName())
                .toList();
    }

    /** The wanted tests of one class. */
    public LauncherDiscoveryRequest of(String className) {
        return request(selectClass(className));
    }

    private LauncherDiscoveryRequest request(DiscoverySelector selector) {
        PostDiscoveryFilter wanted = test ->
                FilterResult.includedIf(test.getSource().map(this::isWanted).orElse(true));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .filters(wanted)
                .filters(fast ? new Filter<?>[] {TagFilter.excludeTags(SLOW)} : new Filter<?>[0])
                .build();
    }

    private boolean isWanted(TestSource source) {
        if (part.isEmpty() || !(source instanceof MethodSource test)) {
            return true;
        }
        String[] wanted = part.split("#", 2);
        return Pattern.compile("(^|[.$])" + Pattern.quote(wanted[0]) + "($|\\$)")
                        .matcher(test.getClassName())
                        .find()
                && (wanted.length == 1 || wanted[1].equals(test.getMethodName()));
    }
}
