package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a film that has not learned. */
class AdviceTest {
  private static final Experiment FILM =
      ExperimentFile.parse(
          """
          name: small film
          film: {size: [160 nm, 160 nm], cell: 4 nm}
          material: {Ku: 172 kJ/m^3, D: 6.5 mA, rho_perp: 0.24 uOhm m}
          electrodes: {layout: corners, radius: 32 nm}
          initial: {texture: maze, seed: 1}
          protocol: [{rest: 1 ns}]
          """,
          "film",
          List.of());

  private static Advice at(double volts) {
    return Advice.of(FILM, new Step.PatternDrive(new Pattern("+-+-"), volts, false));
  }

  /** The current is linear in the voltage, so all that is too weak is told the same. */
  @Test
  void theVoltageToTryDoesNotDependOnTheOneThatFailed() {
    Advice weak = at(0.1e-3);
    assertThat(weak.text()).contains("few films learn").contains("learn best at");
    // the potential is solved to 1e-6
    assertThat(at(0.2e-3).amplitude()).isCloseTo(weak.amplitude(), within(1e-4 * weak.amplitude()));
    Advice strong = at(40 * weak.amplitude());
    assertThat(strong.amplitude()).isCloseTo(weak.amplitude(), within(1e-4 * weak.amplitude()));
  }

  @Test
  void whereTheVoltageWasRightAnotherMazeIsAdvised() {
    Advice right = at(at(0.1e-3).amplitude());
    assertThat(right.amplitude()).isNull();
    assertThat(right.text()).contains("new maze");
  }

  /** Without polarisation there is no torque, and nothing to advise. */
  @Test
  void withoutTorqueNothingIsKnown() {
    Experiment none = ExperimentFile.with(FILM, List.of("material.P=0"));
    Advice advice = Advice.of(none, new Step.PatternDrive(new Pattern("+-+-"), 1e-3, false));
    assertThat(advice.amplitude()).isNull();
    assertThat(advice.text()).startsWith("Nothing is known");
  }
}
