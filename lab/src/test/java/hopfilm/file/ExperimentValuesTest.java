package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExperimentValuesTest {

  private static Experiment read(String yaml, String... settings) {
    return ExperimentFile.parse(yaml, "film", List.of(settings));
  }

  private static String of(String yaml, String... settings) {
    return ExperimentValues.of(read(yaml, settings));
  }

  @Test
  void neitherUnitsNorSpellingNorDefaultsCount() {
    String plain = of("");
    assertThat(of("film: {size: [0.512 um, 512 nm], cell: 4e-9 m}")).isEqualTo(plain);
    assertThat(of("initial: {seed: 1, texture: maze, relax: 10 ns}")).isEqualTo(plain);
    assertThat(of("initial: {relax: {time: 10000 ps}, seed: 1}")).isEqualTo(plain);
    assertThat(of(ExperimentFile.write(read("")))).isEqualTo(plain);
  }

  @Test
  void everyOtherValueCounts() {
    List<String> settings =
        List.of(
            "film.cell=8 nm",
            "film.demag=local",
            "material.D=6.4 mA",
            "material.spin_orbit.field_like=0.1",
            "electrodes.radius=100 nm",
            "initial.seed=2",
            "train.pattern=+--+",
            "train.time=19 ns",
            "network.self_term=full",
            "numerics.coupling={every: 5}",
            "output.formats=[ovf]",
            "temperature=1 K",
            "seed=2",
            "grains={size: 20 nm, spread: {Ku: 10 %}}");
    List<String> all = settings.stream().map(s -> of("", s)).collect(Collectors.toList());
    all.add(of(""));
    // a film that the current heats, whatever the values of the section
    all.add(of("heat: {ambient: 300 K}"));
    all.add(of("heat: {substrate: MgO}"));
    assertThat(all).doesNotHaveDuplicates();
    assertThat(of("heat: {substrate: ideal}")).isEqualTo(of("heat: {ambient: 300 K}"));
  }

  /**
   * The values of folders that were written before: a key that is added later must not appear here,
   * or old runs would count as those of another experiment.
   */
  @Test
  void aNewKeyAtItsDefaultChangesNothing() {
    String steps =
        "protocol: [measure: untrained, train: {pattern: +-+-}, measure: trained, retrieve: {from:"
            + " all}, retrieve: {update: asynchronous}]";
    assertThat(of(steps))
        .isEqualTo(
            """
            initial.relax.time = 1.0E-8 s
            name = film
            protocol.1 = measure
            protocol.1.measure = untrained
            protocol.2 = train
            protocol.2.train.pattern = +-+-
            protocol.3 = measure
            protocol.3.measure = trained
            protocol.4 = retrieve
            protocol.5 = retrieve
            protocol.5.retrieve.update = asynchronous
            """);
  }
}
