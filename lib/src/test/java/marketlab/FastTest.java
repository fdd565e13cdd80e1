package marketlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketlab.peer.Project;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** What {@code mlab test --fast} runs needs Java alone: a test that starts another program has the tag slow, or its class has. */
class FastTest {

    private static final Set<String> OURS = sources();

    @Test
    void fastTestsStartNoOtherProgram() {
        Set<String> starting = new TreeSet<>();
        int fast = 0;
        for (JavaClass type : fastClasses()) {
            for (JavaCodeUnit entry : entries(type)) {
                fast += isTest(entry) ? 1 : 0;
                if (startsAProgram(entry)) {
                    starting.add(type.getSimpleName() + "#" + entry.getName());
                }
            }
        }
        assertThat(starting)
                .as("tests that start a program and have no @Tag(\"slow\")")
                .isEmpty();
        assertThat(fast).isGreaterThan(300);
    }

    private static List<JavaClass> fastClasses() {
        return new ClassFileImporter()
                        .importUrl(FastTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())
                        .that(DescribedPredicate.describe("are of the tests", FastTest::isOfTheTests))
                        .stream()
                        .filter(type -> !isSlow(type) && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> type.getAllMethods().stream().anyMatch(FastTest::isTest))
                        .toList();
    }

    /** Whether it is a class of the tests: those of the command line are in the same jar. */
    private static boolean isOfTheTests(JavaClass type) {
        return OURS.contains(type.getName().replaceFirst("\\$.*", ""));
    }

    private static boolean isTest(JavaCodeUnit unit) {
        return unit.isMetaAnnotatedWith(Testable.class);
    }

    private static boolean isSlow(CanBeAnnotated tested) {
        return tested.isAnnotatedWith(Tag.class);
    }

    private static Set<String> sources() {
        return Stream.of("lib/src/test/java", "scripts/src/test/java")
                .flatMap(folder -> classesIn(Project.root().resolve(folder)).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> classesIn(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file)
                            .toString()
                            .replaceFirst("\\.java$", "")
                            .replace('/', '.'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What JUnit may call: all but the private methods, which are reached through others, and the slow tests. */
    private static List<JavaCodeUnit> entries(JavaClass type) {
        return Stream.concat(type.getAllMethods().stream(), type.getConstructors().stream())
                .filter(unit -> isOfTheTests(unit.getOwner()))
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE) && !isSlow(unit))
                .map(JavaCodeUnit.class::cast)
                .toList();
    }

    private static boolean startsAProgram(JavaCodeUnit entry) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(entry));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (seen.add(unit)) {
                for (CodeUnitAccessTarget target : targets(unit)) {
                    if (target.getOwner().isEquivalentTo(ProcessBuilder.class)) {
                        return true;
                    }
                    target.resolveMember()
                            .filter(next -> isOfTheTests(next.getOwner()))
                            .ifPresent(open::push);
                    target.getOwner()
                            .getStaticInitializer()
                            .filter(next -> isOfTheTests(next.getOwner()))
                            .ifPresent(open::push);
                }
            }
        }
        return false;
    }

    private static List<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
                        unit.getCodeUnitReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                .map(CodeUnitAccessTarget.class::cast)
                .toList();
    }
}
