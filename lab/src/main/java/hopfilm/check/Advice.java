package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import java.util.Optional;

/**
 * Why a film may not have learned a pattern, and what to try instead.
 *
 * @param text in words
 * @param amplitude V0 or I0 at which such films learn best [V, A]; null where the drive was right,
 *     or nothing is known
 */
public record Advice(String text, Double amplitude) {

  /** Of the drive under which it was trained. */
  public static Advice of(Experiment e, Step.PatternDrive p) {
    Optional<DriveEstimate> known =
        DriveEstimate.hasVerdict(e) ? DriveEstimate.of(e, p) : Optional.empty();
    if (known.isEmpty() || !(known.get().driftVelocity() > 0)) {
      return new Advice("Nothing is known of films under this drive.", null);
    }
    DriveEstimate d = known.get();
    String drift =
        "Spin-transfer drift was about %.0f m/s: %s.".formatted(d.driftVelocity(), d.meaning());
    return d.regime().isUseful() && !d.isTooFast()
        ? new Advice(drift + " Train longer, or try a new maze.", null)
        : new Advice(
            "%s Films learn best at %s.".formatted(drift, d.best()), d.best(p.amplitude()));
  }
}
