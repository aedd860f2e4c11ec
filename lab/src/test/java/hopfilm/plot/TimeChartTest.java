package hopfilm.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.chart.FigureFiles;
import hopfilm.io.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeChartTest {
  @Test
  void curvesWithoutNumbersAreLeftOut() {
    Table table =
        new Table(
            List.of(new Table.Column("t", "s"), new Table.Column("E_prime", "W")),
            List.of(new double[] {0, Double.NaN}, new double[] {1e-9, Double.NaN}));
    assertThat(TimeChart.energy(table, List.of(), null)).isNull();
    assertThat(TimeChart.edgeToEdge(table, List.of())).isNull();
    assertThat(TimeChart.conductances(table, List.of("n1", "n2"), List.of())).isNull();
  }

  @Test
  void theCurieTemperatureIsALineInTheChartOfTheTemperature() {
    Table table =
        new Table(
            List.of(new Table.Column("t", "s"), new Table.Column("T_max", "K")),
            List.of(new double[] {0, 300}, new double[] {1e-9, 420}));
    Table more = TimeChart.withCurie(table, 700);
    assertThat(more.column("T_max")).containsExactly(300, 420);
    assertThat(more.column("Tc")).containsExactly(700, 700);
    // drawn, and so with another axis
    assertThat(FigureFiles.svg(TimeChart.temperature(more, List.of()), "T"))
        .isNotEqualTo(FigureFiles.svg(TimeChart.temperature(table, List.of()), "T"));
  }

  /** What happened before training does not count as a change. */
  @Test
  void changesCountFromTheStartOfTraining() {
    Table table =
        new Table(
            List.of(new Table.Column("t", "s"), new Table.Column("G_n1_n2", "S")),
            List.of(
                new double[] {0, -5e-3},
                new double[] {1e-9, -1e-3},
                new double[] {2e-9, -1.001e-3},
                new double[] {3e-9, -1.002e-3}));
    Table changes =
        TimeChart.changed(table, List.of("G_n1_n2"), List.of(new Phase("train", 1e-9, 3e-9)));
    assertThat(changes.column("t")).containsExactly(1e-9, 2e-9, 3e-9);
    assertThat(changes.column("G_n1_n2")[0]).isZero();
    assertThat(changes.column("G_n1_n2")[2]).isCloseTo(-2e-6, within(1e-15));
  }

  @Test
  void aSkyrmionThatIsRecordedHasItsPath() {
    List<Table.Column> columns =
        List.of(
            new Table.Column("t", "s"),
            new Table.Column("skyrmion_x", "m"),
            new Table.Column("skyrmion_y", "m"));
    Table table =
        new Table(
            columns,
            List.of(
                new double[] {0, 160e-9, 80e-9},
                new double[] {1e-9, 130e-9, 73e-9},
                new double[] {2e-9, 102e-9, 66e-9},
                new double[] {3e-9, Double.NaN, Double.NaN})); // it has left the film
    Table before = new Table(columns, table.rows().subList(0, 3));
    assertThat(FigureFiles.svg(TimeChart.path(table), "path"))
        .contains("Path of the skyrmion")
        .isEqualTo(FigureFiles.svg(TimeChart.path(before), "path"));
    assertThat(TimeChart.path(new Table(columns, table.rows().subList(0, 1)))).isNull();
    assertThat(TimeChart.path(new Table(columns.subList(0, 2), List.of()))).isNull();
  }

  /** A hundredth of the largest value, also of a column that has lost some numbers. */
  @Test
  void whatDoesNotChangeIsFlat() {
    List<Table.Column> columns = List.of(new Table.Column("mx", ""), new Table.Column("mz", ""));
    List<double[]> rows =
        List.of(new double[] {0, 1}, new double[] {0.009, 1}, new double[] {Double.NaN, 0.995});
    assertThat(TimeChart.isFlat(new Table(columns, rows), "mx", "mz", "my")).isTrue();
    List<double[]> turns = List.of(new double[] {0, 1}, new double[] {0.011, 1});
    assertThat(TimeChart.isFlat(new Table(columns, turns), "mx", "mz")).isFalse();
  }
}
