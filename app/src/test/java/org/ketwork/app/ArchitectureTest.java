package org.ketwork.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house holds: dependencies point downwards, rooms form no circle, and a few things are forbidden, each with its reason. */
class ArchitectureTest {
    /** Lowest first. */
    private static final List<String> MODULES =
            List.of("numerics", "quantum", "neural", "wavefunction", "bridge", "lab", "claims", "app");

    private static final JavaClasses KETWORK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ketwork");

    @TestFactory
    List<DynamicTest> aModuleSeesNoneAboveIt() {
        return IntStream.range(0, MODULES.size() - 1)
                .mapToObj(i -> DynamicTest.dynamicTest(
                        MODULES.get(i),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(room(MODULES.get(i)))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(MODULES.stream()
                                        .skip(i + 1)
                                        .map(ArchitectureTest::room)
                                        .toArray(String[]::new))
                                .check(KETWORK)))
                .toList();
    }

    @Test
    void networksAndQuantumSystemsMeetOnlyInTheBridge() {
        noClasses()
                .that()
                .resideInAPackage(room("neural"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("quantum"))
                .check(KETWORK);
    }

    @Test
    void theLaboratoryKnowsNoScience() {
        noClasses()
                .that()
                .resideInAPackage(room("lab"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(room("quantum"), room("neural"), room("wavefunction"), room("bridge"))
                .check(KETWORK);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.ketwork.(**)").should().beFreeOfCycles().check(KETWORK);
    }

    @Test
    void classesAreAbstractOrFinal() {
        classes()
                .that(new DescribedPredicate<JavaClass>("are ordinary classes") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !type.isInterface() && !type.isEnum() && !type.isAnonymousClass();
                    }
                })
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .because("behaviour varies by wrapping, not by overriding")
                .check(KETWORK);
    }

    @Test
    void randomNumbersHaveAnAddress() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("a result must depend on its seed and its spec alone; use RandomAddress")
                .check(KETWORK);
    }

    @Test
    void onlyTheVectorKernelsSeeTheIncubator() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ketwork.numerics.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .because("the Vector API may be absent; everybody else uses the kernels' interface")
                .check(KETWORK);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.ketwork.app.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .because("exit codes are decided in one place")
                .check(KETWORK);
    }

    @Test
    void librariesDoNotPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("app"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("standard output belongs to the command line")
                .check(KETWORK);
    }

    private static String room(String module) {
        return "org.ketwork." + module + "..";
    }
}
