package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.magnet.Textures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
