package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurieLimitTest {

  private static final String IRON_GERMANIUM =
      "material={preset: FeGe, alpha: 0.3, P: 0.5, rho_perp: 2 uOhm m, amr: 1 %}";

  /** FeGe orders below 276 K (docs/reference/materials.md). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temperature=300 K | temperature = 300 K and the Curie temperature of FeGe is 276 K: the"
            + " result does not hold",
        "heat.substrate=MgO | heat.ambient = 300 K and the Curie temperature of FeGe is 276 K",
        "heat.ambient=275 K | the current heats the film to about",
        "temperature=270 K |",
        "heat={ambient: 300 K}|heat.ambient = 300 K"
      })
  void aFilmAboveItsCurieTemperatureIsWarnedOf(String setting, String expected) {
    // one that is written again has lost the name of its preset
    Study study = ExperimentFile.study("", "x", List.of(IRON_GERMANIUM, setting));
    String spelled = ExperimentFile.write(study.experiment());
    for (Experiment e :
        List.of(study.experiment(), ExperimentFile.parse(spelled, "x", List.of()))) {
      List<String> found =
          Plausibility.warnings(e).stream().filter(w -> w.contains("Curie temperature")).toList();
      if (expected == null) {
        assertThat(found).isEmpty();
      } else {
        assertThat(found).singleElement().asString().startsWith(expected).contains("material.Tc");
      }
    }
  }

  @Test
  void aFilmThatWasHotIsSaidToHoldNothing() {
    Experiment e = ExperimentFile.parse("", "x", List.of(IRON_GERMANIUM, "heat.ambient=200 K"));
    assertThat(CurieLimit.after(e, 486))
        .hasValueSatisfying(
            w ->
                assertThat(w)
                    .startsWith(
                        "the hottest cell was at 486 K and the Curie temperature of FeGe is 276 K"));
    assertThat(CurieLimit.after(e, 275)).isEmpty();
    Experiment follows =
        ExperimentFile.parse(
            "", "x", List.of(IRON_GERMANIUM, "heat.ambient=200 K", "material.Tc=276 K"));
    assertThat(CurieLimit.after(follows, 486)).isEmpty();
    Experiment other = ExperimentFile.parse("", "x", List.of("heat.ambient=200 K"));
    assertThat(CurieLimit.after(other, 2000)).isEmpty();
  }
}
