package org.tallyroom;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of contents of the program, as a test: the order of the rooms, the home of each library, the pure core. */
class ArchitectureTest {

    private static final String ROOT = "org.tallyroom.";

    /** From the ground up: a room imports only rooms before it. */
    private static final List<String> ROOMS = List.of(
            "message",
            "geometry",
            "image",
            "vision",
            "definition",
            "form",
            "meeting",
            "layout",
            "sheetcode",
            "recognise",
            "calibration",
            "ballot",
            "tally",
            "scheme",
            "audit",
            "report",
            "seal",
            "json",
            "pdf",
            "office",
            "ocr",
            "intake",
            "store",
            "rehearsal",
            "station",
            "cli",
            "ui");

    private static final String LAST_OF_THE_CORE = "report";

    /** Library packages and the only room that may know them. */
    private static final Map<String, String> HOMES = Map.ofEntries(
            Map.entry("org.opencv", "vision"),
            Map.entry("org.bytedeco.opencv", "vision"),
            Map.entry("com.google.zxing", "sheetcode"),
            Map.entry("org.apache.pdfbox", "pdf"),
            Map.entry("org.apache.fontbox", "pdf"),
            Map.entry("com.helger", "pdf"),
            Map.entry("net.sourceforge.tess4j", "ocr"),
            Map.entry("com.sun.jna", "ocr"),
            Map.entry("java.sql", "store"),
            Map.entry("javax.sql", "store"),
            Map.entry("org.sqlite", "store"),
            Map.entry("org.yaml", "definition"),
            Map.entry("com.fasterxml", "json"),
            Map.entry("org.dhatim", "office"),
            Map.entry("org.apache.commons.csv", "office"),
            Map.entry("com.twelvemonkeys", "intake"),
            Map.entry("javax.swing", "ui"),
            Map.entry("com.formdev", "ui"),
            Map.entry("net.miginfocom", "ui"),
            Map.entry("picocli", "cli"),
            Map.entry("me.tongfei", "cli"));

    private static final Set<String> IMPURE = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile",
            "java.time.Clock",
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.lang.Thread");

    private static final JavaClasses PROGRAM =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.tallyroom");

    @TestFactory
    Stream<DynamicTest> aRoomImportsOnlyRoomsBelowIt() {
        return ROOMS.stream().map(room -> DynamicTest.dynamicTest(room, () -> check(noClasses()
                .that(areIn(room))
                .should(dependOnClassesThat(areInAnyOf(ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()))))
                .because("the package list is the pipeline: knowledge flows one way, from paper to result"))));
    }

    @Test
    void everyClassLivesInARoom() {
        check(classes()
                .should()
                .resideInAnyPackage(Stream.concat(Stream.of("org.tallyroom"), ROOMS.stream().map(room -> ROOT + room + ".."))
                        .toArray(String[]::new))
                .because("a class outside the table of contents is a class nobody will find"));
    }

    @Test
    void onlyMainStandsOutsideTheRooms() {
        check(classes()
                .that()
                .resideInAPackage("org.tallyroom")
                .should(haveSimpleNameOfMain())
                .because("Main only turns arguments into cli or ui"));
    }

    @TestFactory
    Stream<DynamicTest> aLibraryHasOneHome() {
        return HOMES.entrySet().stream().map(home -> DynamicTest.dynamicTest(home.getKey(), () -> check(noClasses()
                .that(DescribedPredicate.not(areIn(home.getValue())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(home.getKey() + "..")
                .because("changing the engine behind " + home.getKey() + " must touch " + home.getValue() + " alone"))));
    }

    @Test
    void theCoreIsPure() {
        List<String> core = ROOMS.subList(0, ROOMS.indexOf(LAST_OF_THE_CORE) + 1);
        check(noClasses()
                .that(areInAnyOf(core))
                .and(DescribedPredicate.not(describe("the one loader of natives", c -> c.getName().equals(ROOT + "vision.Natives"))))
                .should(dependOnClassesThat(areImpure()))
                .because("the same input gives the same output, so a recount is the same function called again"));
    }

    @Test
    void theCoreAsksNoClock() {
        List<String> core = ROOMS.subList(0, ROOMS.indexOf(LAST_OF_THE_CORE) + 1);
        check(noClasses()
                .that(areInAnyOf(core))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .because("a result that depends on when it was counted cannot be recounted"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Processor")
                .orShould()
                .haveSimpleNameEndingWith("Handler")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("a name that could hold anything ends up holding everything"));
    }

    @Test
    void theRulesSeeTheProgram() {
        assertThat(PROGRAM.contain(ROOT + "geometry.Homography")).isTrue();
        List<String> empty = new ArrayList<>(ROOMS);
        PROGRAM.forEach(c -> empty.remove(roomOf(c)));
        assertThat(empty).as("rooms that later issues furnish").isSubsetOf("scheme", "audit", "seal", "ui");
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    private static String roomOf(JavaClass c) {
        String inside = c.getPackageName().length() < ROOT.length() ? "" : c.getPackageName().substring(ROOT.length());
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    private static DescribedPredicate<JavaClass> areIn(String room) {
        return describe("are in " + room, c -> c.getPackageName().startsWith(ROOT) && roomOf(c).equals(room));
    }

    private static DescribedPredicate<JavaClass> areInAnyOf(List<String> rooms) {
        return describe("are in one of " + rooms, c -> c.getPackageName().startsWith(ROOT) && rooms.contains(roomOf(c)));
    }

    private static DescribedPredicate<JavaClass> areImpure() {
        return describe(
                "are files, clocks, chance, logs, threads, SQL or windows",
                c -> IMPURE.contains(c.getName())
                        || Stream.of("java.nio.file", "java.sql", "org.slf4j", "java.util.logging", "java.awt", "javax.swing")
                                .anyMatch(c.getPackageName()::startsWith)
                        || (c.getPackageName().startsWith("java.util.concurrent")
                                && !c.getPackageName().startsWith("java.util.concurrent.atomic")));
    }

    private static ArchCondition<JavaClass> haveSimpleNameOfMain() {
        return ArchConditions.haveSimpleName("Main");
    }
}
