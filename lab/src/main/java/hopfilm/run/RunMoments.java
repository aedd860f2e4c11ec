package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.NetworkSpec;
import hopfilm.figures.FilmState;
import hopfilm.folder.Snapshot;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Weights;
import hopfilm.input.ExperimentException;
import hopfilm.io.Table;
import hopfilm.report.SliderPage;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Summary;
import java.io.IOException;
import java.util.List;

/** The snapshots of a run with what the row of the table at that time says. */
final class RunMoments implements SliderPage.Moments {
  /** A row is written at the time of a snapshot, but for rounding. */
  private static final double ROUNDING = 1e-9;

  /** Energies of all patterns of more electrodes take long, and no chart shows them. */
  private static final int MAX_ELECTRODES = 12;

  private final Experiment experiment;
  private final Summary summary;
  private final PageData page;
  private final Table table;
  private final List<Snapshot> snapshots;
  private final boolean hasEnergies;

  RunMoments(
      Experiment experiment,
      Summary summary,
      PageData page,
      Table table,
      List<Snapshot> snapshots) {
    this.experiment = experiment;
    this.summary = summary;
    this.page = page;
    this.table = table;
    this.snapshots = snapshots;
    // the table has half of each matrix
    this.hasEnergies =
        summary.network().referenceMatrix() != null
            && summary.input() != null
            && summary.network().electrodes().size() <= MAX_ELECTRODES
            && summary.readings().conductance().values().stream()
                .allMatch(ConductanceFiles::isSymmetric);
  }

  @Override
  public int count() {
    return snapshots.size();
  }

  @Override
  public SliderPage.Moment at(int k) throws IOException {
    Snapshot snapshot = snapshots.get(k);
    double[] row = row(snapshot.time());
    FilmState film =
        page.at(snapshot, state(row))
            .orElseThrow(
                () -> ExperimentException.of(snapshot.file(), RunMessage.PLOT_TOO_FEW_SNAPSHOTS));
    return new SliderPage.Moment(film, hasEnergies ? energies(row) : null);
  }

  /** The last row up to a time. */
  double[] row(double time) {
    double[] found = table.rows().get(0);
    for (double[] row : table.rows()) {
      found = row[0] <= time * (1 + ROUNDING) ? row : found;
    }
    return found;
  }

  private String state(double[] row) {
    return table.indexOf("P").isPresent()
        ? row[table.indexOf("P").getAsInt()] > 0 ? "under current" : "at rest"
        : "";
  }

  /** E' of all patterns at a row. */
  PatternEnergies energies(double[] row) {
    List<String> names = summary.network().electrodes();
    int n = names.size();
    double[][] g = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        String column = "G_" + names.get(i) + "_" + names.get(j);
        g[i][j] = row[table.indexOf(column).getAsInt()];
        g[j][i] = g[i][j];
      }
    }
    NetworkSpec network = experiment.network();
    Weights weights =
        Weights.of(
            network.weights().matrix(g),
            summary.network().referenceMatrix(),
            network.reference(),
            network.selfTerm(),
            network.scaling());
    List<Pattern> trained = summary.network().trained().stream().map(Pattern::parse).toList();
    EnergyLandscape landscape =
        new EnergyLandscape(
            weights,
            summary.input().amplitude(),
            trained,
            experiment.seed(),
            experiment.electrodes().hasInverters());
    return PatternEnergies.of("in time", landscape, trained, summary.network().isResistance());
  }
}
