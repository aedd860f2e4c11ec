package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.NetworkSpec;
import hopfilm.figures.FilmState;
import hopfilm.film.NetworkReader;
import hopfilm.film.NetworkReading;
import hopfilm.film.TableRow;
import hopfilm.folder.Snapshot;
import hopfilm.hopfield.Pattern;
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
        ? row[table.indexOf("P").getAsInt()] > 0 ? "under current" : "no current"
        : "";
  }

  /** E' of all patterns at a row. */
  PatternEnergies energies(double[] row) {
    Summary.Network made = summary.network();
    double[][] g =
        ConductanceFiles.course(new Table(table.columns(), List.of(row)), made.electrodes()).get(0);
    List<Pattern> trained = made.trained().stream().map(Pattern::parse).toList();
    double amplitude = summary.input().amplitude();
    NetworkSpec network = experiment.network();
    NetworkReading read =
        new NetworkReader(experiment)
            .read(
                new TableRow(
                    row,
                    Double.NaN,
                    g,
                    null,
                    null,
                    null,
                    trained,
                    made.referenceMatrix(),
                    amplitude),
                network.reference(),
                network.selfTerm(),
                amplitude);
    return PatternEnergies.of("in time", read.landscape(), trained, made.isResistance());
  }
}
