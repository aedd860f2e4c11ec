package hopfilm.magnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Films;
import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every energy term, on every kind of grid, edge, material and discretisation. */
@Order(4)
class EnergyTermContractTest {

  private static final double MU0 = 4e-7 * Math.PI;

  record Case(String name, Magnet magnet) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Edges x : Edges.values()) {
      for (Edges y : Edges.values()) {
        for (int nz : new int[] {1, 3}) {
          Grid grid = new Grid(7, 5, nz, 4e-9, 3e-9, 5e-9, new Grid.Boundary(x, y, x));
          for (DmiKind dmi : DmiKind.values()) {
            for (Discretisation d : Discretisation.values()) {
              for (String kind :
                  List.of("uniform", "varying", "masked", "varying masked", "fourth order")) {
                String name = "%s %s nz=%d %s %s %s".formatted(x, y, nz, dmi, d, kind);
                Material material = kind.startsWith("varying") ? varying(grid, dmi) : uniform(dmi);
                material = kind.startsWith("fourth") ? fourth(grid, dmi) : material;
                if (kind.endsWith("masked")) {
                  material = material.within(mask(grid));
                }
                double[] h = {3e4, -2e4, 5e4};
                Magnet magnet = new Magnet(grid, material, d, h);
                if (nz > 1) {
                  magnet = magnet.withLayerExchange(new LayerExchange.Pair(0, 2, -2e-3));
                }
                if (x == Edges.OPEN) {
                  magnet = magnet.withDemag(y == Edges.OPEN ? DemagKind.ON : DemagKind.LOCAL);
                  magnet = magnet.withOersted(Textures.random(grid, 9));
                }
                cases.add(new Case(name, magnet));
              }
            }
          }
        }
      }
    }
    return cases.stream();
  }

  /** A notch, a hole of one cell, and a cell that hangs on by a corner. */
  private static CellMask mask(Grid grid) {
    boolean[] inside = new boolean[grid.nx() * grid.ny()];
    for (int c = 0; c < inside.length; c++) {
      int i = c % grid.nx();
      int j = c / grid.nx();
      inside[c] = !(i == 4 && j == 3) && !(i < 2 && j == 2) && !(i == 6 && j == 1) && i + j != 9;
    }
    return CellMask.of(grid, inside);
  }

  private static Material uniform(DmiKind dmi) {
    return Material.of(Films.MS, Films.A).withKu(4.8e5).withD(Films.D, dmi).withAlpha(0.3).withP(1);
  }

  /** All of that with an anisotropy of fourth order. */
  private static Material fourth(Grid grid, DmiKind dmi) {
    Material a = varying(grid, dmi);
    SplittableRandom random = new SplittableRandom(6);
    return new Material(
        a.Ms(),
        a.A(),
        new Material.Anisotropy(
            a.Ku(),
            a.axis(),
            new FourthOrder(
                Parameter.of(field(grid, random, -2e5)),
                Parameter.of(field(grid, random, 3e5)),
                new FourthOrder.Cubic(
                    new EasyAxis.Uniform(0.6, 0, 0.8), new EasyAxis.Uniform(0.64, 0.6, -0.48)))),
        a.chirality(),
        a.alpha(),
        a.torques());
  }

  /** Every parameter a field, the easy axis along no axis of the grid, and an empty cell. */
  static Material varying(Grid grid, DmiKind dmi) {
    SplittableRandom random = new SplittableRandom(5);
    ScalarField ms = field(grid, random, 7e5);
    ms.values()[grid.index(3, 2, 0)] = 0;
    return new Material(
        Parameter.of(ms),
        Parameter.of(field(grid, random, 1e-11)),
        new Material.Anisotropy(
            Parameter.of(field(grid, random, 4.8e5)), EasyAxis.of(Textures.random(grid, 17))),
        new Material.Chirality(Parameter.of(field(grid, random, -2.8e-3)), dmi),
        Parameter.of(field(grid, random, 0.3)),
        new Material.Torques(1, 0));
  }

  private static ScalarField field(Grid grid, SplittableRandom random, double mean) {
    ScalarField f = new ScalarField(grid);
    for (int i = 0; i < f.values().length; i++) {
      f.values()[i] = mean * (0.7 + 0.6 * random.nextDouble());
    }
    return f;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fieldIsMinusTheGradientOfTheEnergy(Case c) {
    Magnet magnet = c.magnet();
    Grid grid = magnet.grid();
    VectorField m = Textures.random(grid, 3);
    for (EnergyTerm term : magnet.terms()) {
      VectorField h = new VectorField(grid);
      term.addField(m, h);
      double largest = 0;
      double worst = 0;
      for (int cell = 0; cell < grid.cells(); cell++) {
        double ms = magnet.material().Ms().at(cell);
        for (int k = 0; k < 3; k++) {
          double slope = slope(term, m, k, cell);
          double expected = ms == 0 ? 0 : -slope / (MU0 * ms * grid.cellVolume());
          largest = Math.max(largest, Math.abs(expected));
          worst = Math.max(worst, Math.abs(h.component(k)[cell] - expected));
        }
      }
      // rounding of an energy that sums about a hundred cells
      assertThat(worst).as(term.name()).isLessThanOrEqualTo(1e-11 * largest);
    }
  }

  /** Energies are at most of fourth order: five points of any distance are exact. */
  private static double slope(EnergyTerm term, VectorField m, int k, int cell) {
    double near = difference(term, m, k, cell, 0.5);
    return term instanceof FourthOrderAnisotropy
        ? (8 * near - difference(term, m, k, cell, 1)) / 6
        : near;
  }

  private static double difference(EnergyTerm term, VectorField m, int k, int cell, double by) {
    double[] v = m.component(k);
    double kept = v[cell];
    v[cell] = kept + by;
    double up = term.energy(m);
    v[cell] = kept - by;
    double down = term.energy(m);
    v[cell] = kept;
    return up - down;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void quadraticTermsHaveTheEnergyOfTheirField(Case c) {
    Magnet magnet = c.magnet();
    VectorField m = Textures.random(magnet.grid(), 8);
    for (EnergyTerm term : magnet.terms()) {
      if (term instanceof FourthOrderAnisotropy) {
        continue; // of two orders
      }
      VectorField h = new VectorField(magnet.grid());
      term.addField(m, h);
      double sum = 0;
      double scale = 0;
      for (int i = 0; i < magnet.grid().cells(); i++) {
        double mh = m.x()[i] * h.x()[i] + m.y()[i] * h.y()[i] + m.z()[i] * h.z()[i];
        double e = -MU0 * magnet.material().Ms().at(i) * mh * magnet.grid().cellVolume();
        sum += term instanceof Zeeman ? e : 0.5 * e;
        scale += Math.abs(e);
      }
      // Euler's theorem for homogeneous functions; rounding
      assertThat(term.energy(m)).as(term.name()).isCloseTo(sum, within(1e-12 * scale));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void uniformFilmHasNoExchangeFieldAwayFromItsEdges(Case c) {
    Magnet magnet = c.magnet();
    Grid grid = magnet.grid();
    if (!magnet.material().isUniform() || grid.edgesX() == Edges.OPEN) {
      return;
    }
    VectorField h = new VectorField(grid);
    VectorField m = Textures.uniform(grid, 0.3, -0.5, 0.8);
    magnet.terms().get(0).addField(m, h);
    magnet.terms().get(2).addField(m, h);
    for (int i = 0; i < grid.nx(); i++) {
      int cell = grid.index(i, 2, grid.nz() / 2);
      // largest weight 2A/(mu0 Ms dx^2) is about 2.5e6 A/m
      assertThat(h.x()[cell]).isCloseTo(0, within(1e-8));
      assertThat(h.y()[cell]).isCloseTo(0, within(1e-8));
      assertThat(h.z()[cell]).isCloseTo(0, within(1e-8));
    }
  }
}
