package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields that are on while a film is trained, relaxes or rests. */
class FieldDuringStepsTest {

  private static final String UNIFORM = "initial={texture: uniform, direction: [1, 0, 0]}";

  @TempDir Path folder;

  private VectorField after(String name, String... settings) throws IOException {
    String[] all = new String[settings.length + 2];
    System.arraycopy(settings, 0, all, 0, settings.length);
    all[settings.length] = "output.snapshots=40 ps";
    all[settings.length + 1] = "output.table=20 ps";
    SmallFilm.run(folder.resolve(name), all);
    return Ovf.read(folder.resolve(name + "/m000001.ovf")).field();
  }

  private static double mean(double[] a) {
    double sum = 0;
    for (double v : a) {
      sum += v;
    }
    return sum / a.length;
  }

  /** A rest with a field is the step field, to the bits. */
  @Test
  void aRestInAFieldIsAFieldStep() throws IOException {
    String[] start = {UNIFORM, ""};
    start[1] = "protocol=[{rest: {time: 40 ps, field: {value: [0 T, 0 T, 0.3 T]}}}]";
    VectorField rest = after("rest", start);
    start[1] = "protocol=[{field: {time: 40 ps, value: [0 T, 0 T, 0.3 T]}}]";
    VectorField field = after("field", start);
    start[1] = "protocol=[{rest: 40 ps}]";
    VectorField without = after("without", start);
    assertThat(rest.z()).isEqualTo(field.z());
    assertThat(mean(rest.z())).isGreaterThan(mean(without.z()) + 0.05);
  }

  /**
   * A soft film without walls turns about a field along z by gamma mu0 H t/(1 + alpha^2): by the
   * ramp, whose mean is half, half as far. To 1 %, what exchange at the edges may add.
   */
  @Test
  void aRampTurnsHalfAsFarAsAConstantField() throws IOException {
    String soft = "material={Ku: 0, D: 0, alpha: 0}";
    String steps = "protocol=[{rest: {time: 40 ps, field: {value: [0 T, 0 T, 0.1 T], shape: %s}}}]";
    VectorField constant = after("constant", UNIFORM, soft, steps.formatted("constant"));
    VectorField ramp = after("ramp", UNIFORM, soft, steps.formatted("ramp"));
    double whole = Math.atan2(mean(constant.y()), mean(constant.x()));
    double half = Math.atan2(mean(ramp.y()), mean(ramp.x()));
    double gamma = 1.7608596e11;
    assertThat(Math.abs(whole)).isCloseTo(gamma * 0.1 * 40e-12, within(0.01));
    assertThat(half).isCloseTo(whole / 2, within(0.005));
  }

  @Test
  void relaxAndTrainTakeItAndItEndsWithThem() throws IOException {
    String up = "field: {value: [0 T, 0 T, 2 T]}";
    VectorField relaxed =
        after("relax", UNIFORM, "protocol=[{relax: {time: 40 ps, alpha: 0.5, %s}}]".formatted(up));
    assertThat(mean(relaxed.z())).isGreaterThan(0.5);
    String train = "protocol=[{train: {pattern: +-+-, voltage: 1 mV, time: 40 ps%s}}]";
    VectorField trained = after("train", UNIFORM, train.formatted(", " + up));
    VectorField plain = after("plain", UNIFORM, train.formatted(""));
    assertThat(mean(trained.z())).isGreaterThan(mean(plain.z()) + 0.3);
    VectorField later =
        after(
            "later", UNIFORM, "protocol=[{relax: {time: 20 ps, %s}}, {rest: 20 ps}]".formatted(up));
    VectorField longer =
        after(
            "longer",
            UNIFORM,
            "protocol=[{relax: {time: 20 ps, %s}}, {rest: {time: 20 ps, %s}}]".formatted(up, up));
    assertThat(mean(later.z())).isLessThan(mean(longer.z()));
  }

  @Test
  void fieldsAreWrittenAndReadAndLeaveNoTraceWithoutOne() {
    Experiment e =
        SmallFilm.experiment(
            "protocol=[{train: {pattern: +-+-, time: 1 ns, field: {value: [0 T, 0 T, 1 T], shape: sine, frequency: 5 GHz}}}]");
    String written = ExperimentFile.write(e);
    assertThat(written).contains("field: {value: [", "shape: sine, frequency: 5 GHz");
    assertThat(ExperimentFile.parse(written, e.name(), List.of())).isEqualTo(e);
    assertThat(ExperimentFile.write(SmallFilm.experiment())).doesNotContain("field: {");
  }
}
