package hopfilm.validation;

import hopfilm.problem.Problem;
import java.util.List;

/** All problems, in the order of the page. */
public final class Problems {

  private static final List<Problem> ALL =
      List.of(
          new AmrBar(),
          new Laminates(),
          new DykhneDuality(),
          new PointContacts(),
          new SpreadingResistance(),
          new VanDerPauw(),
          new RingResistance(),
          new PermalloyStrip(),
          new HelixPitch(),
          new SpiralPeriod(),
          new SpiralThreshold(),
          new ConeUnderCurrent(),
          new EdgeTilt(),
          new SkyrmionInDisc(),
          new SkyrmionRadius(),
          new SkyrmionHallAngle(),
          new WallVelocity(),
          new PinnedWall(),
          new MuMag4(),
          new MuMag5(),
          new SinglePrecession(),
          new CriticalCurrent(),
          new CoupledLayers(),
          new SinglePrecession.IntegratorOrder(),
          new EnergyBalance(),
          new CurrentsField(),
          new FilmHeat());

  private Problems() {}

  public static List<Problem> all() {
    return ALL;
  }
}
