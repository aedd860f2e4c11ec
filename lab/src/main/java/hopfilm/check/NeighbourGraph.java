package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.grid.Disc;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.transport.Electrode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which electrodes are neighbours: current between contacts with others in between is small, and so
 * are the weights that it writes. Two patches are neighbours when the sphere over their distance,
 * centre to centre, holds no third one (K. R. Gabriel, R. R. Sokal, Syst. Zool. 18, 259 (1969),
 * doi:10.2307/2412323); in a grid these are the next ones along rows and columns. Images across
 * periodic edges do not count.
 *
 * @param electrodes in their order
 * @param edges pairs of patches of different electrodes that are neighbours
 */
record NeighbourGraph(List<Electrode> electrodes, List<Edge> edges) {

  /** Centres this close to the rim of a sphere, of its square, are on it: drawings are rounded. */
  private static final double ON_RIM = 0.02;

  /** Pairs that fit into a line. */
  private static final int MAX_NAMED = 20;

  /**
   * Two patches that are neighbours.
   *
   * @param one number of the electrode of the first
   * @param other of the second
   * @param isOpposite whether their signs differ
   * @param oneIsInverted whether the first is inverted
   */
  record Edge(int one, int other, boolean isOpposite, boolean oneIsInverted) {

    /** Voltage between the two for signs of the electrodes, in units of V0. */
    int drop(int signOfOne, int signOfOther) {
      int first = oneIsInverted ? -signOfOne : signOfOne;
      int second = oneIsInverted != isOpposite ? -signOfOther : signOfOther;
      return first - second;
    }
  }

  private record Place(int electrode, boolean isInverted, double[] at) {}

  /** That of the film of an experiment. */
  static NeighbourGraph of(Experiment e) {
    Grid film = e.film().grid();
    List<Electrode> electrodes = e.electrodes().on(film);
    List<Place> places = new ArrayList<>();
    for (int k = 0; k < electrodes.size(); k++) {
      for (Electrode.Patch p : electrodes.get(k).patches()) {
        double[] at = centre(p.shape(), electrodes.get(k).face(), film);
        places.add(new Place(k, p.isInverted(), at));
      }
    }
    List<Edge> edges = new ArrayList<>();
    for (int a = 0; a < places.size(); a++) {
      for (int b = 0; b < a; b++) {
        Place p = places.get(b);
        Place q = places.get(a);
        if (p.electrode != q.electrode && areNext(b, a, places)) {
          edges.add(new Edge(p.electrode, q.electrode, p.isInverted != q.isInverted, p.isInverted));
        }
      }
    }
    return new NeighbourGraph(electrodes, edges);
  }

  private static boolean areNext(int one, int other, List<Place> places) {
    Place p = places.get(one);
    Place q = places.get(other);
    double[] middle = new double[3];
    for (int c = 0; c < 3; c++) {
      middle[c] = 0.5 * (p.at[c] + q.at[c]);
    }
    double reach = square(p.at, middle) * (1 + ON_RIM);
    for (int k = 0; k < places.size(); k++) {
      if (k != one && k != other && square(places.get(k).at, middle) <= reach) {
        return false;
      }
    }
    return true;
  }

  private static double square(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      sum += (a[c] - b[c]) * (a[c] - b[c]);
    }
    return sum;
  }

  /** Whether two electrodes are neighbours somewhere. */
  boolean meet(int a, int b) {
    return edges.stream()
        .anyMatch(e -> (e.one == a && e.other == b) || (e.one == b && e.other == a));
  }

  /** Whether electrodes are in rows: none of them can be reached from itself by another way. */
  boolean isRow(List<Integer> region) {
    long inside =
        distinct().stream()
            .filter(p -> region.contains(p.get(0)) && region.contains(p.get(1)))
            .count();
    return inside < region.size();
  }

  /** Pairs of electrodes that are neighbours somewhere. */
  int pairs() {
    return distinct().size();
  }

  private List<List<Integer>> distinct() {
    return edges.stream()
        .map(e -> List.of(Math.min(e.one, e.other), Math.max(e.one, e.other)))
        .distinct()
        .sorted(Comparator.comparing((List<Integer> p) -> p.get(0)).thenComparing(p -> p.get(1)))
        .toList();
  }

  /** How many there are, and which, as long as that is a line. */
  String words() {
    List<List<Integer>> pairs = distinct();
    String count = "%d of %d pairs of electrodes".formatted(pairs.size(), all());
    return pairs.size() == all() || pairs.size() > MAX_NAMED
        ? count
        : pairs.stream()
            .map(p -> electrodes.get(p.get(0)).name() + "-" + electrodes.get(p.get(1)).name())
            .collect(Collectors.joining(" ", count + ": ", ""));
  }

  /** All pairs of electrodes. */
  int all() {
    return electrodes.size() * (electrodes.size() - 1) / 2;
  }

  /** Centre of a patch in space, half way up if it goes through the film. */
  private static double[] centre(Shape shape, Face face, Grid film) {
    double[] flat = centre(shape);
    if (face == null) {
      return new double[] {flat[0], flat[1], film.sizeZ() / 2};
    }
    double[] at = new double[3];
    at[face.axis()] = face.isHigh() ? film.size(face.axis()) : 0;
    at[face.first()] = flat[0];
    at[face.second()] = flat[1];
    return at;
  }

  private static double[] centre(Shape shape) {
    if (shape instanceof Disc d) {
      return new double[] {d.cx(), d.cy()};
    } else if (shape instanceof Polygon p) {
      return new double[] {
        Arrays.stream(p.x()).average().orElseThrow(), Arrays.stream(p.y()).average().orElseThrow()
      };
    }
    Rectangle r = shape.box();
    return new double[] {(r.x0() + r.x1()) / 2, (r.y0() + r.y1()) / 2};
  }
}
