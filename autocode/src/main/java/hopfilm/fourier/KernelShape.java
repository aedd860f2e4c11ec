package hopfilm.fourier;

import java.util.List;

/**
 * The matrix by which a kernel turns the three components of a source into those of a field, made
 * of functions of the distance that are each even or odd along each axis.
 */
public enum KernelShape {
  /** A symmetric matrix of xx, yy, zz, xy, xz, yz, as of dipoles. */
  SYMMETRIC(
      List.of(
          new Part(false, false, false),
          new Part(false, false, false),
          new Part(false, false, false),
          new Part(true, true, false),
          new Part(true, false, true),
          new Part(false, true, true)),
      List.of(
          new Entry(0, 0, 0, 1),
          new Entry(0, 1, 3, 1),
          new Entry(0, 2, 4, 1),
          new Entry(1, 0, 3, 1),
          new Entry(1, 1, 1, 1),
          new Entry(1, 2, 5, 1),
          new Entry(2, 0, 4, 1),
          new Entry(2, 1, 5, 1),
          new Entry(2, 2, 2, 1))),

  /**
   * The cross product of the source with a vector along the distance, of components x, y, z, as of
   * currents in the law of Biot and Savart.
   */
  CROSS(
      List.of(
          new Part(true, false, false), new Part(false, true, false), new Part(false, false, true)),
      List.of(
          new Entry(0, 1, 2, 1),
          new Entry(0, 2, 1, -1),
          new Entry(1, 0, 2, -1),
          new Entry(1, 2, 0, 1),
          new Entry(2, 0, 1, 1),
          new Entry(2, 1, 0, -1)));

  /** A function of the distance: odd along an axis, or even. */
  public record Part(boolean oddX, boolean oddY, boolean oddZ) {

    /** True if its transform along x and y is imaginary. */
    public boolean isImaginary() {
      return oddX != oddY;
    }
  }

  /**
   * An element of the matrix.
   *
   * @param to component of the field
   * @param from component of the source
   * @param part number of the function
   * @param sign its sign, 1 or -1
   */
  public record Entry(int to, int from, int part, int sign) {}

  private final List<Part> parts;
  private final List<Entry> entries;

  KernelShape(List<Part> parts, List<Entry> entries) {
    this.parts = parts;
    this.entries = entries;
  }

  /** The functions of the distance. */
  public List<Part> parts() {
    return parts;
  }

  /** The elements that are not zero. */
  public List<Entry> entries() {
    return entries;
  }

  /** Place of each part among those that layers this far apart need, -1 where it vanishes. */
  public int[] places(boolean oneLayer) {
    int[] places = new int[parts.size()];
    int n = 0;
    for (int p = 0; p < places.length; p++) {
      places[p] = oneLayer && parts.get(p).oddZ() ? -1 : n++;
    }
    return places;
  }
}
