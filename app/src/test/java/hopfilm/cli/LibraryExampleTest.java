package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project examples/library and its page, docs/howto/use-from-java.md. */
class LibraryExampleTest {

  private static final Path SOURCES =
      Program.repository().resolve("examples/library/src/main/java");

  @TempDir static Path classes;

  @BeforeAll
  static void compiles() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> files = Files.list(SOURCES)) {
      List<String> options =
          List.of("-proc:none", "-cp", RealProgram.classPath(), "-d", classes.toString());
      var sources = manager.getJavaFileObjectsFromPaths(files.toList());
      boolean done = compiler.getTask(said, manager, null, options, null, sources).call();
      assertThat(done).as(said.toString()).isTrue();
    }
  }

  /** The numbers that a program prints after a label. */
  private static List<Double> printed(String program, String label) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Duser.language=en", "-cp"));
    command.addAll(List.of(classes + File.pathSeparator + RealProgram.classPath(), program));
    Matcher m = Pattern.compile(label + " ?([-+.E0-9]+)").matcher(PageCode.call(classes, command));
    List<Double> numbers = new ArrayList<>();
    while (m.find()) {
      numbers.add(Double.parseDouble(m.group(1)));
    }
    return numbers;
  }

  @Test
  void pageShowsTheCodeOfTheProject() throws IOException {
    String all = "";
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        all += stripped(Files.readString(file));
      }
    }
    List<PageCode.Block> blocks = PageCode.of("howto/use-from-java.md").in("java");
    assertThat(blocks).hasSize(4);
    for (PageCode.Block block : blocks) {
      assertThat(all).contains(stripped(block.text()));
    }
  }

  private static String stripped(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n")) + "\n";
  }

  @Test
  void conductanceLiesBetweenThoseOfTheTwoResistivities() throws Exception {
    // G = thickness/rho of a square film, rho between rho_perp and rho_par = 7 rho_perp
    double largest = 1e-6 / 1.5e-7;
    assertThat(printed("FirstFilm", "G ="))
        .hasSize(2)
        .allSatisfy(g -> assertThat(g).isStrictlyBetween(largest / 7, largest));
  }

  @Test
  void fieldOfTheTermIsTheDerivativeOfItsEnergy() throws Exception {
    // rounding of a sum of twenty cells over a change of 1e-2
    assertThat(printed("CheckCubic", "difference").get(0)).isLessThan(1e-11);
  }

  @Test
  void filmWithTheTermComesToRestAlongAnEasyAxis() throws Exception {
    // Kc (x y + y z + z x) of the squares 0.09, 0.64 and 0.25 over 0.98 in 64 x 64 nm, 1 um thick
    double start =
        5e4 * (0.09 * 0.64 + 0.64 * 0.25 + 0.25 * 0.09) / (0.98 * 0.98) * 64e-9 * 64e-9 * 1e-6;
    List<Double> energies = printed("CubicFilm", "energy");
    assertThat(energies.get(0)).isCloseTo(start, within(1e-12 * start));
    assertThat(energies.get(1)).isCloseTo(0, within(1e-6 * start));
  }

  @Test
  void torqueReversesTheMagnetAboveItsCriticalStrength() throws Exception {
    List<Double> mz = printed("Switching", "mz =");
    // the tilt of 0.1 of the start falls as exp(-0.1 alpha gamma0 Hk t), to 1e-2 of it in 20 ns
    assertThat(mz.get(0)).isCloseTo(1, within(2e-3));
    assertThat(mz.get(1)).isCloseTo(-1, within(2e-3));
  }

  @Test
  void integratorFollowsTheClosedForm() throws Exception {
    double exact = printed("Relaxation", "exact").get(0);
    // steps of 0.1 ps at 22 GHz rad: an error of order (gamma H dt)^2 = 5e-6 for Heun
    assertThat(printed("Relaxation", "Heun").get(0)).isCloseTo(exact, within(5e-6));
    assertThat(printed("Relaxation", "engine").get(0)).isCloseTo(exact, within(2e-6));
  }
}
