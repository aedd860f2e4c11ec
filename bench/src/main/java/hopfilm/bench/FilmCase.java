package hopfilm.bench;

import hopfilm.dynamics.LlgEquation;
import hopfilm.experiment.Experiment;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.kernel.Drift;
import hopfilm.kernel.KernelChoice;
import hopfilm.kernel.LlgKernel;
import hopfilm.kernel.PaddedField;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;

/** Stripes of the default film under a current, packed for the kernels. */
final class FilmCase {

  /** Period of the stripes of the default film [m]. */
  private static final double PERIOD = 45e-9;

  private static final double DRIFT = 100;

  final PaddedField m;
  final PaddedField out;
  final Drift drift;
  final LlgKernel kernel;

  FilmCase(int cells, KernelChoice choice) {
    Experiment film =
        DefaultFilm.experiment("film.size=[%d nm, %d nm]".formatted(4 * cells, 4 * cells));
    Grid grid = film.film().grid();
    Material material = film.material().material();
    PaddedLayout layout = new PaddedLayout(grid);
    kernel =
        LlgEquation.motion(new Magnet(grid, material, Discretisation.COVARIANT), layout, choice);
    VectorField stripes = Textures.helix(grid, 0.6, PERIOD, DmiKind.BULK, 1);
    m = new PaddedField(layout);
    m.pack(stripes);
    kernel.fillGhosts(m);
    out = new PaddedField(layout);
    drift = new Drift(layout, Drift.Conduction.ofRatio(film.material().conductivity().ratio()), 1);
    java.util.Arrays.fill(drift.start().x(), DRIFT);
    java.util.Arrays.fill(drift.start().y(), DRIFT / 2);
  }
}
