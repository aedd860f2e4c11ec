package hopfilm.check;

import static hopfilm.units.Constants.MU0;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Schedule;
import hopfilm.experiment.Step;
import hopfilm.film.AdiabaticHeat;
import hopfilm.film.FilmCurrents;
import hopfilm.grid.CellMask;
import hopfilm.grid.VectorField;
import hopfilm.heat.Substrate;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the current of a drive does beside its torque, which the model leaves out: it heats the film
 * and makes an Oersted field. Solved once, for the film saturated along z; a texture and what
 * training changes move the power by some ten percent.
 *
 * @param mean rms of the current density over the film [A/m^2]
 * @param largest current density, at the edge of a contact [A/m^2]
 * @param power heat a volume [W/m^3]
 * @param time how long the drive is on in the whole protocol, pauses left out [s]
 */
record DriveHeat(double mean, double largest, double power, double time) {

  /**
   * @param currents through the film of the experiment
   * @param time how long the drive is on in the whole protocol [s]
   */
  static DriveHeat of(Experiment e, FilmCurrents currents, Step.Drive drive, double time) {
    CellMask cells = e.film().cells();
    VectorField m = VectorField.uniform(cells.grid(), 0, 0, 1);
    cells.clear(m);
    VectorField j = currents.density(m, drive.values());
    double squares = 0;
    double largest = 0;
    for (int i = 0; i < cells.grid().cells(); i++) {
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        square += j.component(axis)[i] * j.component(axis)[i];
      }
      squares += square;
      largest = Math.max(largest, square);
    }
    double mean = squares / cells.count();
    return new DriveHeat(Math.sqrt(mean), Math.sqrt(largest), e.material().rhoPerp() * mean, time);
  }

  /** How long each drive is on in a protocol, pauses left out [s]. */
  static Map<Step.Drive, Double> times(Experiment e) {
    Map<Step.Drive, Double> times = new LinkedHashMap<>();
    for (Step step : e.steps()) {
      if (step instanceof Step.Train train) {
        Schedule s = train.schedule();
        double on = s.isPulsed() ? s.on() / (s.on() + s.off()) : 1;
        double each = train.time() * on / train.drives().size();
        train.drives().forEach(drive -> times.merge(drive, each, Double::sum));
      }
    }
    return times;
  }

  /** The rise of temperature, in words. */
  String heat(Experiment e) {
    return "j about %s A/m^2, up to %s at contacts; %s K/ns, %s%s"
        .formatted(
            scientific(mean),
            scientific(largest),
            Quantity.digits(1e-9 * AdiabaticHeat.rise(power, 1), 2),
            AdiabaticHeat.verdict(AdiabaticHeat.rise(power * time, 1)),
            e.heat().isEmpty() ? " (heat is not in the model)" : "");
  }

  /**
   * What the heat of a section {@code heat} comes to if the drive stays on, in words: over the
   * interface q t/h, in a half-space under the middle of a square of this area F a ln(1 + sqrt
   * 2)/(pi kappa/2) (Carslaw, Jaeger, section 10.5).
   */
  static String steady(HeatSpec heat, Experiment e, double power) {
    double flux = power * e.film().thickness();
    if (heat.interfaceConductance() == 0) {
      return "no heat leaves, interface 0";
    }
    String words =
        "+%s K over the interface within some %s"
            .formatted(
                Quantity.digits(flux / heat.interfaceConductance(), 2),
                Quantity.format(heat.coolingTime(e.film().thickness()), Dimension.TIME, 2));
    if (heat.below().substrate() instanceof Substrate.HalfSpace below) {
      CellMask cells = e.film().cells();
      double edge = Math.sqrt(cells.volume() / e.film().thickness());
      double rise = 2 * flux * edge * Math.log(1 + Math.sqrt(2)) / (Math.PI * below.conductivity());
      words +=
          ", +%s K in the substrate after some %s"
              .formatted(
                  Quantity.digits(rise, 2),
                  Quantity.format(edge * edge / below.diffusivity(), Dimension.TIME, 2));
    }
    return words;
  }

  /** Field at the faces of a wide film, mu0 j t/2, beside D^2/(2 A Ms), in words. */
  String oersted(Experiment e) {
    MaterialSpec m = e.material();
    double field = MU0 * mean * e.film().thickness() / 2;
    double chiral = m.D() * m.D() / (2 * m.A() * m.Ms());
    String share =
        chiral > 0
            ? String.format(Locale.ROOT, ", %.0f %% of the chiral field", 100 * field / chiral)
            : "";
    return "about %s at the faces%s%s"
        .formatted(tesla(field), share, e.film().oersted() ? "" : " (not in the model)");
  }

  private static String tesla(double field) {
    return field < 0.1 ? Quantity.digits(1e3 * field, 2) + " mT" : Quantity.digits(field, 2) + " T";
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.1e", value).replace("e+", "e");
  }
}
