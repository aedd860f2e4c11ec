package hopfilm.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearReadoutTest {

  /** Conductances of a film and the input that drove it; test_reservoir.py reads the same file. */
  private static LinearReadout film() throws IOException {
    try (InputStream file = LinearReadoutTest.class.getResourceAsStream("driven-film.csv")) {
      double[][] rows =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .map(l -> Arrays.stream(l.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
              .toArray(double[][]::new);
      return new LinearReadout(
          Arrays.stream(rows).map(r -> Arrays.copyOfRange(r, 1, r.length)).toArray(double[][]::new),
          Arrays.stream(rows).mapToDouble(r -> r[0]).toArray());
    }
  }

  @Test
  void theNumbersAreThoseOfPython() throws IOException {
    // both solve least squares to rounding; the conditions are some 1e3
    assertThat(film().memoryCapacity()).isCloseTo(1.26953447938, within(1e-9));
    assertThat(film().nonlinearity()).isCloseTo(0.27052481144, within(1e-9));
  }

  @Test
  void aDelayLineHoldsAllAndThePresentNothing() {
    double[] u = new Random(1).doubles(1000).toArray();
    double[][] line = new double[u.length][LinearReadout.DELAYS];
    double[][] present = new double[u.length][2];
    for (int t = 0; t < u.length; t++) {
      for (int d = 0; d < line[t].length; d++) {
        line[t][d] = t > d ? u[t - d - 1] : 0;
      }
      present[t] = new double[] {u[t], u[t] * u[t]};
    }
    LinearReadout whole = new LinearReadout(line, u);
    assertThat(whole.memoryCapacity()).isCloseTo(LinearReadout.DELAYS, within(1e-6));
    // chance: a positive R^2 of noise is about 1 / 250, ten of which are added at most
    assertThat(new LinearReadout(present, u).memoryCapacity()).isLessThan(0.05);
    assertThat(new LinearReadout(present, u).nonlinearity()).isBetween(0.0, 0.1);
  }
}
