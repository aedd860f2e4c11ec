package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.List;

/**
 * The remedy for negative feedback that the paper names: the model film with interfacial
 * interaction, currents as inputs, resistances as weights.
 */
final class ResistanceNetwork {

  /** The current that 38.4 mV drives through the untrained film with +--+. */
  private static final String CURRENT = "300 mA";

  private ResistanceNetwork() {}

  static final Plan BY_CURRENTS =
      films(1, "currents", "current: " + CURRENT, "electrodes.drive=current");

  /** Not in a quick reproduction. */
  static final Plan BY_VOLTAGES =
      films(0, "voltages", "voltage: 38.4 mV", "electrodes.drive=voltage");

  private static Plan films(int quick, String name, String drive, String key) {
    return Trainings.each(
        pattern ->
            Batch.of(
                "negative-%s-%s".formatted(name, pattern),
                quick,
                10,
                PaperFilms.standardWith(
                    """
                      - measure: untrained
                      - train: {pattern: "%s", %s, time: 20 ns}
                      - measure: trained
                      - retrieve: {from: all, update: graded}
                    """
                        .formatted(pattern, drive),
                    key,
                    "material.dmi=interfacial",
                    "network.weights=resistance")));
  }

  /** Decides the criterion of that key: each pattern the lowest in at least 80 % of its films. */
  static void judge(String key, Trial trial, Evidence e) {
    Rows table =
        e.table(
            "Interfacial interaction, weights R' = R - R untrained, inputs I = I0 (s - mean s)",
            "trained by | pattern | lowest in | margin | added resistance (%) | starts recalled");
    double worst = read("currents", trial.films(BY_CURRENTS), table, e);
    if (!trial.isQuick()) {
      read("voltages", trial.films(BY_VOLTAGES), table, e);
    }
    e.decide(
        key,
        worst >= 0.8,
        "trained by currents, the pattern that fares worst: %s %%",
        text(100 * worst));
    e.note(
        "Resistances weigh the patterns by the inverse square of their conductance: R' = -R G' R to"
            + " first order. Of the patterns +-+- conducts best (all four sides carry its current),"
            + " so what training changes counts least there, and chance changes along the film"
            + " win.");
  }

  /** Share of lowest films of the pattern that fares worst. */
  private static double read(String trainedBy, List<FinishedRun> runs, Rows table, Evidence e) {
    double worst = 1;
    for (String pattern : Trainings.PATTERNS) {
      List<FinishedRun> own = runs.stream().filter(r -> r.pattern().equals(pattern)).toList();
      SuccessFraction f = TrainedFilms.lowest(own);
      worst = Math.min(worst, f.fraction());
      e.number("trained by %s: %s lowest".formatted(trainedBy, pattern), f);
      table.row(
          trainedBy,
          pattern,
          text(f),
          Spread.of(own, r -> r.summary().verdict().margin(0)).text(2),
          Spread.of(own, r -> 100 * (power(r, "trained") / power(r, "untrained") - 1)).text(1),
          "%d of %d"
              .formatted(
                  own.stream().mapToInt(r -> r.summary().retrieval().get(0).hits()).sum(),
                  own.stream().mapToInt(r -> r.summary().retrieval().get(0).total()).sum()));
    }
    return worst;
  }

  private static double power(FinishedRun run, String label) {
    return TrainedFilms.form(run.resistance(label), run.pattern());
  }
}
