package hopfilm.check;

import static hopfilm.units.Constants.MU0;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Step;
import hopfilm.film.AdiabaticHeat;
import hopfilm.film.FilmCurrents;
import hopfilm.grid.CellMask;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Material;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import hopfilm.units.Quantity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the current of a drive does beside its torque, which the model leaves out: it heats the film
 * and makes an Oersted field. Solved once, for the film saturated along z; a texture and what
 * training changes move the power by some ten percent.
 *
 * @param mean rms of the current density over the film [A/m^2]
 * @param drift rms of the drift velocity over the film, u = muB |P| j/(e Ms) [m/s]
 * @param largest current density, at the edge of a contact [A/m^2]
 * @param power heat a volume [W/m^3]
 * @param inContacts share of the power, so of the voltage, that the contact resistances take; 0
 *     where no voltage is given
 * @param response power of the resistivity with which the heat of the film goes: 1 at a given
 *     current, -1 at a given voltage, more with contact resistances
 * @param heating heat a volume of each cell, of a film that is heated [W/m^3]; null for others
 * @param held cells at ambient temperature; null without heat sinks
 */
record DriveHeat(
    double mean,
    double drift,
    double largest,
    double power,
    double inContacts,
    double response,
    double[] heating,
    boolean[] held) {

  /** Without current. */
  static final DriveHeat NONE = new DriveHeat(0, 0, 0, 0, 0, 0, null, null);

  /**
   * @param currents through the film of the experiment
   * @param held cells at ambient temperature; null without heat sinks
   */
  static DriveHeat of(Experiment e, FilmCurrents currents, GivenValues given, boolean[] held) {
    CellMask cells = e.film().cells();
    VectorField m = VectorField.uniform(cells.grid(), 0, 0, 1);
    cells.clear(m);
    FilmCurrents.Driven driven = currents.driven(m, given);
    VectorField j = driven.density();
    double[] heating = e.heat().isPresent() ? new double[cells.grid().cells()] : null;
    // of a film saturated along z, J.rho J in its plane and along z
    AmrConductivity sigma = e.material().conductivity();
    double inPlane = Math.pow(Math.cos(sigma.hallAngle()), 2) / sigma.sPerp();
    double alongZ = 1 / (sigma.sPerp() + sigma.sDelta());
    Material own = e.disorder().on(cells.grid(), e.material().material());
    boolean isOne = own.P().isUniform() && own.Ms().isUniform();
    double squares = 0;
    double drifts = 0;
    double largest = 0;
    for (int i = 0; i < cells.grid().cells(); i++) {
      double flat = j.x()[i] * j.x()[i] + j.y()[i] * j.y()[i];
      double upright = j.z()[i] * j.z()[i];
      double square = flat + upright;
      squares += square;
      drifts += isOne ? 0 : square * Math.pow(own.driftByCurrent(i), 2);
      if (heating != null) {
        heating[i] = (inPlane * flat + alongZ * upright) / currents.relativeConductivity(i);
      }
      largest = Math.max(largest, square);
    }
    double mean = squares / cells.count();
    boolean isByVoltage = isByVoltage(given);
    double inContacts =
        isByVoltage && driven.contacts() > 0
            ? driven.contacts() / (driven.contacts() + driven.film())
            : 0;
    return new DriveHeat(
        Math.sqrt(mean),
        isOne ? own.driftByCurrent(0) * Math.sqrt(mean) : Math.sqrt(drifts / cells.count()),
        Math.sqrt(largest),
        driven.film() / cells.volume(),
        inContacts,
        isByVoltage ? 2 * inContacts - 1 : 1,
        heating,
        held);
  }

  /** Whether voltages drive it: contacts at one voltage only take the currents of others. */
  private static boolean isByVoltage(GivenValues given) {
    double[] volts = of(given, Electrode.Drive.VOLTAGE);
    boolean isCurrentGiven =
        Arrays.stream(of(given, Electrode.Drive.CURRENT)).anyMatch(i -> i != 0);
    return volts.length > 0 && (!isCurrentGiven || Arrays.stream(volts).distinct().count() > 1);
  }

  private static double[] of(GivenValues given, Electrode.Drive kind) {
    return IntStream.range(0, given.size())
        .filter(k -> given.kind(k) == kind)
        .mapToDouble(given::at)
        .toArray();
  }

  /** The mean heat of several drives; currents are those of the first. */
  static DriveHeat mean(List<DriveHeat> all) {
    double[] shares = new double[all.size()];
    Arrays.fill(shares, 1.0 / all.size());
    return sum(all, shares);
  }

  /**
   * The heat of several drives, each times a factor; currents are those of the first, the response
   * is the mean by power.
   */
  static DriveHeat sum(List<DriveHeat> all, double[] factors) {
    DriveHeat first = all.get(0);
    double[] sum = null;
    double power = 0;
    double responses = 0;
    for (int k = 0; k < factors.length; k++) {
      DriveHeat one = all.get(k);
      sum = sum == null && one.heating != null ? new double[one.heating.length] : sum;
      for (int c = 0; one.heating != null && c < sum.length; c++) {
        sum[c] += factors[k] * one.heating[c];
      }
      power += factors[k] * one.power;
      responses += factors[k] * one.power * one.response;
    }
    return new DriveHeat(
        first.mean,
        first.drift,
        first.largest,
        power,
        first.inContacts,
        power == 0 ? first.response : responses / power,
        sum,
        all.stream().map(DriveHeat::held).filter(Objects::nonNull).findFirst().orElse(null));
  }

  /** For so many times the voltages and currents. */
  DriveHeat times(double factor) {
    double square = factor * factor;
    double[] all = heating == null ? null : Arrays.stream(heating).map(q -> square * q).toArray();
    return new DriveHeat(
        factor * mean,
        factor * drift,
        factor * largest,
        square * power,
        inContacts,
        response,
        all,
        held);
  }

  /** What the contact resistances take, in words; empty where it is less than half. */
  Optional<String> contacts() {
    return inContacts > 0.5
        ? Optional.of(
            "the contact resistances take %.0f %% of the voltage".formatted(100 * inContacts))
        : Optional.empty();
  }

  /**
   * How long each drive is on in a protocol, pauses left out [s]; of signals, at their largest for
   * as much heat.
   */
  static Map<Step.Drive, Double> times(Experiment e) {
    Map<Step.Drive, Double> times = new LinkedHashMap<>();
    Map<Step, List<Step.Heating>> known = new HashMap<>(); // of steps that are repeated
    for (Step step : e.steps()) {
      for (Step.Heating h : known.computeIfAbsent(step, Step::heating)) {
        times.merge(h.drive(), h.time(), Double::sum);
      }
    }
    return times;
  }

  /**
   * The rise of temperature, in words.
   *
   * @param time how long the drive is on in the whole protocol, pauses left out [s]
   */
  String heat(Experiment e, double time) {
    double capacity = e.heat().map(HeatSpec::capacity).orElse(AdiabaticHeat.CAPACITY);
    return "j about %s A/m^2, up to %s at contacts; %s K/ns, %s"
        .formatted(
            scientific(mean),
            scientific(largest),
            AdiabaticHeat.amount(1e-9 * power / capacity),
            e.heat().isEmpty()
                ? AdiabaticHeat.verdict(AdiabaticHeat.rise(power * time, 1))
                    + (e.mayEndSooner() ? ", if each step takes all of its time" : "")
                    + " (heat is not in the model)"
                : "without cooling (see the next line)");
  }

  /** Mean rise over the interface if a heat a volume stays on, q t/h [K]; infinite without one. */
  static double overInterface(HeatSpec heat, Experiment e, double power) {
    return power == 0 ? 0 : power * e.film().thickness() / heat.interfaceConductance();
  }

  /** Field at the faces of a wide film, mu0 j t/2, beside D^2/(2 A Ms), in words. */
  String oersted(Experiment e) {
    MaterialSpec m = e.material();
    double field = MU0 * mean * e.film().thickness() / 2;
    double chiral = m.D() * m.D() / (2 * m.A() * m.Ms());
    String share =
        chiral > 0
            ? String.format(
                Locale.ROOT,
                field > 10 * chiral
                    ? ", %.0f times the chiral field"
                    : ", %.0f %% of the chiral field",
                field > 10 * chiral ? field / chiral : 100 * field / chiral)
            : "";
    return "about %s at the faces%s%s"
        .formatted(tesla(field), share, e.film().oersted() ? "" : " (not in the model)");
  }

  private static String tesla(double field) {
    return field < 0.1 ? Quantity.digits(1e3 * field, 2) + " mT" : Quantity.digits(field, 2) + " T";
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.1e", value).replaceAll("e\\+0?", "e");
  }
}
