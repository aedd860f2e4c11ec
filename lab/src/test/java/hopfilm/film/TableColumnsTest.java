package hopfilm.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Table.Column;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Energies;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.magnet.UniaxialAnisotropy;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableColumnsTest {

  @Test
  void asManyAreCountedAsThereAre() {
    for (String settings :
        List.of(
            "electrodes.layout=sides-x",
            "electrodes=none",
            "film.oersted=on",
            "heat.ambient=290 K",
            "output.columns=[V, I, mz2, skyrmion_x, skyrmion_radius]",
            "output.resistance=[[n1, n3]]")) {
      Experiment e = ExperimentFile.parse("protocol: [measure: a]", "x", List.of(settings));
      assertThat(TableColumns.of(e)).hasSize(TableColumns.count(e));
    }
  }

  @Test
  void theEnergiesThatAreShownAddUpToTheTotal() {
    Grid grid = Grid.film(6, 5, 4e-9, 1e-6);
    Material material =
        Material.of(7e5, 1e-11).withKu(1e5).withD(2e-3, DmiKind.BULK).withAlpha(0.3).withP(1);
    Magnet plain = new Magnet(grid, material, Discretisation.COVARIANT);
    // any term will do: the film's own anisotropy once more
    Magnet magnet =
        plain
            .withTerm(
                plain.terms().stream()
                    .filter(UniaxialAnisotropy.class::isInstance)
                    .findFirst()
                    .orElseThrow(),
                1e5)
            .withOersted(Textures.random(grid, 2));
    VectorField m = Textures.random(grid, 1);
    Energies energies = magnet.energies(m);
    assertThat(energies.added()).isNotZero();
    assertThat(energies.oersted()).isNotZero();
    TableColumns columns =
        new TableColumns(
            List.of(), new TableColumns.Terms(true, true, false, true, List.of(), List.of()));
    double[] row =
        columns.row(
            new TableColumns.Moment(
                0, m, magnet, energies, new FilmMeter.Reading(null, 0, 0), 0, null, 0, null));
    List<Column> all = columns.columns();
    double sum = 0;
    double total = Double.NaN;
    for (int k = 0; k < row.length; k++) {
      String name = all.get(k).name();
      if (name.equals("E_total")) {
        total = row[k];
      } else if (all.get(k).unit().equals("J")) {
        sum += row[k];
      }
    }
    // rounding of six terms
    assertThat(sum).isCloseTo(total, within(1e-13 * Math.abs(energies.exchange())));
  }
}
