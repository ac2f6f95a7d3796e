package io.flexmigrate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** A test that is not named as one never runs, and nobody hears of it. */
class TestNamesTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("io.flexmigrate");

    @Test
    void seesTheTests() {
        assertThat(TESTS.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet()))
                .contains("TestNamesTest", "ArchitectureTest");
    }

    @Test
    void everyClassWithTestsIsNamedSoThatItRuns() {
        methods()
                .that(areTests())
                .should(BE_IN_A_CLASS_THAT_RUNS)
                .because("the build runs *Test and *IT and nothing else")
                .check(TESTS);
    }

    private static DescribedPredicate<JavaMethod> areTests() {
        return DescribedPredicate.describe(
                "are tests",
                method -> method.isAnnotatedWith(Testable.class) || method.isMetaAnnotatedWith(Testable.class));
    }

    /** Abstract classes hold tests for those that extend them; nested ones run with the class around them. */
    private static final ArchCondition<JavaMethod> BE_IN_A_CLASS_THAT_RUNS =
            new ArchCondition<>("be in a class named *Test or *IT") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    JavaClass outermost = outermost(method.getOwner());
                    boolean runs = outermost.getSimpleName().endsWith("Test")
                            || outermost.getSimpleName().endsWith("IT")
                            || method.getOwner().getModifiers().contains(JavaModifier.ABSTRACT);
                    events.add(new SimpleConditionEvent(method, runs, method.getFullName()));
                }
            };

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
