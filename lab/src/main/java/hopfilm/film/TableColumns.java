package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.OutputSpec.ContactPair;
import hopfilm.grid.VectorField;
import hopfilm.heat.FilmTemperature;
import hopfilm.io.Table.Column;
import hopfilm.magnet.Energies;
import hopfilm.magnet.Magnet;
import hopfilm.texture.ReversedArea;
import hopfilm.texture.TextureMeasures;
import hopfilm.transport.Electrode;
import hopfilm.transport.OperatingPoint;
import hopfilm.transport.ResistanceMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The columns of table.txt, each declared once: name, unit, meaning, value. */
public final class TableColumns {

  /**
   * What a row is made from.
   *
   * @param power Joule heat [W]
   * @param temperature of the film; null where the current does not heat it
   * @param ePrime E' of the pattern in training [W]
   * @param point voltages and currents of the contacts
   */
  public record Moment(
      double time,
      VectorField m,
      Magnet magnet,
      Energies energies,
      FilmMeter.Reading reading,
      double power,
      FilmTemperature temperature,
      double ePrime,
      OperatingPoint point) {}

  /**
   * What a column holds.
   *
   * @param name as in table.txt
   * @param unit empty for pure numbers
   * @param meaning in words
   */
  public record Meaning(String name, String unit, String meaning) {}

  /**
   * What only some films have, each with columns of its own.
   *
   * @param contacts conductances, and what follows from them
   * @param oersted the Oersted field of their currents
   * @param heat temperatures
   * @param added terms of {@link Magnet#withTerm}
   * @param asked columns on demand
   * @param pairs of contacts whose resistance is asked for
   */
  record Terms(
      boolean contacts,
      boolean oersted,
      boolean heat,
      boolean added,
      List<String> asked,
      List<ContactPair> pairs) {
    static Terms of(Experiment experiment, boolean added) {
      return new Terms(
          experiment.electrodes().count() > 0,
          experiment.film().oersted(),
          experiment.heat().isPresent(),
          added,
          experiment.output().readings().columns(),
          experiment.output().readings().resistance().all());
    }
  }

  /** The value of a column of contacts a and b. */
  private interface Value {
    double of(Moment moment, int a, int b);
  }

  /** Of which contacts there is a column each. */
  private enum Of {
    FILM,
    CONTACT,
    PAIR,
    ASKED_PAIR
  }

  /** One column, or one for each contact or pair, of films that have it. */
  private record Declared(
      Meaning meaning, Of of, Predicate<Terms> isIn, boolean isOnDemand, Value value) {}

  /** Name of the column of E'. */
  public static final String E_PRIME = "E_prime";

  private static final List<Declared> ALL =
      List.of(
          film("t", "s", "simulated time", Moment::time),
          film("mx", "", "mean of m_x", r -> r.m().mean(0)),
          film("my", "", "mean of m_y", r -> r.m().mean(1)),
          film("mz", "", "mean of m_z", r -> r.m().mean(2)),
          film("E_total", "J", "total energy", r -> r.energies().total()),
          film(
              "E_exchange",
              "J",
              "exchange energy; of covariant bonds the part even in D",
              r -> r.energies().exchange()),
          film(
              "E_anisotropy",
              "J",
              "anisotropy energy (Ku, Ku2, Kc1)",
              r -> r.energies().anisotropy()),
          film(
              "E_dmi",
              "J",
              "Dzyaloshinskii-Moriya energy; of covariant bonds the part odd in D",
              r -> r.energies().dmi()),
          film("E_zeeman", "J", "energy in the external field", r -> r.energies().zeeman()),
          film("E_demag", "J", "demagnetising energy", r -> r.energies().demag()),
          some(
              "E_oersted",
              "J",
              "energy in the Oersted field (with film.oersted)",
              Terms::oersted,
              r -> r.energies().oersted()),
          some("E_added", "J", "energy of added terms", Terms::added, r -> r.energies().added()),
          some("P", "W", "Joule heating power", Terms::contacts, Moment::power),
          some(
              "T_mean",
              "K",
              "mean temperature of the film (with heat)",
              Terms::heat,
              r -> r.temperature().mean()),
          some(
              "T_max",
              "K",
              "temperature of the hottest cell (with heat)",
              Terms::heat,
              r -> r.temperature().highest()),
          new Declared(
              new Meaning("G", "S", "conductance matrix: current into the film at a for 1 V at b"),
              Of.PAIR,
              terms -> true,
              false,
              (r, a, b) -> r.reading().g().get(a, b)),
          some(
              E_PRIME,
              "W",
              "network energy of the pattern in training, at V0 of the present or last train step",
              Terms::contacts,
              Moment::ePrime),
          some(
              "gx",
              "",
              "conductance from left to right edge, times rho_perp/thickness",
              Terms::contacts,
              r -> r.reading().gx()),
          some(
              "gy",
              "",
              "conductance from bottom to top edge, times rho_perp/thickness",
              Terms::contacts,
              r -> r.reading().gy()),
          film("Q", "", "topological charge", r -> TextureMeasures.topologicalCharge(r.m())),
          film(
              "stripes",
              "",
              "stripe orientation order: 1 if m alternates along x, -1 along y, 0 in a labyrinth",
              r -> TextureMeasures.stripeOrder(r.m())),
          onDemand(
              "V",
              "V",
              "voltage of electrode a outside its contact resistance; 0 with all sources off",
              Of.CONTACT,
              (r, a, b) -> r.point().voltages()[a]),
          onDemand(
              "I",
              "A",
              "current into the film at electrode a",
              Of.CONTACT,
              (r, a, b) -> r.point().currents()[a]),
          onDemand(
              "torque",
              "A/m",
              "largest |m x H| of all cells",
              Of.FILM,
              (r, a, b) -> r.magnet().largestTorque(r.m())),
          onDemand(
              "mz2", "", "mean of m_z^2", Of.FILM, (r, a, b) -> TextureMeasures.meanSquare(r.m())),
          onDemand(
              "skyrmion_x",
              "m",
              "centre of the reversed area, from the left edge",
              Of.FILM,
              (r, a, b) -> ReversedArea.of(r.m()).x()),
          onDemand(
              "skyrmion_y",
              "m",
              "centre of the reversed area, from the lower edge",
              Of.FILM,
              (r, a, b) -> ReversedArea.of(r.m()).y()),
          onDemand(
              "skyrmion_radius",
              "m",
              "radius of a disc as large as the reversed area",
              Of.FILM,
              (r, a, b) -> ReversedArea.of(r.m()).radius()),
          new Declared(
              new Meaning("R", "Ohm", "resistance between a and b, all other electrodes open"),
              Of.ASKED_PAIR,
              terms -> true,
              false,
              (r, a, b) -> ResistanceMatrix.of(r.reading().g()).between(a, b)));

  private static Declared film(
      String name, String unit, String meaning, ToDoubleFunction<Moment> value) {
    return some(name, unit, meaning, terms -> true, value);
  }

  private static Declared some(
      String name,
      String unit,
      String meaning,
      Predicate<Terms> isIn,
      ToDoubleFunction<Moment> value) {
    return new Declared(
        new Meaning(name, unit, meaning),
        Of.FILM,
        isIn,
        false,
        (r, a, b) -> value.applyAsDouble(r));
  }

  private static Declared onDemand(String name, String unit, String meaning, Of of, Value value) {
    return new Declared(
        new Meaning(name, unit, meaning), of, terms -> terms.asked().contains(name), true, value);
  }

  /** The columns that a file may ask for. */
  public static List<Meaning> onDemandMeanings() {
    return ALL.stream().filter(Declared::isOnDemand).map(Declared::meaning).toList();
  }

  /** The names of columns that a file may ask for. */
  public static List<String> onDemand() {
    return onDemandMeanings().stream().map(Meaning::name).toList();
  }

  /**
   * All columns that there are; those of contacts as {@code V_a}, those of pairs as {@code G_a_b}.
   */
  public static List<Meaning> all() {
    return ALL.stream()
        .map(
            d ->
                switch (d.of()) {
                  case FILM -> d.meaning();
                  case CONTACT -> named(d.meaning(), "a");
                  case PAIR, ASKED_PAIR -> named(d.meaning(), "a_b");
                })
        .toList();
  }

  private static Meaning named(Meaning meaning, String contacts) {
    return new Meaning(meaning.name() + "_" + contacts, meaning.unit(), meaning.meaning());
  }

  /** The columns of an experiment's table. */
  public static List<Meaning> of(Experiment experiment) {
    return new TableColumns(contacts(experiment), Terms.of(experiment, false)).meanings();
  }

  /** Names of the contacts. */
  public static List<String> contacts(Experiment e) {
    return e.electrodes().on(e.film().grid()).stream().map(Electrode::name).toList();
  }

  /** Voltages of the contacts and currents into them, in the order of an operating point. */
  public static List<Meaning> ofPoint(Experiment experiment) {
    List<String> contacts = contacts(experiment);
    return ALL.stream()
        .filter(d -> d.of() == Of.CONTACT)
        .flatMap(d -> contacts.stream().map(a -> named(d.meaning(), a)))
        .toList();
  }

  /** How many columns the table of an experiment has. */
  public static int count(Experiment experiment) {
    int n = experiment.electrodes().count();
    Terms terms = Terms.of(experiment, false);
    return declared(terms)
        .mapToInt(
            d ->
                switch (d.of()) {
                  case FILM -> 1;
                  case CONTACT -> n;
                  case PAIR -> n * (n + 1) / 2;
                  case ASKED_PAIR -> terms.pairs().size();
                })
        .sum();
  }

  private static Stream<Declared> declared(Terms terms) {
    return ALL.stream().filter(d -> d.isIn().test(terms));
  }

  /** A column of this film. */
  private record Quantity(Meaning meaning, ToDoubleFunction<Moment> value) {}

  private final List<Quantity> quantities = new ArrayList<>();

  /** The columns of a film with contacts of these names. */
  TableColumns(List<String> contacts, Terms terms) {
    declared(terms).forEach(d -> add(d, contacts, terms));
  }

  private void add(Declared d, List<String> contacts, Terms terms) {
    switch (d.of()) {
      case FILM -> quantities.add(new Quantity(d.meaning(), r -> d.value().of(r, 0, 0)));
      case CONTACT -> contacts.forEach(a -> add(d, a, contacts.indexOf(a), 0));
      case PAIR -> {
        for (int a = 0; a < contacts.size(); a++) {
          for (int b = a; b < contacts.size(); b++) {
            add(d, contacts.get(a) + "_" + contacts.get(b), a, b);
          }
        }
      }
      case ASKED_PAIR ->
          terms
              .pairs()
              .forEach(
                  p ->
                      add(
                          d,
                          p.a() + "_" + p.b(),
                          contacts.indexOf(p.a()),
                          contacts.indexOf(p.b())));
    }
  }

  private void add(Declared d, String contacts, int a, int b) {
    quantities.add(new Quantity(named(d.meaning(), contacts), r -> d.value().of(r, a, b)));
  }

  private List<Meaning> meanings() {
    return quantities.stream().map(Quantity::meaning).toList();
  }

  public List<Column> columns() {
    return meanings().stream().map(m -> new Column(m.name(), m.unit())).toList();
  }

  public double[] row(Moment moment) {
    return quantities.stream().mapToDouble(q -> q.value().applyAsDouble(moment)).toArray();
  }
}
