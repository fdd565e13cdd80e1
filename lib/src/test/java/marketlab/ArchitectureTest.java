package marketlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketlab.dataset.Dataset;
import marketlab.peer.Project;
import marketlab.storage.StorageFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. A new room, or a new door between two, is written here first. */
class ArchitectureTest {

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry(
                    "kit",
                    Set.of(
                            "calendar",
                            "config",
                            "csv",
                            "dataset",
                            "index",
                            "option",
                            "pickle",
                            "plot",
                            "regenerate",
                            "storage")),
            entry("regenerate", Set.of("dataset", "index", "option", "pickle", "storage")),
            entry("storage", Set.of("config", "dataset", "pickle", "storage.gcs")),
            entry("storage.gcs", Set.of("config", "dataset", "storage")),
            entry("plot", Set.of("dataset")),
            entry("index", Set.of("calendar", "dataset")),
            entry("option", Set.of("calendar", "dataset", "index")),
            entry("pickle", Set.of("dataset")),
            entry("csv", Set.of("dataset")),
            entry("calendar", Set.of()),
            entry("dataset", Set.of()),
            entry("config", Set.of()));

    private static JavaClasses library;

    @BeforeAll
    static void importLibrary() {
        library = new ClassFileImporter()
                .importUrl(Dataset.class.getProtectionDomain().getCodeSource().getLocation())
                .that(JavaClass.Predicates.resideInAPackage("marketlab.."));
    }

    @Test
    void everyRoomIsOnTheList() {
        Set<String> rooms = library.stream()
                .map(type -> type.getPackageName().replaceFirst("^marketlab\\.?", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_USE.keySet()).containsAll(rooms);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyRoomSaysWhatItIsFor(String room) {
        Path page = Project.root()
                .resolve("lib/src/main/java/marketlab")
                .resolve(room.replace('.', '/'))
                .resolve("package-info.java");
        assertThat(page).content().contains("<p>Door: ").contains("package marketlab." + room + ";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench", "build", "cli", "jupyter", "shell", "spark", "start"})
    void everyPackageOfTheScriptsSaysWhatItIsFor(String name) {
        Path page = Project.root()
                .resolve("scripts/src/main/java/marketlab")
                .resolve(name)
                .resolve("package-info.java");
        assertThat(page).content().contains("package marketlab." + name + ";");
    }

    private static Set<String> rooms() {
        return MAY_USE.keySet();
    }

    @Test
    void roomsKnowOnlyThoseTheyMay() {
        MAY_USE.forEach((room, allowed) -> {
            String[] forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(room) && !allowed.contains(other))
                    .map(other -> "marketlab." + other)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("marketlab." + room)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(library);
        });
    }

    @Test
    void onlyTheFactoryKnowsThatThereIsGoogle() {
        noClasses()
                .that()
                .resideInAPackage("marketlab.storage")
                .and()
                .doNotBelongToAnyOf(StorageFactory.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("marketlab.storage.gcs")
                .check(library);
    }

    @Test
    void onlyItsOwnStorageKnowsGooglesClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("marketlab.storage.gcs")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google..")
                .check(library);
    }

    @Test
    void onlyPlotAndKitKnowJsplot() {
        noClasses()
                .that()
                .resideOutsideOfPackages("marketlab.plot..", "marketlab.kit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tech.tablesaw.plotly..")
                .check(library);
    }

    @Test
    void onlyConfigReadsTheEnvironment() {
        noClasses()
                .that()
                .resideOutsideOfPackage("marketlab.config..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(library);
    }

    @Test
    void libraryNeitherPrintsNorExits() {
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(library);
    }

    @Test
    void pickleUsesTheJdkAndTablesawOnly() {
        noClasses()
                .that()
                .resideInAPackage("marketlab.pickle..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "com.google..", "picocli..")
                .allowEmptyShould(true)
                .check(library);
    }
}
