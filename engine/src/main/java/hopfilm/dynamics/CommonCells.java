package hopfilm.dynamics;

import hopfilm.magnet.DemagKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The material that most cells of a film of one layer have, and the cells that are not as if the
 * whole film were made of it: those of another material, those beside such a cell where a bond
 * differs, frozen and empty ones.
 *
 * @param film the whole grid of the common material, without dipolar field
 * @param others one flag a cell
 */
record CommonCells(Magnet film, boolean[] others) {

  /**
   * The largest share of other cells, empty and frozen ones not counted: an estimate, as vectors
   * run over all cells first, and each other cell is then computed again by the general kernel.
   */
  private static final double MOST = 0.6;

  /** Null where there is nothing to gain, for several layers and bonds to second neighbours. */
  static CommonCells of(Magnet magnet) {
    if (magnet.grid().nz() > 1 || magnet.bonds().reach() > 1) {
      return null;
    }
    int reference = mostFrequent(magnet);
    if (reference < 0) {
      return null;
    }
    Magnet film = filmOf(magnet, reference);
    List<Double> common = material(film.material(), 0);
    boolean[] others = new boolean[magnet.grid().cells()];
    int filled = 0;
    int odd = 0;
    for (int cell = 0; cell < others.length; cell++) {
      others[cell] = !isLike(magnet, film, common, cell);
      if (magnet.material().Ms().at(cell) != 0) {
        filled++;
        odd += others[cell] && !magnet.isFrozen(cell) ? 1 : 0;
      }
    }
    return odd > MOST * filled ? null : new CommonCells(film, others);
  }

  private static List<Double> material(Material a, int cell) {
    return List.of(
        a.Ms().at(cell),
        a.A().at(cell),
        a.Ku().at(cell),
        a.D().at(cell),
        a.alpha().at(cell),
        a.axis().at(0, cell),
        a.axis().at(1, cell),
        a.axis().at(2, cell));
  }

  /** A cell of the most frequent material; the first of them. -1 if all cells are empty. */
  private static int mostFrequent(Magnet magnet) {
    Map<List<Double>, int[]> found = new HashMap<>();
    int[] best = {-1, 0};
    for (int cell = 0; cell < magnet.grid().cells(); cell++) {
      if (magnet.material().Ms().at(cell) == 0) {
        continue;
      }
      int first = cell;
      int[] count =
          found.computeIfAbsent(material(magnet.material(), cell), key -> new int[] {first, 0});
      count[1]++;
      if (count[1] > best[1]) {
        best = count;
      }
    }
    return best[0];
  }

  private static Magnet filmOf(Magnet magnet, int cell) {
    Material a = magnet.material();
    Material common =
        new Material(
            Parameter.of(a.Ms().at(cell)),
            Parameter.of(a.A().at(cell)),
            new Material.Anisotropy(
                Parameter.of(a.Ku().at(cell)),
                EasyAxis.of(a.axis().at(0, cell), a.axis().at(1, cell), a.axis().at(2, cell))),
            new Material.Chirality(Parameter.of(a.D().at(cell)), a.dmi()),
            Parameter.of(a.alpha().at(cell)),
            new Material.Torques(a.P(), a.xi(), a.spinOrbit()));
    DemagKind local = magnet.demag() == DemagKind.LOCAL ? DemagKind.LOCAL : DemagKind.OFF;
    return new Magnet(magnet.grid(), common, magnet.discretisation(), magnet.externalField())
        .withDemag(local);
  }

  /** True if a cell moves as it would in the uniform film. */
  private static boolean isLike(Magnet magnet, Magnet film, List<Double> common, int cell) {
    if (magnet.isFrozen(cell) || !material(magnet.material(), cell).equals(common)) {
      return false;
    }
    for (int k = 0; k < 2; k++) {
      for (int side = -1; side <= 1; side += 2) {
        int next = magnet.bonds().neighbour(cell, k, side);
        if (next != film.bonds().neighbour(cell, k, side)) {
          return false;
        }
        if (next >= 0 && !hasSameBond(magnet, film, k, side < 0 ? next : cell)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean hasSameBond(Magnet magnet, Magnet film, int k, int low) {
    for (int c = 0; c < 3; c++) {
      if (magnet.bonds().weight(k, low, 1, c) != film.bonds().weight(k, low, 1, c)) {
        return false;
      }
    }
    return magnet.bonds().chiral(k, low, 1) == film.bonds().chiral(k, low, 1);
  }
}
