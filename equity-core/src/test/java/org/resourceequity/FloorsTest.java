package org.resourceequity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A package uses lower floors only. The picture is that of the design, the roof first. */
class FloorsTest {

  private static final String[][] FLOORS = {
    {"story", "diagnostic"},
    {"indicator", "rules"},
    {"analysis"},
    {"inference"},
    {"inequality", "gaps", "segregation", "progressivity", "disproportionality"},
    {"metric"},
    {"sample"},
    {"model"},
    {"chart"},
    {"internal"},
  };

  /** Packages that do not know each other: the mathematics works without schools. */
  private static final String[][] STRANGERS = {
    {"inequality", "gaps", "segregation", "progressivity", "disproportionality"},
    {"sample", "model"},
  };

  private static JavaClasses main() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.resourceequity");
  }

  private static JavaClasses planted() {
    return new ClassFileImporter().importPackages("org.resourceequity.planted");
  }

  /** Returns the rules of the picture below a root package. */
  private static List<ArchRule> floors(String root) {
    List<ArchRule> rules = new ArrayList<>();
    for (int floor = 1; floor < FLOORS.length; floor++) {
      List<String> above = new ArrayList<>(List.of(root));
      for (int higher = 0; higher < floor; higher++) {
        above.addAll(packages(root, FLOORS[higher]));
      }
      rules.add(neverUse(packages(root, FLOORS[floor]), above));
    }
    rules.add(neverUse(packages(root, FLOORS[0]), List.of(root)));
    for (String[] strangers : STRANGERS) {
      for (String one : strangers) {
        List<String> others = packages(root, strangers);
        others.removeAll(packages(root, one));
        rules.add(neverUse(packages(root, one), others));
      }
    }
    return rules;
  }

  private static List<String> packages(String root, String... names) {
    List<String> packages = new ArrayList<>();
    for (String name : names) {
      packages.add(root + "." + name + "..");
    }
    return packages;
  }

  private static ArchRule neverUse(List<String> packages, List<String> others) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.toArray(String[]::new))
        .allowEmptyShould(true);
  }

  private static List<String> violations(JavaClasses classes, String root) {
    return floors(root).stream()
        .map(rule -> rule.evaluate(classes))
        .map(EvaluationResult::getFailureReport)
        .flatMap(report -> report.getDetails().stream())
        .toList();
  }

  @Test
  void packagesUseLowerFloorsOnly() {
    assertThat(violations(main(), "org.resourceequity")).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.resourceequity.(*)..").should().beFreeOfCycles().check(main());
  }

  @Test
  void everyPackageStandsOnAFloor() {
    List<String> known = new ArrayList<>(List.of("org.resourceequity"));
    for (String[] floor : FLOORS) {
      for (String name : floor) {
        known.add("org.resourceequity." + name);
      }
    }
    assertThat(main().stream().map(c -> c.getPackageName()).distinct()).isSubsetOf(known);
  }

  @Test
  void plantedViolationsAreFound() {
    assertThat(violations(planted(), "org.resourceequity.planted"))
        .anyMatch(v -> v.contains("planted.metric") && v.contains("planted.gaps"))
        .anyMatch(v -> v.contains("planted.sample") && v.contains("planted.model"))
        .anyMatch(v -> v.contains("planted.model") && v.contains("planted.sample"));
  }

  @Test
  void thereAreNoFilesNoNetworkAndNoLogging() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging..")
        .check(main());
  }

  @Test
  void publicSignaturesNameNoLibrary() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google..", "tools.jackson..", "com.fasterxml..")
        .check(main());
  }

  @Test
  void theTestKitStandsAlone() {
    // It is published: nothing in it may need a test class that is not.
    List<String> testPackages =
        List.of(
            "org.resourceequity", "org.resourceequity.planted..", "org.assertj..", "com.tngtech..");
    noClasses()
        .that()
        .resideInAPackage("org.resourceequity.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(testPackages.toArray(String[]::new))
        .check(new ClassFileImporter().importPackages("org.resourceequity.testkit"));
  }

  @Test
  void onlyThisModuleUsesInternal() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.resourceequity.io..",
            "org.resourceequity.examples..",
            "org.resourceequity.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.resourceequity.internal..")
        .allowEmptyShould(true)
        .check(new ClassFileImporter().importPackages("org.resourceequity"));
  }
}
