package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Weights;
import hopfilm.input.Spelling;
import hopfilm.magnet.Textures;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Trial;
import hopfilm.run.Evaluation;
import java.util.List;

/** -E' is the additional Joule heat of the texture. */
final class JouleHeatDifference extends ClaimStudy {

  /** Read at this voltage [V]; the ratio does not depend on it. */
  private static final double V0 = 0.05;

  private static final double ROUNDING = 1e-8;

  JouleHeatDifference() {
    super(
        "heat",
        "The energy of a pattern is heat",
        "Eq. 7 and the paragraph below it: -E' is the power that the film consumes beyond that of"
            + " the film without a texture. Here E' comes from the two conductance matrices, and the power"
            + " from the fields, as the integral of j.E over the film for the texture itself.");
    criterion(
        "equal",
        "-E' and the difference of the two powers agree within 1e-8 of the power, for every"
            + " pattern that carries current, against the saturated and the untrained film");
    films(Trainings.FIRST_MAZE);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Trainings trainings = new Trainings(trial.films(Trainings.FIRST_MAZE));
    double worst = 0;
    int n = 0;
    Rows table =
        e.table(
            "Energies and powers at 50 mV",
            "trained | reference | pattern | -E' (\u00b5W) | power difference (\u00b5W) | difference / power");
    for (FinishedRun run : trainings.all()) {
      VectorField trained = run.after();
      VectorField untrained = run.before();
      VectorField up = Textures.uniform(trained.grid(), 0, 0, 1);
      for (Reference reference : List.of(Reference.SATURATED, Reference.UNTRAINED)) {
        VectorField ref = reference == Reference.SATURATED ? up : untrained;
        Weights weights = trainings.weights(run, reference);
        for (Pattern p : Pattern.all(4)) {
          if (p.isUniform() || !p.equals(p.canonical())) {
            continue;
          }
          double[] v = p.voltages(V0);
          double power = Evaluation.of(run.experiment(), trained, v).driven().power();
          double before = Evaluation.of(run.experiment(), ref, v).driven().power();
          double energy = weights.energy(v);
          double error = Math.abs(-energy - (power - before)) / power;
          worst = Math.max(worst, error);
          n++;
          table.row(
              run.pattern(),
              Spelling.of(reference),
              p,
              text(-energy * 1e6),
              text((power - before) * 1e6),
              text("%.1e", error));
        }
      }
    }
    e.number("largest difference / power", worst, n, "");
    e.decide(
        "equal",
        worst <= ROUNDING,
        "the largest difference is %.1e of the power, %d cases",
        worst,
        n);
  }
}
