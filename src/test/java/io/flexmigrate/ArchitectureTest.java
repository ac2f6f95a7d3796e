package io.flexmigrate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms, the arrows between them and who knows which library: the table of the house as data. */
class ArchitectureTest {

    private static final String ROOT = "io.flexmigrate.";

    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("process", Set.of()),
            Map.entry("terminal", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("plan", Set.of("model")),
            Map.entry("engine", Set.of("model")),
            Map.entry("planning", Set.of("engine", "model")),
            Map.entry("journal", Set.of("engine", "model", "planning")),
            Map.entry("report", Set.of("engine", "model", "planning")),
            Map.entry("web", Set.of("engine", "model", "time")),
            Map.entry("mysql", Set.of("model", "time")),
            Map.entry("mydumper", Set.of("model", "plan", "process")),
            Map.entry("stage", Set.of("engine", "model", "mydumper", "mysql", "plan", "planning", "process", "time")),
            Map.entry(
                    "cli",
                    Set.of(
                            "engine",
                            "journal",
                            "model",
                            "mydumper",
                            "mysql",
                            "plan",
                            "planning",
                            "process",
                            "report",
                            "stage",
                            "terminal",
                            "time",
                            "web")));

    /** What each room may use beside {@code java..} and the annotations of JSpecify. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "plan", Set.of("org.yaml.snakeyaml.."),
            "journal", Set.of("com.fasterxml.jackson.."),
            "mysql", Set.of("com.github.shyiko.mysql.binlog..", "com.mysql..", "javax.sql.."),
            "process", Set.of("org.apache.commons.exec.."),
            "report", Set.of("com.samskivert.mustache.."),
            "terminal", Set.of("org.jline.."),
            "web", Set.of("com.sun.net.httpserver..", "io.prometheus.metrics.."),
            "cli", Set.of("picocli.."));

    /** Calls that ask what time it is, or let it pass. */
    private static final Pattern TIME = Pattern.compile("java\\.lang\\.Thread\\.sleep"
            + "|java\\.util\\.concurrent\\.TimeUnit\\.sleep"
            + "|java\\.util\\.concurrent\\.locks\\.LockSupport\\.park(Nanos|Until)"
            + "|java\\.lang\\.System\\.(nanoTime|currentTimeMillis)"
            + "|java\\.time\\.\\w+\\.now"
            + "|java\\.time\\.InstantSource\\.(system|tick)"
            + "|java\\.time\\.Clock\\.(system|tick)\\w*"
            + "|java\\.util\\.Date\\.<init>");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.flexmigrate");

    static Set<String> rooms() {
        return new TreeSet<>(MAY_IMPORT.keySet());
    }

    @Test
    void seesTheClassesOfTheHouse() {
        assertThat(OURS.size()).isGreaterThan(50);
    }

    @Test
    void everyClassIsInARoomOfTheTable() {
        classes().should().resideInAnyPackage(packages(rooms())).check(OURS);
    }

    @Test
    void everyArrowOfTheTableLeadsToARoomOfTheTable() {
        assertThat(MAY_IMPORT.values())
                .allSatisfy(imports -> assertThat(rooms()).containsAll(imports));
        assertThat(rooms()).containsAll(MAY_USE.keySet());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatTheTableSays(String room) {
        Set<String> forbidden = rooms();
        forbidden.remove(room);
        forbidden.removeAll(new TreeMap<>(MAY_IMPORT).getOrDefault(room, Set.of()));

        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(forbidden)))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesNoForeignLibraryButItsOwn(String room) {
        List<String> known = new ArrayList<>(List.of("io.flexmigrate..", "java..", "javax.net..", "org.jspecify.."));
        known.addAll(MAY_USE.getOrDefault(room, Set.of()));

        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(known.toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void onlyMysqlKnowsJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "mysql..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
                .check(OURS);
    }

    @Test
    void onlyProcessStartsProcesses() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "process..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould(accessTargetWhere(target("java\\.lang\\.Runtime\\.exec")))
                .check(OURS);
    }

    @Test
    void onlyTimeKnowsTheTimeAndSleeps() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "time..")
                .should(accessTargetWhere(target(TIME.pattern())))
                .check(OURS);
    }

    @Test
    void onlyMainKnowsTheStandardStreams() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "cli.Main")
                .should(ACCESS_STANDARD_STREAMS)
                .check(OURS);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("io.flexmigrate.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void noNameHidesThatItsIdeaIsMissing() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$]\\w*(Utils?|Managers?|Impl|Helpers?)")
                .orShould()
                .haveNameMatching(".*[.$](Abstract|Base)[A-Z]\\w*")
                .check(OURS);
    }

    private static String[] packages(Set<String> rooms) {
        return rooms.stream().map(room -> ROOT + room + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaAccess<?>> target(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return DescribedPredicate.describe(
                "the target is " + pattern,
                access -> wanted.matcher(name(access.getTarget())).matches());
    }

    private static String name(AccessTarget target) {
        return target.getOwner().getFullName() + "." + target.getName();
    }
}
