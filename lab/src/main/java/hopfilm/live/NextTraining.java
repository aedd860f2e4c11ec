package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.transport.Electrode;
import java.util.List;
import java.util.Set;

/**
 * Pattern and amplitude that the next training of a live film puts on its contacts.
 *
 * @param pattern null where contacts are of several kinds, or there are none
 * @param amplitude V0 [V] or I0 [A]
 * @param byCurrent whether currents drive the contacts
 */
record NextTraining(Pattern pattern, double amplitude, boolean byCurrent) {

  private static final double USUAL_VOLTAGE = 50e-3;

  /** The settings of the first train step of an experiment. */
  static NextTraining of(Experiment e) {
    List<Electrode.Drive> drives = e.electrodes().drives();
    Electrode.Drive kind = drives.isEmpty() ? Electrode.Drive.FLOAT : drives.get(0);
    if (Set.copyOf(drives).size() > 1 || kind == Electrode.Drive.FLOAT) {
      return new NextTraining(null, Double.NaN, false);
    }
    boolean byCurrent = kind == Electrode.Drive.CURRENT;
    for (Step step : e.steps()) {
      if (step instanceof Step.Train t) {
        Step.Drive first = t.drives().get(0);
        return first instanceof Step.PatternDrive p
            ? new NextTraining(p.pattern(), p.amplitude(), byCurrent)
            : given(first.values().numbers(), byCurrent);
      }
    }
    return new NextTraining(
        alternating(drives.size()), byCurrent ? 1e-3 : USUAL_VOLTAGE, byCurrent);
  }

  /** The pattern with about the same differences as given values. */
  private static NextTraining given(double[] values, boolean byCurrent) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    int[] signs = new int[values.length];
    for (int k = 0; k < signs.length; k++) {
      signs[k] = values[k] > (low + high) / 2 ? 1 : -1;
    }
    double half = (high - low) / 2;
    return half > 0
        ? new NextTraining(Pattern.of(signs), half, byCurrent)
        : new NextTraining(alternating(values.length), USUAL_VOLTAGE, byCurrent);
  }

  private static Pattern alternating(int n) {
    return new Pattern("+-".repeat(n).substring(0, n));
  }

  NextTraining with(Pattern other, double otherAmplitude) {
    return new NextTraining(other, otherAmplitude, byCurrent);
  }

  /** These settings for other contacts. */
  NextTraining fitting(Experiment e) {
    NextTraining usual = of(e);
    boolean fits =
        pattern != null && usual.pattern != null && pattern.size() == usual.pattern.size();
    double same = usual.byCurrent == byCurrent && pattern != null ? amplitude : usual.amplitude;
    return new NextTraining(fits ? pattern : usual.pattern, same, usual.byCurrent);
  }

  Step train(double time) {
    needPattern();
    return new Step.Train(new Step.PatternDrive(pattern, amplitude, byCurrent), time);
  }

  /** Refuses commands to a film that no pattern drives. */
  void needPattern() {
    if (pattern == null) {
      throw LiveCommandException.unfit(
          "no pattern drives the contacts of this film: they are of several kinds, or there are none; use the protocol of its file");
    }
  }
}
