package hopfilm.check;

import static hopfilm.check.Doubt.Severity.NO_LEARNING;
import static hopfilm.check.Doubt.Severity.OTHER;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Optional;

/** Whether films learn under a drive, and which drive to try instead. */
final class DriveVerdict {

  private DriveVerdict() {}

  /** The doubt about a drive of a train step. */
  static Optional<Doubt> of(Experiment e, Step.Drive drive, DriveCurrents currents) {
    if (drive instanceof Step.PatternDrive p
        && p.pattern().isUniform()
        && !e.electrodes().hasInverters()) {
      return Optional.of(
          new Doubt(
              NO_LEARNING,
              "the pattern %s carries no current and trains nothing; train one with both signs"
                  .formatted(p.pattern())));
    }
    return drive instanceof Step.PatternDrive p
        ? currents.of(e, drive).flatMap(heat -> verdict(e, p, heat))
        : Optional.empty(); // nothing learns
  }

  /** What is wrong with the current of a pattern. */
  private static Optional<Doubt> verdict(Experiment e, Step.PatternDrive p, DriveHeat heat) {
    DriveEstimate d = DriveEstimate.of(e, heat);
    SpinOrbitShare share = SpinOrbitShare.of(e);
    boolean isSpinOrbitAlone = heat.mean() > 0 && Double.isInfinite(share.ratio());
    if ((d.driftVelocity() > 0 || isSpinOrbitAlone) && !DriveEstimate.hasVerdict(e)) {
      return Optional.empty();
    }
    if (isSpinOrbitAlone) {
      return Optional.of(
          new Doubt(
              OTHER, share.words() + ": how films learn by spin-orbit torque alone is not known"));
    }
    if (d.regime().isUseful()) {
      return share.learnsAlike()
          ? Optional.empty()
          : Optional.of(
              new Doubt(
                  OTHER,
                  "u is about %.0f m/s: %s (%s)%s"
                      .formatted(d.driftVelocity(), d.meaning(), d.source(), share.reservation())));
    }
    boolean isVoltage = !p.byCurrent();
    String remedy =
        d.driftVelocity() > 0
            ? "%s learn best: try %s%s"
                .formatted(
                    d.best(),
                    Quantity.format(
                        d.best(p.amplitude()),
                        isVoltage ? Dimension.VOLTAGE : Dimension.CURRENT,
                        2),
                    isVoltage ? ", or another material.rho_perp" : "")
            : "no voltage and no polarisation, no torque";
    String inContacts =
        heat.contacts().map(c -> "; " + c + ": lower electrodes.resistance").orElse("");
    return Optional.of(
        new Doubt(
            NO_LEARNING,
            "u is about %.0f m/s: %s (%s); %s%s%s"
                .formatted(
                    d.driftVelocity(),
                    d.regime().meaning(),
                    d.source(),
                    remedy,
                    inContacts,
                    share.reservation())));
  }
}
