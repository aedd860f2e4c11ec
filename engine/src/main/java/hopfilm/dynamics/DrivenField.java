package hopfilm.dynamics;

import hopfilm.grid.VectorField;
import hopfilm.magnet.Magnet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An external field: uniform with components f_k(t) h_k, or f(t) times a field of cells.
 *
 * @param h three components, 0 beside a field of cells [A/m]
 * @param courses the factor f_k of each in time
 * @param cells empty for a uniform field
 */
public record DrivenField(double[] h, List<Envelope> courses, Optional<Cells> cells) {
  /**
   * @throws IllegalArgumentException if there are not three of each
   */
  public DrivenField {
    h = h.clone();
    courses = List.copyOf(courses);
    if (h.length != 3 || courses.size() != 3) {
      throw new IllegalArgumentException(
          "a field has 3 components and courses, not %d and %d"
              .formatted(h.length, courses.size()));
    }
  }

  /** A copy of the components [A/m]. */
  @Override
  public double[] h() {
    return h.clone();
  }

  /** The field at a time [A/m]. */
  double[] at(double t) {
    double[] now = h.clone();
    for (int k = 0; k < now.length; k++) {
      now[k] *= courses.get(k).at(t);
    }
    return now;
  }

  /** Each component at its largest [A/m]. */
  double[] largest() {
    double[] all = h.clone();
    for (int k = 0; k < all.length; k++) {
      all[k] *= courses.get(k).amplitude();
    }
    return all;
  }

  /** The courses of the components that are not 0 and of the cells, each once. */
  List<Envelope> active() {
    Stream<Envelope> uniform =
        IntStream.range(0, h.length).filter(k -> h[k] != 0).mapToObj(courses::get);
    return Stream.concat(uniform, cells.stream().map(Cells::course)).distinct().toList();
  }

  /** A magnet in this field at a time besides its own. */
  Magnet on(Magnet magnet, double t) {
    return on(magnet, at(t), cells.map(c -> c.course.at(t)));
  }

  /** A magnet in this field at its largest besides its own. */
  Magnet strongestOn(Magnet magnet) {
    return on(magnet, largest(), cells.map(c -> c.course.amplitude()));
  }

  private Magnet on(Magnet magnet, double[] uniform, Optional<Double> factor) {
    double[] sum = magnet.externalField();
    for (int k = 0; k < sum.length; k++) {
      sum[k] += uniform[k];
    }
    Magnet now = magnet.withField(sum);
    return cells.map(c -> now.withField(c.on(magnet, factor.orElseThrow()))).orElse(now);
  }

  /**
   * An external field f(t) h that varies in space.
   *
   * @param h the field in each cell [A/m]; not to be changed from now on
   * @param course f
   */
  public record Cells(VectorField h, Envelope course) {

    /** The sum of f times this field and that of a magnet. */
    private VectorField on(Magnet magnet, double f) {
      VectorField sum = magnet.fieldOfCells().orElseGet(() -> new VectorField(magnet.grid()));
      sum.add(f, h);
      return sum;
    }
  }

  /** A field of cells with f of the prepared stage of a step. */
  static final class Moment {

    private final Cells source;
    private double factor;

    Moment(Cells source) {
      this.source = source;
      this.factor = source.course().amplitude();
    }

    /** True if f is the same at all times. */
    boolean isConstant() {
      return source.course().equals(Envelope.constant());
    }

    /** Sets the moment [s]. */
    void at(double t) {
      factor = source.course().at(t);
    }

    double factor() {
      return factor;
    }

    /** h [A/m]. */
    VectorField field() {
      return source.h();
    }
  }
}
