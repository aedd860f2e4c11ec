package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.magnet.Textures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The barrier of a trained film: a stripe that comes to touch the edge. */
class BarrierTest {

  private static final String FILM =
      """
      film: {size: [384 nm, 384 nm], cell: 4 nm, thickness: 20 nm}
      electrodes: {layout: corners, radius: 115 nm}
      """;

  @TempDir Path folder;

  private static Path state(String name) throws Exception {
    return Path.of(BarrierTest.class.getResource("edge-event/" + name + ".ovf").toURI());
  }

  /** A band with climbing images on the same film has 33.2 kT, before its saddle is at rest. */
  @Tag("slow")
  @Test
  void stripeComesToTheEdge() throws Exception {
    Path file = folder.resolve("film.yaml");
    Files.writeString(file, FILM);
    Experiment e = ExperimentFile.study(file, List.of()).experiment();
    Barrier.Options options =
        new Barrier.Options(List.of(), false, 300, 14, OptionalDouble.of(300));
    Barrier.Search search = Barrier.search(e, state("A"), state("C"), options, 1);
    Barrier found = search.result();
    assertThat(found.why()).isNull();
    assertThat(found.verdict()).isEqualTo("found");
    assertThat(found.barrierKt()).isCloseTo(33.2, within(0.4));
    // 3.01e4 s by SuperLU in SciPy at this saddle and at A before its last rest, 2 % beside it
    Lifetime lifetime = found.lifetime();
    assertThat(lifetime.why()).isNull();
    assertThat(lifetime.seconds()).isCloseTo(3.01e4, within(3e3));
    assertThat(lifetime.growth()).isCloseTo(3.27076e10, within(3e7)); // SciPy too
    assertThat(found.angle()).isCloseTo(12.6, within(0.1));
    Path out = folder.resolve("out");
    Files.createDirectory(out);
    search.write(out);
    assertThat(out.resolve("barrier.json")).content().contains("\"barrier_kT\" : ");
    assertThat(out.resolve("saddle.ovf")).isRegularFile();
    assertThat(out.resolve("path.svg")).content().contains("Energy along the path: barrier: 3");
    assertThat(found.images().get(0).share()).isCloseTo(0, within(1e-6));
  }

  /**
   * Without a field across the axis all directions in the plane are alike: the saddle turns at no
   * cost. W. F. Brown, Phys. Rev. 130, 1677 (1963), doi:10.1103/PhysRev.130.1677, has another law
   * for that.
   */
  @ParameterizedTest
  @ValueSource(strings = {"0 mT", "0.002 mT", "0.05 mT"})
  void saddleThatTurnsAtNoCostHasNoLifetime(String field) throws Exception {
    Path file = folder.resolve("axial.yaml");
    Files.writeString(
        file,
        """
        film: {size: [16 nm, 16 nm], cell: 4 nm, thickness: 4 nm, field: {value: [%s, 0 mT, 0 mT]}}
        material: {D: 0 mJ/m^2, alpha: 0.1}
        electrodes: none
        initial: {texture: uniform}
        protocol: [{rest: 10 ps}]
        """
            .formatted(field));
    Experiment e = ExperimentFile.study(file, List.of()).experiment();
    double[][] states = {{0, 0, 1}, {1, 0, 0}, {0, 0, -1}};
    List<Path> files = new ArrayList<>();
    for (double[] m : states) {
      Path state = folder.resolve("m%d.ovf".formatted(files.size()));
      VectorField uniform = VectorField.uniform(e.film().grid(), m[0], m[1], m[2]);
      Ovf.write(state, uniform, OvfFormat.BINARY8, "m", "1", Double.NaN);
      files.add(state);
    }
    Barrier.Options options =
        new Barrier.Options(List.of(files.get(1)), true, 300, 14, OptionalDouble.of(300));
    Barrier found = Barrier.search(e, files.get(0), files.get(2), options, 1).result();
    assertThat(found.verdict()).isEqualTo("found");
    assertThat(found.lifetime().why()).contains("turn all round");
  }

  private Barrier.Search searchOfOne(boolean relaxes) throws Exception {
    Path file = folder.resolve("small.yaml");
    Files.writeString(
        file,
        "film: {size: [64 nm, 48 nm], cell: 4 nm}\nelectrodes: {layout: corners, radius: 10 nm}\n");
    Experiment e = ExperimentFile.study(file, List.of()).experiment();
    Path state = folder.resolve("m.ovf");
    Ovf.write(state, Textures.random(e.film().grid(), 5), OvfFormat.BINARY8, "m", "1", Double.NaN);
    Barrier.Options options =
        new Barrier.Options(List.of(), relaxes, 300, 14, OptionalDouble.empty());
    return Barrier.search(e, state, state, options, 1);
  }

  /**
   * Easy axis x, hard axis z: the straight path leads over z, a hilltop; over y the barrier is Ku
   * V, here 18.54 kT.
   */
  @Test
  void aHilltopIsNoSaddle() throws Exception {
    String yaml =
        """
        film: {size: [16 nm, 12 nm], cell: 4 nm, thickness: 4 nm, demag: local}
        material: {Ms: 500 kA/m, A: 30 pJ/m, Ku: 100 kJ/m^3, axis: [1, 0, 0], D: 0 mJ/m^2}
        electrodes: none
        protocol: [{rest: 1 ps}]
        """;
    Experiment e = ExperimentFile.parse(yaml, "macrospin", List.of());
    Path x = uniform(e, "x.ovf", 1, 0, 0);
    Path back = uniform(e, "back.ovf", -1, 0, 0);
    Barrier over = between(e, x, uniform(e, "z.ovf", 0, 0, 1), back);
    assertThat(over.verdict()).isEqualTo("not-found");
    assertThat(over.why()).contains("in 2 directions").contains("give a state on it");
    Barrier aside = between(e, x, uniform(e, "y.ovf", 0, 1, 0), back);
    assertThat(aside.verdict()).isEqualTo("found");
    double exact = 1e5 * 16e-9 * 12e-9 * 4e-9 / (1.380649e-23 * 300);
    assertThat(aside.barrierKt()).isCloseTo(exact, within(1e-3 * exact)); // the search's own error
  }

  private Path uniform(Experiment e, String name, double x, double y, double z) throws IOException {
    Path file = folder.resolve(name);
    VectorField m = Textures.uniform(e.film().grid(), x, y, z);
    Ovf.write(file, m, OvfFormat.BINARY8, "m", "1", 0);
    return file;
  }

  private static Barrier between(Experiment e, Path a, Path way, Path b) throws IOException {
    Barrier.Options options =
        new Barrier.Options(List.of(way), false, 300, 8, OptionalDouble.empty());
    return Barrier.search(e, a, b, options, 1).result();
  }

  @Test
  void statesMustBeAtRest() {
    assertThatThrownBy(() -> searchOfOne(false))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("m.ovf is not at rest: it turns by ")
        .hasMessageContaining("add --relax");
  }

  @Test
  void statesMustDiffer() {
    assertThatThrownBy(() -> searchOfOne(true))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("have the same rest state, 0.00 degrees apart");
  }
}
