package hopfilm.dynamics;

import hopfilm.kernel.FilmKind;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import java.util.function.IntToDoubleFunction;

/**
 * The common material of the cells of a magnet, and the kind of its variation, which selects the
 * loops.
 *
 * @param film the whole grid of the material of the first cell that is not empty, without the
 *     dipolar field of other cells
 * @param kind what varies
 */
record CommonMaterial(Magnet film, FilmKind kind) {

  static CommonMaterial of(Magnet magnet) {
    Material a = magnet.material();
    int cells = a.isUniform() ? 1 : magnet.grid().cells();
    int first = 0;
    while (first < cells - 1 && a.Ms().at(first) == 0) {
      first++;
    }
    return new CommonMaterial(filmOf(magnet, first), kind(magnet, cells, first));
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
            a.torques());
    DemagKind local = magnet.demag() == DemagKind.LOCAL ? DemagKind.LOCAL : DemagKind.OFF;
    return new Magnet(magnet.grid(), common, magnet.discretisation(), magnet.externalField())
        .withDemag(local);
  }

  private static FilmKind kind(Magnet magnet, int cells, int first) {
    Material a = magnet.material();
    boolean hasHoles = false;
    boolean isAligned = true;
    boolean isTurned = false;
    boolean[] varies = new boolean[5];
    // a parameter that is missing here or in Material.isUniform counts as uniform
    IntToDoubleFunction[] values = {a.A()::at, a.D()::at, a.Ms()::at, a.alpha()::at, a.Ku()::at};
    for (int cell = 0; cell < cells; cell++) {
      if (a.Ms().at(cell) == 0) {
        hasHoles = true;
        continue;
      }
      for (int p = 0; p < values.length; p++) {
        varies[p] |= values[p].applyAsDouble(cell) != values[p].applyAsDouble(first);
      }
      int along = 0;
      for (int c = 0; c < 3; c++) {
        along += a.axis().at(c, cell) != 0 ? 1 : 0;
        isTurned |= a.axis().at(c, cell) != a.axis().at(c, first);
      }
      isAligned &= along == 1 || a.Ku().at(cell) == 0;
    }
    boolean isWide = magnet.bonds().reach() > 1;
    // beside a hole the bonds to second neighbours change those to first ones
    if (varies[0] || varies[1] || (isWide && (hasHoles || varies[2] || varies[3]))) {
      return a.dmi() == DmiKind.BULK ? FilmKind.BULK_BONDS : FilmKind.INTERFACIAL_BONDS;
    }
    if (varies[2] || varies[3]) {
      return FilmKind.MATERIAL;
    }
    if (isAligned && !isTurned && !varies[4]) {
      return FilmKind.PLAIN;
    }
    return isAligned && !isWide ? FilmKind.DIAGONAL : FilmKind.TENSOR;
  }
}
