package hopfilm.magnet;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;

/** A film with one skyrmion. */
public final class OneSkyrmion {

  private OneSkyrmion() {}

  public static VectorField at(
      Grid grid, double x, double y, double radius, double w, DmiKind dmi, int hand, int polarity) {
    return Textures.skyrmions(
        grid, new double[] {x}, new double[] {y}, radius, w, dmi, hand, polarity);
  }
}
