package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.SkyrmionProfile;
import hopfilm.magnet.Textures;
import hopfilm.magnet.WallProfile;
import java.util.List;

/** Makes the texture that a film starts with, on all cells of its grid. */
final class StartTextures {

  private StartTextures() {}

  static VectorField of(Experiment experiment, long seed) {
    Grid grid = experiment.film().grid();
    MaterialSpec a = experiment.material();
    int hand = a.D() < 0 ? -1 : 1;
    InitialSpec.Texture texture = experiment.initial().texture();
    if (texture instanceof InitialSpec.Maze || texture instanceof InitialSpec.Random) {
      return Textures.random(grid, seed);
    } else if (texture instanceof InitialSpec.Uniform u) {
      return Textures.uniform(
          grid, u.direction().get(0), u.direction().get(1), u.direction().get(2));
    } else if (texture instanceof InitialSpec.Helix h) {
      double natural = a.D() == 0 ? grid.sizeX() : 4 * Math.PI * a.A() / Math.abs(a.D());
      return Textures.helix(grid, h.angle(), h.period().orElse(natural), a.dmi(), hand);
    } else if (texture instanceof InitialSpec.Skyrmions k) {
      return skyrmions(experiment, k, hand);
    }
    InitialSpec.Wall w = (InitialSpec.Wall) texture;
    List<Double> at = w.centre().orElseGet(() -> middle(grid));
    double along = at.get(0) * Math.cos(w.angle()) + at.get(1) * Math.sin(w.angle());
    double width = w.width().orElse(WallProfile.suggestedWidth(a.seen(experiment.film().demag())));
    return Textures.wall(grid, along, w.angle(), width, a.dmi(), hand);
  }

  private static SkyrmionProfile usual(Experiment e) {
    return SkyrmionProfile.suggested(e.material().seen(e.film().demag()));
  }

  private static VectorField skyrmions(Experiment e, InitialSpec.Skyrmions k, int hand) {
    Grid grid = e.film().grid();
    List<List<Double>> centres = k.centres().orElseGet(() -> List.of(middle(grid)));
    return Textures.skyrmions(
        grid,
        centres.stream().mapToDouble(c -> c.get(0)).toArray(),
        centres.stream().mapToDouble(c -> c.get(1)).toArray(),
        k.radius().orElseGet(() -> usual(e).radius()),
        k.width().orElseGet(() -> usual(e).wallParameter()),
        e.material().dmi(),
        hand,
        k.coreUp() ? 1 : -1);
  }

  private static List<Double> middle(Grid grid) {
    return List.of(grid.sizeX() / 2, grid.sizeY() / 2);
  }
}
