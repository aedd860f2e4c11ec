package hopfilm.validation;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.LayerExchange;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** Two layers that a spacer couples against each other, in a field. */
final class CoupledLayers extends Problem {

  private static final double MS = 1.4e6;
  private static final double J = -1e-3;
  private static final double DZ = 1e-9;
  private static final double SATURATION = 2 * Math.abs(J) / (MU0 * MS * DZ);
  private static final double[] SHARES = {0.1, 0.3, 0.5, 0.7, 0.9, 1.1};

  CoupledLayers() {
    super(
        "coupled-layers",
        "Saturation of two layers coupled across a spacer",
        "Antiparallel layers of thickness t turn towards a field, m·h = H/Hs, up to the saturation"
            + " field Hs = 2|J|/(μ0 Ms t).");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    String source = "minimum of |J| cos 2 theta - 2 mu0 Ms H t cos theta";
    double[] found = new double[SHARES.length];
    for (int k = 0; k < SHARES.length; k++) {
      found[k] = relaxed(SHARES[k] * SATURATION).mean(0); // of the cells with film
      f.check("m along a field of %.1f Hs".formatted(SHARES[k]), found[k])
          .is(Math.min(1, SHARES[k]), source)
          .within(1e-6, "torque at which the descent ends");
    }
    f.chart("Two coupled layers", "J = -1 mJ/m^2", "field (Hs)", "m along the field")
        .line("H/Hs", new double[] {0, 1, 1.2}, new double[] {0, 1, 1})
        .points("Hopfilm", SHARES, found);
  }

  private static VectorField relaxed(double field) {
    Grid grid = new Grid(4, 4, 3, 2e-9, 2e-9, DZ);
    ScalarField ms = new ScalarField(grid);
    VectorField m = new VectorField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      int layer = c / 16;
      ms.values()[c] = layer == 1 ? 0 : MS;
      m.x()[c] = layer == 1 ? 0 : 0.6;
      m.y()[c] = 0.8 * (1 - layer);
    }
    Material a =
        new Material(
            Parameter.of(ms),
            Parameter.of(1e-11),
            new Material.Anisotropy(Parameter.of(0), EasyAxis.Z),
            new Material.Chirality(Parameter.of(0), DmiKind.BULK),
            Parameter.of(0.1),
            new Material.Torques(0, 0));
    Magnet magnet =
        new Magnet(grid, a, Discretisation.STANDARD, new double[] {field, 0, 0})
            .withLayerExchange(new LayerExchange.Pair(0, 2, J));
    return ReferenceFilms.relaxed(magnet, m, 1e-7);
  }
}
