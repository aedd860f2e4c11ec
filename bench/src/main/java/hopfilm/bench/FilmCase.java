package hopfilm.bench;

import hopfilm.dynamics.LlgEquation;
import hopfilm.experiment.Experiment;
import hopfilm.kernel.Drift;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;

/** Stripes of the default film under a current, packed for the kernels. */
final class FilmCase {

  /** Period of the stripes of the default film [m]. */
  private static final double PERIOD = 45e-9;

  private static final double DRIFT = 100;

  final PaddedField m;
  final PaddedField out;
  final Drift drift;
  final LlgKernel kernel;

  /** A film of some cells a side. */
  static FilmCase of(int cells, KernelChoice choice) {
    Experiment film =
        DefaultFilm.experiment("film.size=[%d nm, %d nm]".formatted(4 * cells, 4 * cells));
    Material material = film.material().material();
    return new FilmCase(
        new Magnet(film.film().grid(), material, Discretisation.COVARIANT),
        choice,
        film.material().conductivity().ratio());
  }

  /**
   * Any film.
   *
   * @param ratio of the conductivities along and across m
   */
  FilmCase(Magnet magnet, KernelChoice choice, double ratio) {
    PaddedLayout layout = new PaddedLayout(magnet.grid());
    kernel = LlgEquation.motion(magnet, layout, choice);
    m = new PaddedField(layout);
    m.pack(Textures.helix(magnet.grid(), 0.6, PERIOD, DmiKind.BULK, 1));
    kernel.fillGhosts(m);
    out = new PaddedField(layout);
    drift = new Drift(layout, ratio);
    java.util.Arrays.fill(drift.start().x(), DRIFT);
    java.util.Arrays.fill(drift.start().y(), DRIFT / 2);
  }
}
