package hopfilm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the packages point down, as {@code docs/architecture.md} draws them. */
class ArchitectureTest {

  /**
   * Each package and the packages it may use, besides all that these may use. A package may only
   * name packages above it in this list, so the arrows cannot form a circle.
   */
  private static final Map<String, Set<String>> ARROWS = arrows();

  private static final String[] LIBRARY = {
    "units",
    "solver",
    "grid",
    "kernel",
    "magnet",
    "transport",
    "dynamics",
    "hopfield",
    "io",
    "figures",
    "study",
    "claims",
    "validation"
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("hopfilm");

  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    arrow(arrows, "units");
    arrow(arrows, "solver");
    arrow(arrows, "grid", "units");
    arrow(arrows, "kernel", "grid", "solver");
    arrow(arrows, "magnet", "grid", "solver");
    arrow(arrows, "transport", "grid", "solver");
    arrow(arrows, "dynamics", "magnet", "transport", "kernel");
    arrow(arrows, "hopfield", "dynamics");
    arrow(arrows, "io", "grid");
    arrow(arrows, "figures", "io", "hopfield");
    arrow(arrows, "study", "figures");
    arrow(arrows, "validation", "study");
    arrow(arrows, "claims", "validation");
    arrow(arrows, "cluster", "study");
    arrow(arrows, "web", "study");
    arrow(arrows, "cli", "claims", "validation", "web");
    return arrows;
  }

  private static void arrow(Map<String, Set<String>> arrows, String from, String... to) {
    Set<String> all = new TreeSet<>();
    for (String target : to) {
      all.add(target);
      all.addAll(arrows.get(target));
    }
    arrows.put(from, all);
  }

  static Set<String> packages() {
    return ARROWS.keySet();
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> found =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.equals("hopfilm") ? "" : name.split("\\.")[1])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).contains("units", "grid", "magnet").isSubsetOf(ARROWS.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void arrowsPointDown(String name) {
    String[] forbidden =
        ARROWS.keySet().stream()
            .filter(other -> !other.equals(name) && !ARROWS.get(name).contains(other))
            .map(other -> "hopfilm." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("hopfilm." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true)
        .because(name + " may use no other package of this project than " + ARROWS.get(name))
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCircle() {
    slices().matching("hopfilm.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyKernelsUseTheVectorModule() {
    noClasses()
        .that()
        .resideOutsideOfPackage("hopfilm.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .because("the module may be missing at run time, and its interface may change")
        .check(CLASSES);
  }

  @Test
  void librariesNeitherPrintNorExit() {
    String[] library =
        Arrays.stream(LIBRARY).map(name -> "hopfilm." + name + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(library)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("what a person reads is the command line's business")
        .check(CLASSES);
  }

  @Test
  void noResultDependsOnTheClockOnTheWall() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Provenance")
        .and()
        .doNotHaveSimpleName("StatusFile")
        .and()
        .doNotHaveSimpleName("FolderLock")
        .and()
        .resideOutsideOfPackage("hopfilm.claims..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callConstructor(java.util.Date.class)
        .because("it may be set back; only dates for a person to read may come from it")
        .check(CLASSES);
  }
}
