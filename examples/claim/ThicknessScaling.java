package hopfilm.claims;

import hopfilm.file.ExperimentFile;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Trial;
import java.util.ArrayList;
import java.util.List;

/** The thickness is a factor of all conductances. */
final class ThicknessScaling extends ClaimStudy {

  private static final String FILM =
      """
      film: {size: [128 nm, 128 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 40 nm}
      initial: {texture: maze, relax: 50 ps}
      protocol: [{train: {pattern: "+-+-", voltage: 10 mV, time: 50 ps}}, {measure: trained}]
      output: {table: 50 ps, snapshots: 50 ps, formats: [ovf]}
      """;

  private static final Plan FILMS = effort -> List.of(run(effort, "1 um"), run(effort, "2 um"));

  ThicknessScaling() {
    super(
        "thickness",
        "Conductances are in proportion to the thickness",
        "Below Eq. 3: the film is two-dimensional. Its thickness then multiplies currents and energies.");
    criterion("ratio", "G of a film of 2 um is twice that of 1 um within 1e-12, entry by entry");
    films(FILMS);
  }

  private static PlannedRun run(Effort effort, String thickness) {
    List<String> settings = new ArrayList<>(List.of("film.thickness=" + thickness));
    settings.addAll(effort.settings());
    String name = "thickness " + thickness;
    return PlannedRun.of(name, ExperimentFile.parse(FILM, name, settings));
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    List<FinishedRun> films = trial.films(FILMS);
    double[][] one = films.get(0).conductance("trained");
    double[][] two = films.get(1).conductance("trained");
    double worst = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < one.length; j++) {
        worst = Math.max(worst, Math.abs(two[i][j] / one[i][j] - 2));
      }
    }
    e.number("largest deviation of the ratio", worst, one.length * one.length, "");
    e.decide("ratio", worst < 1e-12, "they differ from 2 by %.1e", worst);
  }
}
