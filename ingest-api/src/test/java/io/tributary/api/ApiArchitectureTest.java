package io.tributary.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tributary.schemas.Money;
import java.math.BigDecimal;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.query.StateQueryRequest;

/** The layers and habits of this module, as rules that break the build. */
@AnalyzeClasses(packages = "io.tributary.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiArchitectureTest {

    private static final String ROOT = "io.tributary.api.";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.tributary.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingReckonsWithMoney = noClasses()
            .that()
            // A statement's sign is turned round there before it becomes a fact; no figure is made of it.
            .resideOutsideOfPackage(ROOT + "imports..")
            .should()
            .callMethod(Money.class, "plus", Money.class)
            .orShould()
            .callMethod(Money.class, "minus", Money.class)
            .orShould()
            .callMethod(Money.class, "times", BigDecimal.class, String.class)
            .orShould()
            .callMethod(BigDecimal.class, "multiply", BigDecimal.class)
            .because("figures are made in the topologies, where they are proven");

    @ArchTest
    static final ArchRule onlyTheRunnerHoldsTheStreams = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "streams..", ROOT + "metrics..", "io.tributary.api")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.streams.KafkaStreams");

    @ArchTest
    static final ArchRule nothingAsksByInteractiveQueriesV2 = noClasses()
            .should()
            .callMethod(KafkaStreams.class, "query", StateQueryRequest.class)
            .because("in Kafka Streams 4.3.1 it deadlocks beside writes (KAFKA-19629)");

    @ArchTest
    static final ArchRule onlyMetricsKnowsMicrometer = onlyIn("metrics", "io.micrometer..");

    @ArchTest
    static final ArchRule onlyRoutesKnowTheSchemaGenerator = onlyIn("route", "com.github.victools..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "cli..", "io.tributary.api")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    private static ArchRule onlyIn(String home, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
