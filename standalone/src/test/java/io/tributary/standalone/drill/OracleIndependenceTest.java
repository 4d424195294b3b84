package io.tributary.standalone.drill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The oracle must not share a mistake with what it judges. */
@AnalyzeClasses(packages = "io.tributary.standalone.drill", importOptions = ImportOption.DoNotIncludeTests.class)
class OracleIndependenceTest {

    private static final String ORACLE = "io.tributary.standalone.drill.oracle..";

    @ArchTest
    static final ArchRule theOracleKnowsNothingOfTheProduct = classes()
            .that()
            .resideInAPackage(ORACLE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ORACLE, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule noPartOfTheDrillKnowsTheTopologies =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.tributary.topologies..");
}
