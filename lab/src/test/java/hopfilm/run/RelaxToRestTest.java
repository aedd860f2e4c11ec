package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.grid.VectorField;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Relaxation that ends when the film is at rest. */
class RelaxToRestTest {

  @TempDir Path folder;

  private RunResult run(String name, String step) throws IOException {
    return SmallFilm.run(
        folder.resolve(name),
        "initial={texture: uniform, direction: [0.5, 0, 1]}",
        "material={D: 0, Ku: 172 kJ/m^3, Ms: 700 kA/m}",
        "film.demag=off",
        "protocol=[{relax: {%s}}, measure: rested]".formatted(step));
  }

  /**
   * A uniform film falls to its easy axis by tan(theta) = 1/2 exp(-alpha gamma0 Hk t/(1 +
   * alpha^2)), under a torque Hk sin(theta) cos(theta): 1 kA/m is left after 0.1525 ns, in the row
   * at 0.16 ns of one every 10 ps. Hk = 2 Ku/(mu0 Ms).
   */
  @Test
  void theStepEndsInTheFirstRowInWhichTheTorqueIsSmall() throws IOException {
    RunResult r = run("rested", "time: 10 ns, alpha: 0.5, torque: 1 kA/m");
    assertThat(r.warnings()).isEmpty();
    assertThat(r.measures().get(0).time()).isCloseTo(160e-12, within(1e-15));
    double hk = 2 * 172e3 / (4e-7 * Math.PI * 700e3);
    double tangent = 0.5 * Math.exp(-0.5 * 2.211e5 * hk * 160e-12 / 1.25);
    // gamma0 is known to more digits than these
    VectorField m = r.measures().get(0).m();
    assertThat(Math.hypot(m.x()[100], m.y()[100]))
        .isCloseTo(Math.sin(Math.atan(tangent)), within(1e-3 * tangent));
  }

  /** The same film: torque and energy Ku V sin^2(theta) by the closed form, half a percent. */
  @Test
  void aRunSaysHowFarFromRestItEnded() throws IOException {
    RunResult r = run("short", "time: 20 ps, alpha: 0.5");
    double hk = 2 * 172e3 / (4e-7 * Math.PI * 700e3);
    double angle = Math.atan(0.5 * Math.exp(-0.5 * 2.211e5 * hk * 20e-12 / 1.25));
    double volume = r.experiment().film().cells().volume();
    double fallen = 172e3 * volume * (Math.pow(Math.sin(angle), 2) - 0.2); // tan = 1/2 at first
    JsonNode relaxed = SmallFilm.summary(folder.resolve("short")).get("relaxed");
    assertThat(relaxed).hasSize(1);
    JsonNode end = relaxed.get(0);
    assertThat(end.get("end").asDouble() - end.get("start").asDouble())
        .isCloseTo(20e-12, within(1e-18));
    assertThat(end.get("torque").asDouble())
        .isCloseTo(hk * Math.sin(angle) * Math.cos(angle), withinPercentage(0.5));
    assertThat(end.get("torque_of_ms").asDouble())
        .isCloseTo(end.get("torque").asDouble() / 700e3, withinPercentage(1e-9));
    assertThat(end.get("energy_change").asDouble()).isCloseTo(fallen, withinPercentage(0.5));
    assertThat(r.warnings())
        .singleElement()
        .asString()
        .contains("far from rest", "more than 5 % of Ms", "give it a longer time");
  }

  @Test
  void whatIsNotAtRestInTimeIsSaid() throws IOException {
    RunResult r = run("moving", "time: 100 ps, alpha: 0.5, torque: 1 mT");
    assertThat(r.measures().get(0).time()).isCloseTo(100e-12, within(1e-15));
    assertThat(r.warnings())
        .singleElement()
        .asString()
        .contains("before the film was at rest", "and 800 A/m (1 mT) was asked for");
  }

  /** The stray field keeps what it knows of steps before. */
  @Test
  void lookingAtTheTorqueChangesNothing() throws IOException {
    for (String name : new String[] {"looked at", "left alone"}) {
      String torque = name.startsWith("looked") ? ", torque: 1 nA/m" : "";
      SmallFilm.run(
          folder.resolve(name),
          "film.demag=on",
          "protocol=[{relax: {time: 40 ps, alpha: 0.5%s}}]".formatted(torque));
    }
    assertThat(folder.resolve("looked at/m000003.ovf"))
        .hasSameBinaryContentAs(folder.resolve("left alone/m000003.ovf"));
  }
}
