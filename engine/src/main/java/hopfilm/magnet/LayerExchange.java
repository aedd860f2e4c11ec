package hopfilm.magnet;

import static hopfilm.units.Constants.MU0;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bilinear exchange between layers of cells across a spacer, as of Ruderman, Kittel, Kasuya and
 * Yosida (RKKY). Cells a and b that lie above each other have
 *
 * <pre>
 *   E = -J m_a.m_b dx dy,   H_a = J/(mu0 Ms_a dz) m_b
 * </pre>
 *
 * <p>J &gt; 0 [J/m^2] prefers parallel layers. The layers between them are empty or have film of
 * their own; a cell without film is coupled to none.
 *
 * <p>M. D. Stiles, J. Magn. Magn. Mater. 200, 322 (1999), doi:10.1016/S0304-8853(99)00334-0. As
 * OOMMF's {@code Oxs_TwoSurfaceExchange} with sigma = J and no biquadratic part, up to a constant.
 */
public final class LayerExchange implements EnergyTerm {

  /**
   * Two layers.
   *
   * @param low number of one from below, from 0
   * @param high number of the other, above it
   * @param J strength [J/m^2], signed
   */
  public record Pair(int low, int high, double J) {}

  private final Grid grid;
  private final Material material;
  private final List<Pair> pairs;

  /**
   * @throws IllegalArgumentException if a pair is not of two layers of the grid or J not finite
   */
  LayerExchange(Grid grid, Material material, List<Pair> pairs) {
    for (Pair p : pairs) {
      if (p.low < 0 || p.high <= p.low || p.high >= grid.nz() || !Double.isFinite(p.J)) {
        throw new IllegalArgumentException(
            "exchange of %g J/m^2 between layers %d and %d of %d"
                .formatted(p.J, p.low, p.high, grid.nz()));
      }
    }
    this.grid = grid;
    this.material = material;
    this.pairs = List.copyOf(pairs);
  }

  /** The same layers of another material. */
  LayerExchange of(Material other) {
    return new LayerExchange(grid, other, pairs);
  }

  /** A further pair. */
  LayerExchange and(Pair pair) {
    return new LayerExchange(
        grid, material, Stream.concat(pairs.stream(), Stream.of(pair)).toList());
  }

  public List<Pair> pairs() {
    return pairs;
  }

  @Override
  public String name() {
    return "interlayer";
  }

  @Override
  public double energy(VectorField m) {
    double sum = 0;
    for (Pair p : pairs) {
      int first = grid.index(0, 0, p.low);
      int step = grid.index(0, 0, p.high) - first;
      for (int a = first; a < first + grid.nx() * grid.ny(); a++) {
        int b = a + step;
        if (hasFilm(a) && hasFilm(b)) {
          sum -= p.J * (m.x()[a] * m.x()[b] + m.y()[a] * m.y()[b] + m.z()[a] * m.z()[b]);
        }
      }
    }
    return sum * grid.dx() * grid.dy();
  }

  @Override
  public void addField(VectorField m, VectorField h) {
    for (Pair p : pairs) {
      int first = grid.index(0, 0, p.low);
      int step = grid.index(0, 0, p.high) - first;
      for (int a = first; a < first + grid.nx() * grid.ny(); a++) {
        if (hasFilm(a) && hasFilm(a + step)) {
          add(p.J, m, a + step, h, a);
          add(p.J, m, a, h, a + step);
        }
      }
    }
  }

  private void add(double J, VectorField m, int from, VectorField h, int to) {
    double s = J * strength(to);
    for (int c = 0; c < 3; c++) {
      h.component(c)[to] += s * m.component(c)[from];
    }
  }

  private boolean hasFilm(int cell) {
    return material.Ms().at(cell) != 0;
  }

  /** 1/(mu0 Ms dz) of a cell, 0 in an empty one [m^2/(A J) m^2]. */
  public double strength(int cell) {
    return hasFilm(cell) ? 1 / (MU0 * material.Ms().at(cell) * grid.dz()) : 0;
  }

  /** Bound of the field that a change of m by a vector of length one in every cell adds [A/m]. */
  double fieldBound() {
    double largest = 0;
    for (int cell = 0; cell < (material.Ms().isUniform() ? 1 : grid.cells()); cell++) {
      largest = Math.max(largest, strength(cell));
    }
    // layers that turn against each other
    return 2 * largest * pairs.stream().mapToDouble(p -> Math.abs(p.J)).sum();
  }
}
