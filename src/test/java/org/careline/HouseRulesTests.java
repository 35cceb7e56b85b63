package org.careline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import javax.crypto.Mac;
import org.careline.followup.FollowUpDesk;
import org.careline.lead.HalfMerges;
import org.careline.lead.Lead;
import org.careline.lead.LeadBook;
import org.careline.lead.LeadRounds;
import org.careline.lead.LeadWrites;
import org.careline.lead.LeadsById;
import org.careline.promises.Holds;
import org.careline.promises.Promise;
import org.careline.staff.Actor;
import org.careline.store.GuardedStore;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.careline", importOptions = DoNotIncludeTests.class)
class HouseRulesTests {

    @ArchTest
    static final ArchRule onlyCarrierAndSpeechKnowTwilio = noClasses()
            .that()
            .resideOutsideOfPackages("org.careline.carrier..", "org.careline.speech..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.twilio..")
            .because("another carrier is another way to ask it, and another language of documents");

    @ArchTest
    static final ArchRule onlyIntakeKnowsSpringIntegration = noClasses()
            .that()
            .resideOutsideOfPackage("org.careline.intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.integration..")
            .because("there is one story file, and the rest is plain Java");

    @ArchTest
    static final ArchRule onlyTheEmbeddedStoreKnowsItsEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.careline.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.bwaldvogel..", "org.h2..")
            .because("everything else speaks MongoDB's protocol");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("tests move the clock by hand");

    @ArchTest
    static final ArchRule controllersArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .because("pages are reached by their address, never by a call");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|Entity)")
            .because("names come from the glossary");

    @ArchTest
    static final ArchRule sumsComeFromOneLibrary = noClasses()
            .should()
            .callMethod(MessageDigest.class, "getInstance", String.class)
            .orShould()
            .callMethod(Mac.class, "getInstance", String.class)
            .because("a catch for what every Java has is written once, by commons-codec");

    @ArchTest
    static final ArchRule rulesArePlainJava = noClasses()
            .that(resideInAPackage("org.careline.contact..")
                    .or(resideInAPackage("org.careline.matching.."))
                    .or(resideInAPackage("org.careline.routing..")))
            .and()
            .haveSimpleNameNotEndingWith("Documents")
            .and()
            .haveSimpleNameNotEndingWith("Configuration")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework..").and(not(type(DefaultValue.class))))
            .because("a rule is a function of its values; the record of a file may name the value of an absent key");

    @ArchTest
    @Holds(Promise.P10)
    static final ArchRule contactDataMasksItself = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("org.careline.lead..")
                    .or(resideInAPackage("org.careline.matching.."))
                    .or(resideInAPackage("org.careline.inbox.."))
                    .or(resideInAPackage("org.careline.intake..")))
            .and()
            .haveNameMatching("phones?|emails?|points|contactPoints")
            .should(consistOfTexts())
            .because("only the value types mask themselves in a log");

    @ArchTest
    static final ArchRule leadsAreWrittenThroughOneDoor = noCodeUnits()
            .that()
            .areDeclaredInClassesThat(resideOutsideOfPackage("org.careline.lead.."))
            .should(new ArchCondition<>("have the store of leads") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                    boolean has = Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                            .map(JavaType::getAllInvolvedRawTypes)
                            .anyMatch(types -> types.stream().anyMatch(type -> type.isAssignableTo(GuardedStore.class))
                                    && types.stream().anyMatch(type -> type.isEquivalentTo(Lead.class)));
                    events.add(new SimpleConditionEvent(unit, has, unit.getFullName() + " has the store of leads"));
                }
            })
            .because("audit and permission stand in LeadBook and in LeadWrites");

    @ArchTest
    static final ArchRule whoeverReadsOrWritesLeadsSaysWhoTheyAre = methods()
            .that()
            .areDeclaredIn(LeadBook.class)
            .or()
            .areDeclaredIn(LeadsById.class)
            .or()
            .areDeclaredIn(LeadRounds.class)
            .or()
            .areDeclaredIn(HalfMerges.class)
            .or()
            .areDeclaredIn(LeadWrites.class)
            .or()
            .areDeclaredIn(FollowUpDesk.class)
            .and()
            .arePublic()
            .and()
            .doNotHaveName("withoutNextAction")
            .should(new ArchCondition<>("be given an actor") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean given =
                            method.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Actor.class));
                    events.add(new SimpleConditionEvent(method, given, method.getFullName() + " is given nobody"));
                }
            })
            .because("only the door that let somebody in knows who they are");

    @ArchTest
    static final ArchRule fieldsAreFinalWhereTheyAreShared =
            fields().that().arePublic().should().beFinal().because("values do not change");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noGenericExceptions = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule logsAreLogs = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static ArchCondition<JavaField> consistOfTexts() {
        return new ArchCondition<>("consist of texts") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean store = field.getRawType().isEquivalentTo(GuardedStore.class);
                boolean texts = !store
                        && field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(String.class));
                events.add(new SimpleConditionEvent(field, texts, field.getFullName() + " consists of texts"));
            }
        };
    }
}
