package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.io.Table.Column;
import hopfilm.magnet.Energies;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.TextureMeasures;
import hopfilm.transport.Electrode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The columns of table.txt, each declared once: name, unit, meaning, value. */
public final class TableColumns {

  /**
   * What a row is made from.
   *
   * @param power Joule heat [W]
   * @param temperature of the film; null where the current does not heat it
   * @param ePrime E' of the pattern in training [W]
   */
  public record Moment(
      double time,
      VectorField m,
      Energies energies,
      FilmMeter.Reading reading,
      double power,
      FilmTemperature temperature,
      double ePrime) {}

  /**
   * What a column holds.
   *
   * @param name as in table.txt
   * @param unit empty for pure numbers
   * @param meaning in words
   */
  public record Meaning(String name, String unit, String meaning) {}

  /** The columns of an experiment's table. */
  public static List<Meaning> of(Experiment experiment) {
    List<Electrode> electrodes = experiment.electrodes().on(experiment.film().grid());
    return new TableColumns(electrodes, Terms.of(experiment, false))
        .quantities.stream()
            .map(q -> new Meaning(q.column().name(), q.column().unit(), q.meaning()))
            .toList();
  }

  /** A column with its meaning. */
  record Quantity(Column column, String meaning, ToDoubleFunction<Moment> value) {
    Quantity(String name, String unit, String meaning, ToDoubleFunction<Moment> value) {
      this(new Column(name, unit), meaning, value);
    }
  }

  /** Name of the column of E'. */
  public static final String E_PRIME = "E_prime";

  private final List<Quantity> quantities = new ArrayList<>();

  /**
   * What only some films have, each with columns of its own.
   *
   * @param oersted the Oersted field of their currents
   * @param heat temperatures
   * @param added terms of {@link Magnet#withTerm}
   */
  record Terms(boolean oersted, boolean heat, boolean added) {
    static Terms of(Experiment experiment, boolean added) {
      return new Terms(experiment.film().oersted(), experiment.heat().isPresent(), added);
    }
  }

  /** How many columns the table of an experiment has. */
  public static int count(Experiment experiment) {
    int n = experiment.electrodes().count();
    int others = new TableColumns(List.of(), Terms.of(experiment, false)).quantities.size();
    return others + n * (n + 1) / 2;
  }

  /** The columns of a film with these electrodes. */
  TableColumns(List<Electrode> electrodes, Terms terms) {
    add("t", "s", "simulated time", Moment::time);
    add("mx", "", "mean magnetisation along x", r -> r.m().mean(0));
    add("my", "", "mean magnetisation along y", r -> r.m().mean(1));
    add("mz", "", "mean magnetisation along z", r -> r.m().mean(2));
    add("E_total", "J", "energy of the film", r -> r.energies().total());
    add("E_exchange", "J", "exchange energy", r -> r.energies().exchange());
    add("E_anisotropy", "J", "anisotropy energy -Ku (m.e)^2", r -> r.energies().anisotropy());
    add("E_dmi", "J", "Dzyaloshinskii-Moriya energy", r -> r.energies().dmi());
    add("E_zeeman", "J", "energy in the external field", r -> r.energies().zeeman());
    add("E_demag", "J", "demagnetising energy", r -> r.energies().demag());
    if (terms.oersted()) {
      add("E_oersted", "J", "energy in the field of the current", r -> r.energies().oersted());
    }
    if (terms.added()) {
      add("E_added", "J", "energy of terms that were added", r -> r.energies().added());
    }
    add("P", "W", "Joule heat", Moment::power);
    if (terms.heat()) {
      add("T_mean", "K", "mean temperature of the film", r -> r.temperature().mean());
      add("T_max", "K", "temperature of the hottest cell", r -> r.temperature().highest());
    }
    for (int a = 0; a < electrodes.size(); a++) {
      for (int b = a; b < electrodes.size(); b++) {
        int i = a;
        int j = b;
        String name = "G_" + electrodes.get(a).name() + "_" + electrodes.get(b).name();
        add(name, "S", "element of the conductance matrix", r -> r.reading().g().get(i, j));
      }
    }
    add(E_PRIME, "W", "E' of the pattern in training", Moment::ePrime);
    add("gx", "", "conductance along x / (thickness s_perp)", r -> r.reading().gx());
    add("gy", "", "conductance along y / (thickness s_perp)", r -> r.reading().gy());
    add("Q", "", "topological charge", r -> TextureMeasures.topologicalCharge(r.m()));
    add("stripes", "", "stripe order", r -> TextureMeasures.stripeOrder(r.m()));
  }

  private void add(String name, String unit, String meaning, ToDoubleFunction<Moment> value) {
    quantities.add(new Quantity(name, unit, meaning, value));
  }

  public List<Column> columns() {
    return quantities.stream().map(Quantity::column).toList();
  }

  public double[] row(Moment moment) {
    return quantities.stream().mapToDouble(q -> q.value().applyAsDouble(moment)).toArray();
  }
}
