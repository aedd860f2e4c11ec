package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.lifetime.EscapeRate;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The lowest energy barrier between two neighbouring rest states of a magnet without current and
 * noise.
 *
 * <p>A string ({@link EnergyPath}) is laid between the states. At its first minimum it is split.
 * Its part around the top is filled with new images until two such zooms agree, the top climbs to
 * the saddle, and the film falls from there to both sides. A barrier is found only if it ends in
 * the two states; else the search tells why not.
 */
public final class BarrierSearch {

  /** Images of the whole string and of a zoom. */
  public static final int IMAGES = 14;

  private static final int ZOOM = 11;
  private static final int ZOOMS = 5;
  private static final int TRIES = 3 * ZOOMS;
  private static final int NARROWER = 8;
  private static final int SPLITS = 8;

  /** Force on a cell with which strings, the saddle and rest states end; by Ms. */
  private static final double STRING = 3e-4;

  private static final double SADDLE = 1e-5;
  private static final double REST = 1e-6;

  private static final int STRING_STEPS = 700;
  private static final int ZOOM_STEPS = 300;
  private static final int SADDLE_STEPS = 4000;
  private static final long REST_FIELDS = 60_000;

  /** The ends of a zoom lie at most so far below its top, by the height of that. */
  private static final double DEPTH = 0.5;

  /** Share of the barrier by which a climb may change the top. */
  private static final double CLIMB = 0.25;

  /** Two zooms agree within this share of the barrier. */
  private static final double AGREES = 0.01;

  /** A dip by this share of the height so far is a minimum of its own. */
  private static final double DIP = 1e-3;

  /** Rest states within this angle are one [degrees]. */
  public static final double SAME_ANGLE = 1;

  /** Share of the energy barrier within which rest states are one. */
  private static final double SAME_ENERGY = 1e-3;

  private static final int SLOW_STEPS = 300;

  /**
   * A point of the path.
   *
   * @param distance along the path from the first state [rad]
   * @param energy above that of the first state [J]
   */
  public record Point(VectorField m, double distance, double energy) {}

  /**
   * What came out.
   *
   * @param isFound whether both sides of the saddle are proven, and that it is no hilltop where the
   *     film has second derivatives for that ({@link EscapeRate#obstacle})
   * @param why it was not found; null if it was
   * @param angle between the two states, root mean square over the cells [degrees]
   * @param barrier of the highest point above the first state [J]
   * @param back the same above the second state [J]
   * @param saddle the highest point
   * @param path from the first state to the second, or to the first minimum between them
   * @param between the first minimum between the states; null without
   */
  public record Outcome(
      boolean isFound,
      String why,
      double angle,
      double barrier,
      double back,
      VectorField saddle,
      List<Point> path,
      VectorField between) {}

  private final Magnet magnet;
  private final MagnetForce force;
  private final StaticDescent descent;
  private VectorField a;
  private VectorField b;
  private VectorField between;
  private double zero; // energy of the first state [J]

  public BarrierSearch(Magnet magnet, KernelChoice choice, Parallel parallel) {
    this.magnet = magnet;
    this.force = new MagnetForce(magnet, choice, parallel);
    this.descent = new StaticDescent(magnet, choice, parallel);
  }

  /** Brings a texture to rest, and returns it. */
  public VectorField rest(VectorField m) {
    VectorField end = m.copy();
    descent.smooth(end, SLOW_STEPS); // long steps at once may jump over a ridge
    descent.relax(end, REST, REST_FIELDS);
    return end;
  }

  /** Root mean square angle between two textures over the cells with film [degrees]. */
  public double angle(VectorField one, VectorField other) {
    long film = 0;
    for (int c = 0; c < one.x().length; c++) {
      film += one.isZero(c) ? 0 : 1;
    }
    return Math.toDegrees(Sphere.distance(one, other) / Math.sqrt(Math.max(1, film)));
  }

  /**
   * Finds the barrier.
   *
   * @param first from one rest state to the other, with textures on the way where these are known
   * @param images of the string
   * @throws IllegalArgumentException with fewer than two textures, on another grid, or without a
   *     way between them
   */
  public Outcome find(List<VectorField> first, int images) {
    if (first.size() < 2 || !first.stream().allMatch(m -> m.grid().equals(magnet.grid()))) {
      throw new IllegalArgumentException(
          "a path has two or more textures on the grid of the magnet");
    }
    a = first.get(0);
    b = first.get(first.size() - 1);
    between = null;
    zero = force.energy(a);
    if (Sphere.distance(a, b) == 0) {
      throw new IllegalArgumentException("a path has two different ends");
    }
    EnergyPath path = split(first, images);
    List<VectorField> whole = new ArrayList<>(path.images(0, path.size()));
    int top = path.top();
    if (top == 0 || top == path.size() - 1) {
      return outcome("no barrier: the energy has no maximum between the states", whole, top);
    }
    EnergyPath near = path;
    Double height = null; // of the last saddle
    boolean agree = false;
    for (int n = 0; n < TRIES && !agree; n++) {
      // another number of images begins another way to the top
      int size = ZOOM + 2 * (n / ZOOMS);
      near = around(n % ZOOMS == 0 ? path : near, size);
      near.fall(STRING, ZOOM_STEPS);
      if (near.climb(SADDLE, SADDLE_STEPS, CLIMB * (near.energy(near.top()) - zero))) {
        double now = near.energy(near.top()) - zero;
        agree = height != null && Math.abs(now - height) < AGREES * Math.abs(now);
        height = now;
      }
    }
    int t = near.top();
    List<VectorField> joined = side(whole.subList(0, top), near.images(0, t), near.image(t));
    int at = joined.size();
    joined.add(near.image(t));
    List<VectorField> back = reversed(whole.subList(top + 1, whole.size()));
    List<VectorField> zoom = reversed(near.images(t + 1, near.size()));
    joined.addAll(reversed(side(back, zoom, near.image(t))));
    String why = null;
    if (between != null) {
      why = "there is a minimum between the states; the path leads to it";
    } else if (height == null) {
      why = "the top of the path leads to no saddle";
    } else if (!agree) {
      why = "two zooms at the top differ by more than 1 % of the barrier";
    } else if (t == 0 || t == near.size() - 1) {
      why = "the top has no neighbours on both sides";
    } else {
      why = sides(near, t);
      why = why == null ? hilltop(near.image(t)) : why;
    }
    return outcome(why, joined, at);
  }

  /**
   * One side of the saddle. Images of the string end where those of the zoom begin; none is further
   * from the saddle than the state.
   *
   * @param images from the state on that side on
   * @param zoom those of the zoom, which end next to the saddle
   */
  private static List<VectorField> side(
      List<VectorField> images, List<VectorField> zoom, VectorField saddle) {
    double furthest = Sphere.distance(images.get(0), saddle);
    List<VectorField> inside =
        zoom.stream().filter(m -> Sphere.distance(m, saddle) < furthest).toList();
    double zoomed = inside.isEmpty() ? 0 : Sphere.distance(inside.get(0), saddle);
    List<VectorField> all = new ArrayList<>(images.subList(0, 1));
    for (VectorField m : images.subList(1, images.size())) {
      double distance = Sphere.distance(m, saddle);
      if (distance > zoomed && distance < furthest) {
        all.add(m);
      }
    }
    all.addAll(inside);
    return all;
  }

  private static List<VectorField> reversed(List<VectorField> images) {
    List<VectorField> all = new ArrayList<>(images);
    Collections.reverse(all);
    return all;
  }

  /** New images around the top, between two that are not far below it: others would slide away. */
  private EnergyPath around(EnergyPath path, int size) {
    EnergyPath near = path;
    for (int n = 0; n < NARROWER; n++) {
      int t = near.top();
      List<VectorField> part = near.images(Math.max(0, t - 2), Math.min(near.size(), t + 3));
      near = EnergyPath.through(force, part, size);
      double top = near.energy(near.top());
      double lower = Math.min(near.energy(0), near.energy(size - 1));
      if (top - lower <= DEPTH * (top - zero)) {
        break;
      }
    }
    return near;
  }

  /** The string, of which the part up to the first minimum is kept. */
  private EnergyPath split(List<VectorField> first, int images) {
    EnergyPath path = EnergyPath.through(force, first, images);
    path.fall(STRING, STRING_STEPS);
    for (int n = 0; n < SPLITS; n++) {
      int low = firstMinimum(path);
      if (low < 0) {
        return path;
      }
      VectorField rest = rest(path.image(low));
      List<VectorField> part;
      if (angle(rest, a) < SAME_ANGLE) {
        part = new ArrayList<>(path.images(low, path.size()));
        part.set(0, a);
      } else {
        part = new ArrayList<>(path.images(0, low + 1));
        boolean isEnd = angle(rest, b) < SAME_ANGLE;
        part.set(low, isEnd ? b : rest);
        between = isEnd ? between : rest;
      }
      path = EnergyPath.through(force, part, images);
      path.fall(STRING, STRING_STEPS);
    }
    return path;
  }

  /** The first image in a dip behind a top; -1 without. */
  private static int firstMinimum(EnergyPath path) {
    double top = path.energy(0);
    double highest = path.energy(path.top()) - path.energy(0);
    for (int p = 1; p < path.size() - 1; p++) {
      double e = path.energy(p);
      top = Math.max(top, e);
      if (e < path.energy(p - 1) && e < path.energy(p + 1) && top - e > DIP * highest) {
        return p;
      }
    }
    return -1;
  }

  /** Falls from the saddle to both sides; null if it ends in the two states. */
  private String sides(EnergyPath near, int top) {
    VectorField left = fall(near.image(top), near.image(top - 1));
    VectorField right = fall(near.image(top), near.image(top + 1));
    if (isSame(left, a, near.energy(top)) && isSame(right, b, near.energy(top))) {
      return null;
    }
    return "the film falls from the top to states %.1f degrees from A and %.1f degrees from B"
        .formatted(angle(left, a), angle(right, b));
  }

  /** Why a top is no saddle; null if it is one, or if size or stray field of the film hide that. */
  private String hilltop(VectorField top) {
    int falls =
        EscapeRate.obstacle(magnet).isPresent() ? 1 : EscapeRate.fallingDirections(magnet, top);
    return falls < 2
        ? null
        : "the energy falls from the top in %d directions, from a saddle in one: there is a lower way; give a state on it"
            .formatted(falls);
  }

  private boolean isSame(VectorField rest, VectorField state, double top) {
    double e = force.energy(state);
    return angle(rest, state) < SAME_ANGLE
        && Math.abs(force.energy(rest) - e) < SAME_ENERGY * Math.abs(top - e);
  }

  /** The rest state on one side of a top. */
  private VectorField fall(VectorField top, VectorField beside) {
    return rest(Sphere.between(top, beside, 0.5));
  }

  private Outcome outcome(String why, List<VectorField> path, int top) {
    List<Point> points = new ArrayList<>();
    double distance = 0;
    for (int p = 0; p < path.size(); p++) {
      distance += p == 0 ? 0 : Sphere.distance(path.get(p - 1), path.get(p));
      points.add(new Point(path.get(p), distance, force.energy(path.get(p)) - zero));
    }
    double barrier = points.get(top).energy();
    return new Outcome(
        why == null,
        why,
        angle(a, b),
        barrier,
        barrier - points.get(points.size() - 1).energy(),
        path.get(top),
        List.copyOf(points),
        between);
  }
}
