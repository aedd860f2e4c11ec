package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import hopfilm.file.ExperimentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each line that {@code check} prints for examples/four-node.yaml, against the formulas of
 * docs/explanation/physics.md and docs/howto/keep-it-cool.md, written out here. Numbers are printed
 * with two or three digits.
 */
class FirstFilmCheckTest {

  private static final double MU0 = 4e-7 * Math.PI;
  private static final double MS = 7e5;
  private static final double A = 1e-11;
  private static final double KU = 1.72e5;
  private static final double D = MU0 * MS * 6.5e-3 / 2;
  private static final double CELL = 4e-9;
  private static final double SIDE = 512e-9;
  private static final double THICKNESS = 20e-9;
  private static final double RHO = 0.15e-6;
  private static final double CAPACITY = 3.5e6;
  private static final double INTERFACE = 100e6;

  /** Half of the last of two digits, and a little. */
  private static final double TWO_DIGITS = 6;

  private static ExperimentCheck check;

  @BeforeAll
  static void check() throws IOException {
    Path file = Path.of("../examples/four-node.yaml");
    check = ExperimentCheck.of(ExperimentFile.study(file, List.of()), 2);
  }

  private static String fact(String name) {
    assertThat(check.facts()).containsKey(name);
    return check.facts().get(name);
  }

  /** The number in the first group of a pattern. */
  private static double number(String name, String pattern) {
    Matcher m = Pattern.compile(pattern).matcher(fact(name));
    assertThat(m.find()).as(name + ": " + fact(name)).isTrue();
    return Double.parseDouble(m.group(1).replace(" ", ""));
  }

  @Test
  void saysTheseThingsAndWarnsOfNone() {
    assertThat(check.warnings()).isEmpty();
    assertThat(check.facts().keySet())
        .containsExactly(
            "cells",
            "exchange length",
            "DMI pitch",
            "wall width",
            "spiral period",
            "gap of contacts",
            "resolution",
            "wall energy, 4 nm cells",
            "heat, +-+-",
            "left on, +-+-",
            "Oersted field, +-+-",
            "drift velocity, +-+-",
            "film temperature",
            "time step",
            "steps",
            "memory",
            "disk",
            "wall time");
    assertThat(fact("cells")).isEqualTo("128 x 128 of 4 nm");
    assertThat(fact("wall time")).contains("3 runs, 2 at a time, if each step takes all");
  }

  @Test
  void lengths() {
    double wall = Math.sqrt(A / KU);
    double dc = 4 * Math.sqrt(A * KU) / Math.PI;
    assertThat(fact("exchange length")).endsWith("nm, not used (film.demag: off)");
    Map<String, Double> nanometres =
        Map.of(
            "exchange length",
            Math.sqrt(2 * A / (MU0 * MS * MS)),
            "DMI pitch",
            4 * Math.PI * A / D,
            "wall width",
            Math.PI * wall);
    nanometres.forEach(
        (name, length) ->
            assertThat(1e-9 * number(name, "^([0-9.]+) nm"))
                .isCloseTo(length, withinPercentage(0.5)));
    assertThat(number("spiral period", "D = ([0-9.]+) Dc"))
        .isCloseTo(D / dc, withinPercentage(0.1));
    // that of a helix, 44 nm, and a little more for the anisotropy
    // D/Dc
    assertThat(number("spiral period", "^([0-9.]+) nm")).isBetween(44.0, 46.0);
    double gap = SIDE - 2 * 154e-9;
    assertThat(1e-9 * number("gap of contacts", "^([0-9.]+) nm")).isBetween(gap - CELL, gap + CELL);
    assertThat(number("resolution", "^([0-9.]+) cells"))
        .isCloseTo(Math.PI * wall / CELL, withinPercentage(1));
    // in the continuum; the lattice of 4 nm costs 6 %
    double energy = 4 * Math.sqrt(A * KU) - Math.PI * D;
    assertThat(1e-3 * number("wall energy, 4 nm cells", "^(-[0-9.]+) mJ/m\\^2: stripes form"))
        .isCloseTo(energy, withinPercentage(7));
  }

  @Test
  void whatTheCurrentDoes() {
    double j = number("heat, +-+-", "j about ([0-9.e]+) A/m");
    // its run takes 1.86 mW (1.86 nJ in 20 ns at a thickness of 1 um), with the maze
    double measured = Math.sqrt(1.86e-3 / (SIDE * SIDE * THICKNESS) / RHO);
    assertThat(j).isCloseTo(measured, withinPercentage(10));
    double q = RHO * j * j;
    assertThat(1e9 * number("heat, +-+-", "; ([0-9.]+) K/ns, without cooling"))
        .isCloseTo(q / CAPACITY, withinPercentage(2 * TWO_DIGITS));
    String on = "left on, +-+-";
    double mean = q * THICKNESS / INTERFACE;
    assertThat(number(on, "\\+([0-9.]+) K over the interface"))
        .isCloseTo(mean, withinPercentage(2 * TWO_DIGITS));
    assertThat(number(on, "\\+([0-9.]+) K in the hottest cell")).isBetween(mean, 2 * mean);
    assertThat(1e-12 * number(on, "within some ([0-9.]+) ps"))
        .isCloseTo(CAPACITY * THICKNESS / INTERFACE, withinPercentage(TWO_DIGITS));
    // magnesia: 48 W/(m K), 3.35 MJ/(m^3 K)
    assertThat(number(on, "\\+([0-9.]+) K in the substrate"))
        .isCloseTo(0.56 * q * THICKNESS * SIDE / 48, withinPercentage(2 * TWO_DIGITS));
    assertThat(1e-9 * number(on, "after some ([0-9.]+) ns"))
        .isCloseTo(SIDE * SIDE * 3.35e6 / 48, withinPercentage(TWO_DIGITS));
    double field = MU0 * j * THICKNESS / 2;
    assertThat(1e-3 * number("Oersted field, +-+-", "about ([0-9.]+) mT at the faces"))
        .isCloseTo(field, withinPercentage(TWO_DIGITS));
    assertThat(number("Oersted field, +-+-", ", ([0-9.]+) % of the chiral field"))
        .isEqualTo(Math.rint(100 * field / (D * D / (2 * A * MS))));
    assertThat(number("drift velocity, +-+-", "about ([0-9.]+) m/s: learns"))
        .isCloseTo(5.788382e-5 / MS * j, withinPercentage(TWO_DIGITS));
  }

  @Test
  void steps() {
    double exchange = 2 * A / (MU0 * MS);
    double h = exchange * (8 / (CELL * CELL) + Math.pow(D / (2 * A), 2)) + 2 * KU / (MU0 * MS);
    double dt = 0.9 * 2.6 * Math.sqrt(1 + 0.3 * 0.3) / (2.211e5 * h);
    assertThat(1e-15 * number("time step", "about ([0-9.]+) fs"))
        .isCloseTo(dt, withinPercentage(1));
    // relaxed for 10 ns, trained for at most 90 ns, at rest for 2 ns
    assertThat(number("steps", "about ([0-9 ]+) for 102 ns, if each step takes all of its time"))
        .isCloseTo(102e-9 / dt, withinPercentage(1));
  }
}
