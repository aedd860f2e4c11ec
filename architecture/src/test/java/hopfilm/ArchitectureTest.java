package hopfilm;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house as {@code docs/explanation/architecture.md} draws it, over all modules: arrows between
 * packages point down, and so do those between files.
 */
class ArchitectureTest {

  /** In the order of the build. */
  private static final List<String> MODULES =
      List.of("engine", "lab", "evidence", "app", "cluster", "bench");

  /** Files of the largest package, its package-info among them. */
  private static final int LARGEST = 40;

  /** From here on a package should be split by subject before anything is added. */
  private static final int NEARLY = 36;

  /**
   * Each package and the packages it may use, besides all that these may use. A package may only
   * name packages above it in this list, so the arrows cannot form a circle.
   */
  private static final Map<String, Set<String>> ARROWS = arrows();

  /** Packages that print and exit: they are programs. */
  private static final Set<String> PROGRAMS = Set.of("cli", "console", "web", "cluster", "bench");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(MODULES.stream().map(ArchitectureTest::classes).toArray(Path[]::new));

  private static Path classes(String module) {
    Path folder = Path.of("..", module, "target", "classes");
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(folder + " is missing: build all modules first");
    }
    return folder;
  }

  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    // engine
    arrow(arrows, "units");
    arrow(arrows, "parallel");
    arrow(arrows, "state");
    arrow(arrows, "solver", "parallel");
    arrow(arrows, "fourier", "parallel");
    arrow(arrows, "grid", "units", "parallel");
    arrow(arrows, "texture", "grid", "fourier");
    arrow(arrows, "kernel", "grid", "solver");
    arrow(arrows, "magnet", "grid", "solver", "fourier");
    arrow(arrows, "transport", "kernel", "state");
    arrow(arrows, "heat", "grid", "fourier", "state");
    arrow(arrows, "lifetime", "magnet");
    arrow(arrows, "dynamics", "magnet", "transport", "kernel", "heat", "lifetime");
    arrow(arrows, "hopfield", "transport");
    // lab
    arrow(arrows, "io", "grid");
    arrow(arrows, "input", "io");
    arrow(arrows, "expression", "hopfield", "input");
    arrow(arrows, "chart", "io");
    arrow(arrows, "result", "chart", "input", "hopfield");
    arrow(arrows, "folder", "result");
    arrow(arrows, "readout", "hopfield");
    arrow(arrows, "page", "chart", "input");
    arrow(arrows, "drawing", "parallel");
    arrow(arrows, "figures", "drawing", "result");
    arrow(arrows, "plot", "result");
    arrow(arrows, "report", "figures", "plot", "folder", "page", "readout");
    arrow(arrows, "experiment", "dynamics", "hopfield", "input");
    arrow(arrows, "film", "experiment", "drawing", "result", "texture");
    arrow(arrows, "reading", "film", "expression", "folder");
    arrow(arrows, "yaml", "experiment");
    arrow(arrows, "key", "yaml", "film");
    arrow(arrows, "section", "key", "folder");
    arrow(arrows, "file", "section", "reading");
    arrow(arrows, "manual", "file", "page");
    arrow(arrows, "check", "file", "readout");
    arrow(arrows, "protocol", "film", "figures", "folder");
    arrow(arrows, "run", "check", "protocol", "report");
    arrow(arrows, "sweep", "run");
    arrow(arrows, "where", "run");
    arrow(arrows, "optimise", "sweep");
    arrow(arrows, "fit", "sweep");
    arrow(arrows, "retention", "sweep");
    arrow(arrows, "live", "run");
    // evidence, app, cluster, bench
    arrow(arrows, "problem", "page", "io");
    arrow(arrows, "validation", "run", "problem");
    arrow(arrows, "reproduce", "sweep");
    arrow(arrows, "claimpage", "reproduce");
    arrow(arrows, "claims", "validation", "claimpage", "fit");
    arrow(arrows, "web", "live", "sweep");
    arrow(arrows, "console", "sweep");
    arrow(
        arrows,
        "cli",
        "console",
        "claims",
        "web",
        "where",
        "optimise",
        "fit",
        "retention",
        "manual");
    arrow(arrows, "cluster", "sweep");
    arrow(arrows, "accuracy", "validation");
    arrow(arrows, "bench", "cli", "accuracy");
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

  private static String room(JavaClass c) {
    return c.getPackageName().equals("hopfilm") ? "" : c.getPackageName().split("\\.")[1];
  }

  /** The file of a class: the name of its outermost class. */
  private static String file(JavaClass c) {
    return c.getName().replaceFirst("[$\\[].*", "");
  }

  private static boolean isOurs(JavaClass c) {
    return c.getPackageName().startsWith("hopfilm") && !c.getName().contains("jmh_generated");
  }

  @Test
  void everyPackageHasItsPlaceAndSaysWhatItIs() {
    Set<String> found =
        CLASSES.stream()
            .filter(ArchitectureTest::isOurs)
            .map(ArchitectureTest::room)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).isEqualTo(new TreeSet<>(ARROWS.keySet()));
    for (String name : found) {
      assertThat(sources(name).resolve("package-info.java")).isRegularFile();
    }
  }

  /** The folder of a package in the one module that has it. */
  private static Path sources(String name) {
    List<Path> folders =
        MODULES.stream()
            .map(m -> Path.of("..", m, "src/main/java/hopfilm", name))
            .filter(Files::isDirectory)
            .toList();
    assertThat(folders).as(name).hasSize(1);
    return folders.get(0);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void noPackageIsAHeap(String name) throws IOException {
    try (Stream<Path> files = Files.list(sources(name))) {
      List<Path> all = files.toList();
      if (all.size() >= NEARLY) {
        System.err.printf(
            "warning: %s has %d files of %d; split it by subject before you add one%n",
            name, all.size(), LARGEST);
      }
      assertThat(all).hasSizeLessThanOrEqualTo(LARGEST);
    }
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
        .because(name + " may use no other package of this project than " + ARROWS.get(name))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /** A sealed type names its cases; nothing else may lead back. */
  @Test
  void filesFormALine() throws IOException {
    FileNames names =
        new FileNames(MODULES.stream().map(m -> Path.of("..", m, "src/main/java")).toList());
    Map<String, Set<String>> uses = names.uses();
    CLASSES.stream()
        .filter(ArchitectureTest::isOurs)
        .forEach(
            c ->
                c.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getBaseComponentType())
                    .filter(ArchitectureTest::isOurs)
                    .filter(target -> !file(target).equals(file(c)))
                    .forEach(
                        target ->
                            uses.computeIfAbsent(file(c), f -> new TreeSet<>()).add(file(target))));
    names.cases().forEach((type, cases) -> uses.get(type).removeAll(cases));
    assertThat(FileCircles.of(uses)).as("files that all need each other").isEmpty();
  }

  @Test
  void nothingOfTheBenchmarksOrTheTestsIsReachedFromTheProgram() {
    noClasses()
        .that()
        .resideOutsideOfPackage("hopfilm.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "hopfilm.bench..", "org.junit..", "org.assertj..", "com.tngtech..", "org.openqa..")
        .check(CLASSES);
  }

  @Test
  void onlyKernelsUseTheVectorModule() {
    noClasses()
        .that()
        .resideOutsideOfPackages("hopfilm.kernel..", "hopfilm.fourier..", "hopfilm.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .because("the module may be missing at run time, and its interface may change")
        .check(CLASSES);
  }

  @Test
  void filesAreWrittenInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "hopfilm.io..", "hopfilm.cli..", "hopfilm.console..", "hopfilm.bench..")
        .should()
        .callMethodWhere(
            target(owner(equivalentTo(Files.class)))
                .and(target(nameMatching("write|writeString|newOutputStream|newBufferedWriter"))))
        .because("WholeFile writes a file whole or not at all, and follows no link")
        .check(CLASSES);
  }

  @Test
  void librariesNeitherPrintNorExit() {
    String[] library =
        ARROWS.keySet().stream()
            .filter(name -> !PROGRAMS.contains(name))
            .map(name -> "hopfilm." + name + "..")
            .toArray(String[]::new);
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
    // dates for a person to read, and locks that name when they were taken
    String[] dated = {"Provenance", "StatusFile", "FolderLock"};
    noClasses()
        .that()
        .resideOutsideOfPackages("hopfilm.reproduce..", "hopfilm.bench..")
        .and(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "write no dates",
                (JavaClass c) -> Arrays.stream(dated).noneMatch(d -> file(c).endsWith("." + d))))
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
