package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The standard discretisation against fields and energies that OOMMF 2.1a0 computed. */
class OommfFieldTermsTest {

  private static final Grid GRID = Grid.film(200, 200, 2e-9, 2e-9);
  private static final Magnet MAGNET =
      new Magnet(
          GRID,
          Material.of(5.8e5, 1.5e-11).withKu(6e5).withD(3e-3, DmiKind.BULK).withAlpha(0.3).withP(1),
          Discretisation.STANDARD);
  private static VectorField m;
  private static List<double[]> rows;

  @BeforeAll
  static void read() throws IOException {
    m = OommfTexture.on(GRID);
    try (InputStream in =
        OommfFieldTermsTest.class.getResourceAsStream("/hopfilm/oommf_field_terms.csv")) {
      rows =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.startsWith("ix"))
              .map(
                  line ->
                      List.of(line.split(",")).stream().mapToDouble(Double::parseDouble).toArray())
              .toList();
    }
  }

  @Test
  void fieldsAreThoseOfOommf() {
    assertThat(rows).hasSize(49);
    int column = 5;
    for (int term = 0; term < 3; term++) {
      VectorField h = new VectorField(GRID);
      MAGNET.terms().get(term).addField(m, h);
      double largest = 0;
      double worst = 0;
      for (double[] row : rows) {
        int cell = GRID.index((int) row[0], (int) row[1], 0);
        for (int c = 0; c < 3; c++) {
          double expected = row[column + c];
          largest = Math.max(largest, Math.abs(expected));
          worst = Math.max(worst, Math.abs(h.component(c)[cell] - expected));
        }
      }
      // the file has 12 digits
      assertThat(worst).as(MAGNET.terms().get(term).name()).isLessThan(1e-11 * largest);
      column += 3;
    }
  }

  @Test
  void energiesAreThoseOfOommf() {
    Energies e = MAGNET.energies(m);
    double all = 6e5 * GRID.cells() * GRID.cellVolume();
    assertThat(e.exchange()).isCloseTo(5.0949489016316e-18, within(1e-10 * 5e-18));
    // OOMMF counts Ku (1 - mz^2)
    assertThat(e.anisotropy() + all).isCloseTo(1.3563086017366e-16, within(1e-10 * 1e-16));
    assertThat(e.dmi()).isCloseTo(3.7230223860845e-20, within(1e-9 * 1e-18));
  }
}
