package io.tributary.topologies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;

/** The layers and habits of this module, as rules that break the build. */
@AnalyzeClasses(packages = "io.tributary.topologies", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.tributary.topologies.";
    private static final String[] SHARED = {ROOT + "flow..", ROOT + "state..", ROOT + "taxonomy.."};

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.tributary.topologies.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule intakeKnowsNoOtherFeature = knowsOnly("intake");

    @ArchTest
    static final ArchRule classifyKnowsNoOtherFeature = knowsOnly("classify");

    @ArchTest
    static final ArchRule merchantKnowsNoOtherFeature = knowsOnly("merchant");

    @ArchTest
    static final ArchRule insightKnowsNoOtherFeature = knowsOnly("insight");

    @ArchTest
    static final ArchRule theGuardKnowsJobsAndNoFeature = knowsOnly("guard", ROOT + "job..");

    @ArchTest
    static final ArchRule progressKnowsNoOtherFeature = knowsOnly("progress");

    @ArchTest
    static final ArchRule figuresKnowTheTotalsAndNoOtherFeature = knowsOnly("kpi", ROOT + "totals..");

    @ArchTest
    static final ArchRule theLedgerKnowsTheRowsItWritesAndNoOtherFeature =
            knowsOnly("ledger", ROOT + "totals..", ROOT + "settings..", ROOT + "job..");

    @ArchTest
    static final ArchRule sharedPackagesKnowNoFeature = noClasses()
            .that()
            .resideInAnyPackage(SHARED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "intake..",
                    ROOT + "classify..",
                    ROOT + "ledger..",
                    ROOT + "merchant..",
                    ROOT + "insight..",
                    ROOT + "guard..",
                    ROOT + "job..",
                    ROOT + "settings..",
                    ROOT + "totals..",
                    ROOT + "kpi..",
                    ROOT + "progress..");

    @ArchTest
    static final ArchRule decisionsAreFreeOfKafka = noClasses()
            .that()
            .haveNameMatching(
                    ".*(Decider|Detector|Rules|Entries|Overlays|EntryDraft|CurrentFact|Normaliser|MerchantText)")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule theTaxonomyTheClassifierAndTheFiguresAreFreeOfKafka = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + "taxonomy..",
                    ROOT + "kpi..",
                    ROOT + "classify.text..",
                    ROOT + "classify.lexicon..",
                    ROOT + "classify.learn..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule nothingReadsTheWallClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(YearMonth.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("time is the log's");

    @ArchTest
    static final ArchRule processorsAndTopologiesAreFinal = classes()
            .that()
            .haveSimpleNameEndingWith("Topology")
            .or()
            .haveSimpleNameEndingWith("Processor")
            .or()
            .haveSimpleNameEndingWith("View")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule onlyTheModelAdapterKnowsTribuo = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "classify.learn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tribuo..", "com.oracle.labs..");

    private static ArchRule knowsOnly(String feature, String... more) {
        String[] allowed = new String[SHARED.length + more.length + 1];
        System.arraycopy(SHARED, 0, allowed, 0, SHARED.length);
        System.arraycopy(more, 0, allowed, SHARED.length, more.length);
        allowed[allowed.length - 1] = ROOT + feature + "..";
        return noClasses()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat(Predicates.resideInAPackage("io.tributary.topologies..")
                        .and(Predicates.resideOutsideOfPackages(allowed)));
    }
}
