package hopfilm.manual;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyUnitsTest {

  @Test
  void theUnitsAreThoseThatTheKeysTake() {
    assertThat(KeyUnits.all())
        .containsEntry("film.cell", "m")
        .containsEntry("protocol.rest", "s")
        .containsEntry("protocol.train.voltages", "V")
        .containsEntry("initial.angle", "rad")
        .as("plain numbers, and those that could mean two quantities")
        .doesNotContainKeys("material.alpha", "material.D", "protocol.field.value");
    Experiment e =
        ExperimentFile.parse(
            "protocol: [{rest: 1e-9 s}]",
            "x",
            List.of("film.cell=8e-9 m", "material.Ku=1.5e5 " + KeyUnits.all().get("material.Ku")));
    assertThat(e.film().cell()).isEqualTo(8e-9);
    assertThat(e.duration()).isEqualTo(e.initial().relaxTime() + 1e-9);
  }
}
