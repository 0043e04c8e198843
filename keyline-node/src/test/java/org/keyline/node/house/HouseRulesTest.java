package org.keyline.node.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The floors of the house and the arrows that nobody may draw. A rule that hinders is changed here, with its reason.
 */
class HouseRulesTest {
    private static final House HOUSE = new House();
    private static final JavaClasses CLASSES = HOUSE.classes();

    /** Made from the templates at each build, so it has no source of its own. */
    private static final String GENERATED_PAGES = "org.keyline.web.jte";

    /** Making and using keys; names of keys and certificates, digests and randomness are free. */
    private static final DescribedPredicate<JavaClass> CRYPTOGRAPHY = resideInAnyPackage(
                    "javax.crypto..", "org.bouncycastle..")
            .or(describe(
                    "key makers and signers",
                    type -> List.of(
                                    "java.security.KeyPairGenerator",
                                    "java.security.KeyFactory",
                                    "java.security.Signature")
                            .contains(type.getName())));

    @Test
    void every_module_but_the_bench_and_the_spec_is_seen_here() {
        var seen = CLASSES.stream()
                .flatMap(type -> HOUSE.room(type).stream())
                .distinct()
                .toList();
        assertThat(seen)
                .containsAll(HOUSE.floors().stream()
                        .filter(room -> !List.of("org.keyline.bench", "org.keyline.spec")
                                .contains(room))
                        .toList());
    }

    @Test
    void no_arrow_runs_up() {
        classes().should(onlyReachDown()).check(CLASSES);
    }

    @Test
    void no_packages_form_a_circle() {
        slices().assignedFrom(new DoorsAndRooms(CLASSES))
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void call_control_is_a_function_of_its_arguments() {
        classes()
                .that()
                .resideInAPackage("org.keyline.callcontrol..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "org.keyline.callcontrol..",
                                "org.keyline.model..",
                                "org.jspecify..",
                                "java.lang",
                                "java.lang.annotation",
                                "java.lang.invoke",
                                "java.lang.runtime",
                                "java.util..",
                                "java.time..")
                        .or(describe(
                                "addresses",
                                type -> type.getPackageName().equals("java.net")
                                        && type.getSimpleName().startsWith("Inet")))
                        .or(describe("primitives and arrays", type -> type.isPrimitive() || type.isArray())))
                .because("it knows no wire protocol, actor library, database, file or socket")
                .check(CLASSES);
    }

    @Test
    void the_core_has_no_clock_no_chance_and_no_thread_of_its_own() {
        noClasses()
                .that()
                .resideInAnyPackage("org.keyline.callcontrol..", "org.keyline.model..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Thread.class,
                        ProcessBuilder.class,
                        java.util.Random.class,
                        java.util.concurrent.ThreadLocalRandom.class,
                        java.security.SecureRandom.class,
                        java.util.concurrent.Executor.class,
                        java.util.Timer.class)
                .check(CLASSES);
    }

    @Test
    void the_model_knows_no_framework() {
        classes()
                .that()
                .resideInAPackage("org.keyline.model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("org.keyline.model..", "org.jspecify..", "java..")
                        .and(resideOutsideOfPackages("java.sql..", "java.nio.channels..", "java.nio.file.."))
                        .or(describe("primitives and arrays", type -> type.isPrimitive() || type.isArray())))
                .check(CLASSES);
    }

    /** A library, and the only packages that may know it. */
    static Stream<Confined> confined() {
        return Stream.of(
                new Confined(
                        "sockets and buffers stop at the codecs, the transport, the protocols and the lab",
                        resideInAnyPackage("io.netty.."),
                        "org.keyline.transport..",
                        "org.keyline.sccp..",
                        "org.keyline.tftp..",
                        "org.keyline.capf..",
                        "org.keyline.phoneservices..",
                        "org.keyline.media.stream..",
                        "org.keyline.lab.."),
                new Confined(
                        "actors begin at the processing shell",
                        resideInAnyPackage("org.apache.pekko.."),
                        "org.keyline.processing..",
                        "org.keyline.sccp..",
                        "org.keyline.node.."),
                new Confined(
                        "SQL stays with the configuration",
                        resideInAnyPackage(
                                "java.sql..",
                                "javax.sql..",
                                "org.jdbi..",
                                "org.flywaydb..",
                                "com.zaxxer..",
                                "org.sqlite..",
                                "org.postgresql.."),
                        "org.keyline.config.."),
                new Confined(
                        "keys are made and used in the trust room; the lab has code of its own to check it",
                        CRYPTOGRAPHY,
                        "org.keyline.trust..",
                        "org.keyline.lab.."),
                new Confined(
                        "media packets are protected in one place; the lab has code of its own to check it",
                        resideInAnyPackage("org.jitsi.."),
                        "org.keyline.media.srtp..",
                        "org.keyline.lab.."),
                new Confined(
                        "pages are the web's",
                        resideInAnyPackage("io.javalin..", "gg.jte..", "org.eclipse.jetty.."),
                        "org.keyline.web.."),
                new Confined(
                        "nothing of the product knows the lab",
                        resideInAnyPackage("org.keyline.lab.."),
                        "org.keyline.lab..",
                        "org.keyline.bench.."));
    }

    @ParameterizedTest
    @MethodSource("confined")
    void what_is_confined_stays_so(Confined confined) {
        noClasses()
                .that(resideOutsideOfPackages(confined.homes().toArray(String[]::new)))
                .should()
                .dependOnClassesThat(confined.what())
                .because(confined.reason())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void the_codec_depends_on_nothing_of_ours() {
        noClasses()
                .that()
                .resideInAPackage("org.keyline.sccp.codec..")
                .should()
                .dependOnClassesThat(ours().and(resideOutsideOfPackages("org.keyline.sccp.codec..")))
                .check(CLASSES);
    }

    @Test
    void the_lab_shares_the_codec_with_the_server_and_nothing_else() {
        noClasses()
                .that()
                .resideInAPackage("org.keyline.lab..")
                .should()
                .dependOnClassesThat(
                        ours().and(resideOutsideOfPackages("org.keyline.lab..", "org.keyline.sccp.codec..")))
                .because("a fault in the server must not be hidden by the same fault in the phone that tests it")
                .check(CLASSES);
    }

    @Test
    void services_and_protocols_do_not_know_each_other() {
        for (var service : List.of("tftp", "capf", "ctl", "sccp", "media", "phoneservices")) {
            var own = "org.keyline." + service + "..";
            noClasses()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(
                                    "org.keyline.tftp..",
                                    "org.keyline.capf..",
                                    "org.keyline.ctl..",
                                    "org.keyline.sccp..",
                                    "org.keyline.media..",
                                    "org.keyline.phoneservices..")
                            .and(resideOutsideOfPackages(own)))
                    .check(CLASSES);
        }
    }

    @Test
    void media_resources_know_nothing_of_calls() {
        noClasses()
                .that()
                .resideInAPackage("org.keyline.media..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.keyline.callcontrol..", "org.keyline.config..", "org.keyline.trust..")
                .because("a port is told what to receive and where to send, as a phone is")
                .check(CLASSES);
    }

    @Test
    void the_web_never_reaches_into_a_protocols_session() {
        noClasses()
                .that()
                .resideInAPackage("org.keyline.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.keyline.sccp..", "org.keyline.transport..", "org.keyline.node..")
                .check(CLASSES);
    }

    /** Whoever compares bytes need not ask himself whether they are a key, a digest or a signature. */
    @Test
    void bytes_are_compared_in_constant_time() {
        noClasses()
                .that(resideOutsideOfPackages("org.keyline.lab..", "org.keyline.bench.."))
                .should()
                .callMethod(java.util.Arrays.class, "equals", byte[].class, byte[].class)
                .orShould()
                .callMethod(java.util.Arrays.class, "equals", char[].class, char[].class)
                .because("MessageDigest.isEqual takes the same time wherever they differ")
                .check(CLASSES);
    }

    @Test
    void names_come_from_telephony_and_not_from_frameworks() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..impl..", "..dto..", "..manager..", "..common..", "..helper..")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_it_is_for() {
        var silent = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.getName().equals(GENERATED_PAGES))
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName())
                .toList();
        assertThat(silent).as("packages without a @NullMarked package-info").isEmpty();
    }

    @Test
    void no_source_promises_to_be_finished_later() throws IOException {
        try (var files = Files.walk(House.root())) {
            var promises = files.filter(file -> file.toString().matches(".*/src/main/.*\\.(java|jte|properties|sql)"))
                    .filter(HouseRulesTest::promises)
                    .toList();
            assertThat(promises).isEmpty();
        }
    }

    private static boolean promises(Path file) {
        try {
            return Files.readString(file).matches("(?s).*\\b(TODO|FIXME)\\b.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAnyPackage("org.keyline..");
    }

    private static ArchCondition<JavaClass> onlyReachDown() {
        return new ArchCondition<>("depend on their own floor and those below only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(HouseRulesTest::runsUp)
                        .forEach(arrow -> events.add(SimpleConditionEvent.violated(arrow, arrow.getDescription())));
            }
        };
    }

    private static boolean runsUp(Dependency arrow) {
        var floors = HOUSE.floors();
        var from = HOUSE.room(arrow.getOriginClass()).map(floors::indexOf);
        var to = HOUSE.room(arrow.getTargetClass()).map(floors::indexOf);
        return from.isPresent() && to.isPresent() && to.get() > from.get();
    }

    /**
     * Something only a few may know.
     *
     * @param reason the rule in words
     * @param what the classes that are kept in
     * @param homes the packages that may depend on them
     */
    record Confined(String reason, DescribedPredicate<JavaClass> what, List<String> homes) {
        Confined(String reason, DescribedPredicate<JavaClass> what, String... homes) {
            this(reason, what, List.of(homes));
        }

        @Override
        public String toString() {
            return reason;
        }
    }
}
