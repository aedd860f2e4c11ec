package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import java.util.ArrayList;
import java.util.List;

/**
 * A path of minimal energy between two textures by the string method: images at equal distances,
 * each of which falls across the path,
 *
 * <pre>
 *   f_p = f(m_p) - (f(m_p).t) t,   t = (m_(p+1) - m_(p-1)) / |m_(p+1) - m_(p-1)|
 * </pre>
 *
 * with f of {@link MagnetForce}. W. E, W. Ren, E. Vanden-Eijnden, J. Chem. Phys. 126, 164103
 * (2007), doi:10.1063/1.2720838. All images fall together ({@link Fall}).
 */
final class EnergyPath {

  /** Steps between two times at which images are put at equal distances. */
  private static final int STRING_STEPS = 10;

  private final MagnetForce force;
  private final List<VectorField> images;
  private final double[] energies;

  private EnergyPath(MagnetForce force, List<VectorField> images) {
    this.force = force;
    this.images = images;
    this.energies = images.stream().mapToDouble(force::energy).toArray();
  }

  /**
   * A path through given textures.
   *
   * @param through from the first to the last, two or more
   * @param size number of images
   */
  static EnergyPath through(MagnetForce force, List<VectorField> through, int size) {
    return new EnergyPath(force, spread(through, size));
  }

  /** Textures at equal distances on a polygon of great circles. */
  private static List<VectorField> spread(List<VectorField> corners, int size) {
    double[] length = new double[corners.size()];
    for (int k = 1; k < length.length; k++) {
      length[k] = length[k - 1] + Sphere.distance(corners.get(k - 1), corners.get(k));
    }
    double whole = length[length.length - 1];
    List<VectorField> all = new ArrayList<>();
    all.add(corners.get(0).copy());
    int k = 0;
    for (int p = 1; p < size - 1; p++) {
      double at = whole * p / (size - 1);
      while (k < length.length - 2 && length[k + 1] < at) {
        k++;
      }
      double share = (at - length[k]) / (length[k + 1] - length[k]);
      all.add(Sphere.between(corners.get(k), corners.get(k + 1), share));
    }
    all.add(corners.get(corners.size() - 1).copy());
    return all;
  }

  int size() {
    return images.size();
  }

  VectorField image(int p) {
    return images.get(p);
  }

  List<VectorField> images(int from, int to) {
    return List.copyOf(images.subList(from, to));
  }

  /** Energy of an image [J]. */
  double energy(int p) {
    return energies[p];
  }

  /** The image of highest energy. */
  int top() {
    int top = 0;
    for (int p = 1; p < energies.length; p++) {
      top = energies[p] > energies[top] ? p : top;
    }
    return top;
  }

  /**
   * Lets the images fall across the path, the first and the last too: a rest state stays, any other
   * end comes to the valley in which the path is.
   *
   * @param tolerance largest force on a cell to end with
   * @param steps at most
   * @return whether the tolerance was reached
   */
  boolean fall(double tolerance, int steps) {
    Fall fall = new Fall(force, images);
    boolean isDone = false;
    for (int n = 0; n < steps && !isDone; n++) {
      for (int p = 0; p < size(); p++) {
        VectorField behind = images.get(Math.max(p - 1, 0));
        fall.force(p, behind, images.get(Math.min(p + 1, size() - 1)), 1);
      }
      isDone = fall.step() < tolerance;
      if (!isDone && n % STRING_STEPS == STRING_STEPS - 1) {
        List<VectorField> even = spread(images, size());
        for (int p = 1; p < size() - 1; p++) {
          images.get(p).set(even.get(p));
        }
      }
    }
    for (int p = 0; p < size(); p++) {
      energies[p] = force.energy(images.get(p));
    }
    return isDone;
  }

  /**
   * Lets the highest image climb along the path and fall across it, to the saddle. G. Henkelman, B.
   * P. Uberuaga, H. Jonsson, J. Chem. Phys. 113, 9901 (2000), doi:10.1063/1.1329672.
   *
   * @param most change of its energy [J]; a climb that leads further away is undone
   * @return whether the tolerance was reached
   */
  boolean climb(double tolerance, int steps, double most) {
    int top = top();
    if (top == 0 || top == size() - 1) {
      return false;
    }
    VectorField before = images.get(top).copy();
    double energy = energies[top];
    Fall fall = new Fall(force, images.subList(top, top + 1));
    boolean isDone = false;
    for (int n = 0; n < steps && !isDone; n++) {
      fall.force(0, images.get(top - 1), images.get(top + 1), 2);
      isDone = fall.step() < tolerance;
    }
    energies[top] = force.energy(images.get(top));
    if (!isDone || Math.abs(energies[top] - energy) > most) {
      images.get(top).set(before);
      energies[top] = energy;
      return false;
    }
    return true;
  }
}
