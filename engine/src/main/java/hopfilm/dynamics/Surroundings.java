package hopfilm.dynamics;

import static java.util.Collections.nCopies;

import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.kernel.Drift;
import hopfilm.kernel.PaddedLayout;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.OerstedField;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.magnet.ThermalField;
import hopfilm.transport.GivenValues;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All that acts on a film, as one value; {@link TimeEvolution#under} puts the film there. The order
 * in which its parts were chosen has no meaning.
 *
 * @param magnet energies and damping, in an external field that always acts
 * @param field an external field besides that of the magnet
 * @param drive of the current
 * @param noise the thermal field; none at 0 K
 * @param heat how the current heats the film
 * @param oersted makes the Oersted field of the current; it is computed when the potential is
 *     solved, and extrapolated linearly in time until the next solution
 */
public record Surroundings(
    Magnet magnet,
    Optional<DrivenField> field,
    Drive drive,
    ThermalField noise,
    Optional<Heat> heat,
    Optional<OerstedField> oersted) {

  private static final Drive NO_CURRENT = new NoCurrent();

  /** What drives the current. */
  public sealed interface Drive permits NoCurrent, Current, Signals, GivenDrift, Through {}

  /** The contacts are switched off. */
  public record NoCurrent() implements Drive {}

  /**
   * Sources at the contacts, f(t) times the values. A new object starts a new solution of the
   * potential, even with the same values; while f is 0 the film moves as without current.
   */
  public static final class Current implements Drive {
    private final GivenValues values;
    private final Envelope course;

    public Current(GivenValues values, Envelope course) {
      this.values = values;
      this.course = course;
    }

    GivenValues values() {
      return values;
    }

    Envelope course() {
      return course;
    }
  }

  /**
   * Sources at the contacts with a course each, f_c(t) times the value of contact c. The potential
   * is solved for the values at the present time, so that any number of independent signals costs
   * as many solutions as one; the electric field is extrapolated in time until the next.
   */
  public static final class Signals implements Drive {
    private final GivenValues values;
    private final List<Envelope> courses;

    public Signals(GivenValues values, List<Envelope> courses) {
      this.values = values;
      this.courses = List.copyOf(courses);
      if (courses.size() != values.size()) {
        throw new IllegalArgumentException(
            "%d courses for %d electrodes".formatted(courses.size(), values.size()));
      }
    }

    /** The values at a time, of the kinds that the contacts take. */
    public GivenValues at(double t) {
      double[] now = values.numbers();
      for (int c = 0; c < now.length; c++) {
        now[c] *= courses.get(c).at(t);
      }
      return new GivenValues(values.kinds(), now);
    }

    /**
     * Integral over time of a function that is quadratic in the values, such as the power: by
     * Simpson's rule, exact between kinks but for waves, of which it takes their longest steps.
     */
    public double integral(double from, double to, ToDoubleFunction<GivenValues> of) {
      List<Envelope> different = active().stream().distinct().toList();
      double sum = 0;
      for (double a = from; a < to; ) {
        double b = to;
        for (Envelope course : different) {
          b = Math.min(b, Math.min(course.nextKink(a), a + course.longestStep()));
        }
        // from the left: a source may jump at b
        double high = of.applyAsDouble(at(Math.nextDown(b)));
        double middle = of.applyAsDouble(at(0.5 * (a + b)));
        sum += (b - a) / 6 * (of.applyAsDouble(at(a)) + 4 * middle + high);
        a = b;
      }
      return sum;
    }

    /** The courses of the contacts that carry a value. */
    List<Envelope> active() {
      return IntStream.range(0, values.size())
          .filter(c -> values.at(c) != 0)
          .mapToObj(courses::get)
          .toList();
    }
  }

  /** A given drift velocity instead of a solved current. */
  public static final class GivenDrift implements Drive {
    private final Drift drift;

    GivenDrift(Drift drift) {
      this.drift = drift;
    }

    Drift drift() {
      return drift;
    }
  }

  /**
   * A current through the film, whose torque is the material's {@link
   * hopfilm.magnet.SlonczewskiTorque}; none flows in the film.
   *
   * @param density f(t) times this along z [A/m^2]
   */
  public record Through(double density, Envelope course) implements Drive {
    /**
     * @throws IllegalArgumentException if the density is not finite
     */
    public Through {
      if (!Double.isFinite(density)) {
        throw new IllegalArgumentException(
            "a current density through the film must be finite, not %g A/m^2".formatted(density));
      }
    }
  }

  /**
   * The current heats the film.
   *
   * @param film its temperature, which advances with the film
   * @param law how the material changes from the ambient temperature on
   * @param perKelvin b in the resistivity rho(ambient) (1 + b (T - ambient)) of each cell, along
   *     and across m [1/K]
   * @param warmer how much warmer film and substrate are than the ambient temperature at which
   *     material and resistivity are given [K]
   */
  public record Heat(
      FilmTemperature film, Optional<TemperatureLaw> law, double perKelvin, double warmer) {

    /** Share of the resistivity at ambient temperature below which its law has no meaning. */
    public static final double MIN_RESISTIVITY = 0.1;

    /** Heat at the ambient temperature of the material. */
    public Heat(FilmTemperature film, Optional<TemperatureLaw> law, double perKelvin) {
      this(film, law, perKelvin, 0);
    }

    /** Heat that changes neither material nor resistivity. */
    public Heat(FilmTemperature film) {
      this(film, Optional.empty(), 0);
    }

    /** The same film at another ambient temperature [K], to which it has come. */
    public Heat at(double ambient) {
      return new Heat(film, law, perKelvin, ambient - film.properties().ambient());
    }
  }

  /** A magnet alone: no current, 0 K. */
  public static Surroundings of(Magnet magnet) {
    return new Surroundings(
        magnet,
        Optional.empty(),
        NO_CURRENT,
        new ThermalField(0, 0),
        Optional.empty(),
        Optional.empty());
  }

  /** Another magnet on the same grid: other material, other energies. */
  public Surroundings withMagnet(Magnet other) {
    return new Surroundings(other, field, drive, noise, heat, oersted);
  }

  /** Another damping, for instance while relaxing. */
  public Surroundings withAlpha(double alpha) {
    return withMagnet(magnet.withAlpha(alpha));
  }

  /** The external field f(t) h [A/m] besides that of the magnet. */
  public Surroundings withField(double[] h, Envelope f) {
    return withField(h, nCopies(3, f));
  }

  /** The external field with components f_k(t) h_k [A/m] besides that of the magnet. */
  public Surroundings withField(double[] h, List<Envelope> courses) {
    return field(Optional.of(new DrivenField(h, courses, Optional.empty())));
  }

  /** The external field f(t) h [A/m], h in each cell, besides that of the magnet. */
  public Surroundings withField(VectorField h, Envelope f) {
    DrivenField.Cells cells = new DrivenField.Cells(h.copy(), f);
    return field(Optional.of(new DrivenField(new double[3], nCopies(3, f), Optional.of(cells))));
  }

  /** The external field of the magnet alone. */
  public Surroundings withoutField() {
    return field(Optional.empty());
  }

  private Surroundings field(Optional<DrivenField> other) {
    return new Surroundings(magnet, other, drive, noise, heat, oersted);
  }

  private Surroundings drive(Drive other) {
    return new Surroundings(magnet, field, other, noise, heat, oersted);
  }

  /** Sources f(t) times the values at the electrodes. */
  public Surroundings withCurrent(GivenValues values, Envelope f) {
    return drive(new Current(values, f));
  }

  /**
   * Sources with a course each, f_c(t) times the value of contact c. Where all that carry a value
   * have the same course, the potential is solved for the values alone and multiplied by it; but
   * held samples are steps of constant values, to the bit, so that each is solved anew.
   *
   * @throws IllegalArgumentException if there is not one course for each value
   */
  public Surroundings withSignals(GivenValues values, List<Envelope> courses) {
    Signals signals = new Signals(values, courses);
    List<Envelope> different = signals.active().stream().distinct().toList();
    return switch (different.size()) {
      case 0 -> withCurrent(values, Envelope.constant());
      case 1 ->
          different.get(0) instanceof SampledSignal s && s.isHeld()
              ? drive(signals)
              : withCurrent(values, different.get(0));
      default -> drive(signals);
    };
  }

  /** Steady voltages of the electrodes in their order [V]. */
  public Surroundings withVoltages(double... v) {
    return withCurrent(GivenValues.voltages(v), Envelope.constant());
  }

  /**
   * A given drift velocity u = muB P j/(e Ms) of the spin-transfer torque instead of a solved
   * current.
   *
   * @param u in each cell, in the direction of the charge current; copied [m/s]
   * @throws IllegalArgumentException if it has other cells than the magnet
   */
  public Surroundings withDriftVelocity(VectorField u) {
    if (!u.grid().equals(magnet.grid())) {
      throw new IllegalArgumentException("the drift velocity is on another grid");
    }
    PaddedLayout layout = new PaddedLayout(magnet.grid(), magnet.bonds().reach());
    Drift given = new Drift(layout, 0);
    int nx = u.grid().nx();
    for (int c = 0; c < given.components(); c++) {
      for (int row = 0; row < layout.rows(); row++) {
        System.arraycopy(
            u.component(c), row * nx, given.start().component(c), layout.start(row), nx);
      }
    }
    return withDrift(given);
  }

  /** A given drift velocity, in {@link TimeEvolution#layout}. */
  Surroundings withDrift(Drift given) {
    return drive(new GivenDrift(given));
  }

  /** A current of density f(t) j along z through the film [A/m^2]. */
  public Surroundings withCurrentThrough(double j, Envelope f) {
    return drive(new Through(j, f));
  }

  /** The contacts switched off, and no current through the film. */
  public Surroundings withoutCurrent() {
    return drive(NO_CURRENT);
  }

  /** A thermal field. Steps count on, so that no two steps draw the same random numbers. */
  public Surroundings withNoise(ThermalField other) {
    return new Surroundings(magnet, field, drive, other, heat, oersted);
  }

  /** The current heats the film. */
  public Surroundings withHeat(Heat other) {
    return new Surroundings(magnet, field, drive, noise, Optional.of(other), oersted);
  }

  /** The current makes its Oersted field. */
  public Surroundings withOersted(OerstedField other) {
    return new Surroundings(magnet, field, drive, noise, heat, Optional.of(other));
  }

  /** The magnet in the external field of a time, without current and heat. */
  public Magnet coldMagnet(double t) {
    return field.map(f -> magnet.withField(f.at(t))).orElse(magnet);
  }

  /** The values that the contacts are given at a time; empty if no source drives them. */
  public Optional<GivenValues> given(double t) {
    if (drive instanceof Signals several) {
      return Optional.of(several.at(t));
    }
    return drive instanceof Current one
        ? Optional.of(new Signals(one.values, nCopies(one.values.size(), one.course)).at(t))
        : Optional.empty();
  }

  private boolean drivesContacts() {
    return drive instanceof Current || drive instanceof Signals;
  }

  boolean differsOnlyInDrive(Surroundings other) {
    return drive(other.drive).equals(other);
  }

  /** Refuses what does not fit a film of this layout, with or without contacts. */
  void requireFit(PaddedLayout layout, boolean hasContacts, Integrator integrator) {
    if (!magnet.grid().equals(layout.grid())) {
      throw new IllegalArgumentException("the magnet is on another grid");
    }
    if (magnet.bonds().reach() != layout.ghosts()) {
      throw new IllegalArgumentException(
          "the magnet's bonds reach %d cells, those of the one before %d: start another film"
              .formatted(magnet.bonds().reach(), layout.ghosts()));
    }
    if (field.flatMap(DrivenField::cells).stream()
        .anyMatch(c -> !c.h().grid().equals(layout.grid()))) {
      throw new IllegalArgumentException("the external field is on another grid");
    }
    if (noise.temperature() > 0 && integrator != Integrator.RK4) {
      throw new IllegalArgumentException("a temperature needs the integrator RK4");
    }
    if (drive instanceof Through && magnet.material().slonczewski().isNone()) {
      throw new IllegalArgumentException(
          "the material has no Slonczewski torque for a current through the film");
    }
    if (!hasContacts && (oersted.isPresent() || heat.isPresent() || drivesContacts())) {
      throw new IllegalArgumentException("the film has no electrodes");
    }
    if (oersted.isPresent() && !oersted.get().grid().equals(layout.grid())) {
      throw new IllegalArgumentException("the Oersted field is for another grid");
    }
    if (heat.isPresent() && heat.get().film().rise().length != layout.grid().cells()) {
      throw new IllegalArgumentException("the temperature is that of another film");
    }
  }
}
