package hopfilm.web;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.ListedElectrodes;
import hopfilm.figures.ElectrodeMark;
import hopfilm.film.Kept;
import hopfilm.film.NetworkReader;
import hopfilm.film.NetworkReading;
import hopfilm.film.TableColumns;
import hopfilm.grid.Disc;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Spelling;
import hopfilm.result.HeldMemory;
import hopfilm.result.HowTried;
import hopfilm.result.Outcome;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The messages that pages get, as docs/reference/http.md describes them. */
final class Messages {

  /** Up to as many electrodes every pattern is sent, and every conductance is in the table. */
  static final int MAX_SHOWN = 10;

  private static final int LOWEST = 40;

  private Messages() {}

  /** The columns of the table that pages are sent, as indices. */
  static int[] shown(Experiment e) {
    List<TableColumns.Meaning> all = TableColumns.of(e);
    boolean isSmall = e.electrodes().count() <= MAX_SHOWN;
    return IntStream.range(0, all.size())
        .filter(k -> isSmall || !all.get(k).name().startsWith("G_"))
        .toArray();
  }

  static List<TableColumns.Meaning> columns(Experiment e) {
    List<TableColumns.Meaning> all = TableColumns.of(e);
    return Arrays.stream(shown(e)).mapToObj(all::get).toList();
  }

  /**
   * Film and electrodes.
   *
   * @param volume of the cells that are film [m^3]
   * @param drive given at the electrodes now; null without current
   */
  static StateMessage.Contacts contacts(Experiment e, double volume, GivenValues drive) {
    FilmSpec f = e.film();
    return new StateMessage.Contacts(
        new StateMessage.Film(
            List.of(f.sizeX(), f.sizeY(), f.thickness()),
            List.of(f.nx(), f.ny(), f.layers()),
            f.cell(),
            volume,
            parts(e)),
        electrodes(e, drive),
        layout(e.electrodes()));
  }

  private static StateMessage.Parts parts(Experiment e) {
    List<StateMessage.Outline> regions =
        e.disorder().regions().stream().map(r -> outline(r.placed().onFilm())).toList();
    return new StateMessage.Parts(regions.isEmpty() ? null : regions);
  }

  private static List<StateMessage.Contact> electrodes(Experiment e, GivenValues drive) {
    List<StateMessage.Contact> all = new ArrayList<>();
    boolean isMovable =
        e.electrodes() instanceof ElectrodesSpec.Corners
            || e.electrodes() instanceof ElectrodesSpec.Discs
            || e.electrodes() instanceof ListedElectrodes;
    for (Electrode electrode : e.electrodes().on(e.film().grid())) {
      Electrode.Drive kind = drive == null ? Electrode.Drive.FLOAT : drive.kind(all.size());
      Double given = drive == null ? null : Json.number(drive.at(all.size()));
      all.add(
          new StateMessage.Contact(
              electrode.name(),
              outline(main(electrode)),
              new StateMessage.Wiring(patches(electrode)),
              kind == Electrode.Drive.VOLTAGE ? given : null,
              kind == Electrode.Drive.CURRENT ? given : null,
              isMovable
                  && electrode.face() == null
                  && electrode.patches().size() == 1
                  && MovedElectrode.areMovable(e)));
    }
    return all;
  }

  /** The shape of its first patch that is not inverted. */
  private static Shape main(Electrode electrode) {
    return electrode.patches().stream()
        .filter(p -> !p.isInverted())
        .map(Electrode.Patch::shape)
        .findFirst()
        .orElseThrow();
  }

  /** Those of a wired electrode; null of one that is a single contact. */
  private static List<StateMessage.Patch> patches(Electrode electrode) {
    return electrode.patches().size() == 1
        ? null
        : electrode.patches().stream()
            .map(p -> new StateMessage.Patch(outline(p.shape()), p.isInverted() ? "-" : "+"))
            .toList();
  }

  private static StateMessage.Outline outline(Shape shape) {
    if (shape instanceof Disc d) {
      return new StateMessage.Outline(
          "disc", List.of(d.cx(), d.cy()), d.radius(), null, null, null);
    } else if (shape instanceof Rectangle r) {
      List<Double> centre = List.of((r.x0() + r.x1()) / 2, (r.y0() + r.y1()) / 2);
      List<Double> size = List.of(r.x1() - r.x0(), r.y1() - r.y0());
      return new StateMessage.Outline("rectangle", centre, null, size, null, null);
    } else if (shape instanceof Polygon p) {
      List<List<Double>> points =
          IntStream.range(0, p.x().length).mapToObj(k -> List.of(p.x()[k], p.y()[k])).toList();
      return new StateMessage.Outline("polygon", null, null, null, points, null);
    }
    List<List<List<Double>>> lines =
        ElectrodeMark.lines(shape).stream()
            .map(line -> line.stream().map(p -> List.of(p[0], p[1])).toList())
            .toList();
    Rectangle box = shape.box();
    List<Double> centre = List.of((box.x0() + box.x1()) / 2, (box.y0() + box.y1()) / 2);
    return new StateMessage.Outline("contours", centre, null, null, null, lines);
  }

  /** How the energies of an experiment are counted. */
  static StateMessage.View view(Experiment e, Reference reference, SelfTerm selfTerm) {
    return new StateMessage.View(
        Spelling.of(reference),
        Spelling.of(selfTerm),
        Spelling.of(e.network().weights()),
        e.initial().seed());
  }

  /** How an experiment counts its energies. */
  static StateMessage.View view(Experiment e) {
    return view(e, e.network().reference(), e.network().selfTerm());
  }

  /** Id of the layout as in {@link Layouts}; null for a list. */
  private static String layout(ElectrodesSpec spec) {
    if (spec instanceof ElectrodesSpec.Corners) {
      return "corners";
    } else if (spec instanceof ElectrodesSpec.EdgeCentres) {
      return "edge-centres";
    } else if (spec instanceof ElectrodesSpec.SidesX) {
      return "sides-x";
    } else if (spec instanceof ElectrodesSpec.SidesY) {
      return "sides-y";
    }
    return spec instanceof ElectrodesSpec.Discs d
        ? "grid: %dx%d".formatted(d.rows(), d.columns())
        : null;
  }

  /** voltage, current or mixed. */
  static String drive(ElectrodesSpec spec) {
    Set<Electrode.Drive> drives = Set.copyOf(spec.drives());
    return drives.size() == 1 ? Spelling.of(drives.iterator().next()) : "mixed";
  }

  static List<String> trained(Experiment e) {
    return e.trained().stream().map(Pattern::text).toList();
  }

  /**
   * The network of a film now.
   *
   * @param memories how several patterns are held; null where that is not known
   * @param isVerified whether the last training passed its test, with all that was trained
   * @param note what the reference means, or null
   */
  static Map<String, Object> network(
      Experiment e,
      String label,
      NetworkReading r,
      MemoryReading memories,
      boolean isVerified,
      String note) {
    Map<String, Object> n = head(e, label, r.time(), r.reference(), r.selfTerm());
    n.put("G", r.siemens());
    int size = r.siemens().length;
    n.put("Gprime", r.weights() == null ? new double[size][size] : r.weights().gPrime());
    n.put("V0", Json.number(r.amplitude()));
    EnergyLandscape land = r.landscape();
    List<EnergyLandscape.Entry> shown = land == null ? null : shown(land, r.trained(), size);
    n.put("energies", shown == null ? null : shown.stream().map(Messages::energy).toList());
    n.put("sampled", shown != null && shown.size() < land.entries().size());
    n.put("count", shown == null ? 0 : land.entries().size());
    n.put("lowest", land == null || land.lowest() == null ? null : text(land.lowest().pattern()));
    n.put("trained", r.trained().stream().map(Pattern::text).toList());
    List<Boolean> learned = land == null ? List.of() : land.learned(r.trained());
    n.put("learned", learned);
    n.put("outcome", outcome(learned, memories, isVerified));
    n.put(
        "margin",
        land == null ? List.of() : land.margin(r.trained()).stream().map(Json::number).toList());
    n.put("trivial", trivial(e));
    memories(
        n,
        memories == null ? List.of() : memories.memories().stream().map(HeldMemory::of).toList(),
        memories == null ? 0 : memories.stored(),
        memories == null ? null : HowTried.of(memories));
    n.put("note", note);
    return n;
  }

  /** Null of several patterns as long as it is not known how they are held. */
  private static Outcome outcome(List<Boolean> lowest, MemoryReading memories, boolean isVerified) {
    return memories == null && lowest.size() > 1
        ? null
        : Outcome.of(lowest, memories == null ? null : memories.stored(), isVerified);
  }

  /** How several patterns are held, each, how many are stored, and how that was tried. */
  static void memories(
      Map<String, Object> network, List<HeldMemory> memories, int stored, HowTried how) {
    network.put("memories", memories.stream().map(Messages::memory).toList());
    network.put("stored", stored);
    both(network, "memory_reading", "memoryReading", how);
  }

  private static Map<String, Object> memory(HeldMemory held) {
    Map<String, Object> memory = Json.map(held);
    memory.put("fixed_point", held.fixedPoint());
    return memory;
  }

  /** By the name that files have too, and by that of version 0.2. */
  private static void both(Map<String, Object> message, String name, String old, Object value) {
    message.put(name, value);
    message.put(old, value);
  }

  /** The pattern without current; empty where patches of sign - leave none. */
  static String trivial(Experiment e) {
    return e.electrodes().hasInverters() ? "" : "+".repeat(e.electrodes().count());
  }

  static Map<String, Object> head(
      Experiment e, String label, double time, Reference reference, SelfTerm selfTerm) {
    Map<String, Object> n = new LinkedHashMap<>();
    n.put("type", "network");
    n.put("time", time);
    n.put("label", label);
    n.put("electrodes", e.electrodes().on(e.film().grid()).stream().map(Electrode::name).toList());
    n.put("reference", Spelling.of(reference));
    both(n, "self_term", "selfTerm", Spelling.of(selfTerm));
    n.put("weights", Spelling.of(e.network().weights()));
    n.put("unit", e.network().weights() == WeightKind.RESISTANCE ? "Ohm" : "S");
    return n;
  }

  private static List<EnergyLandscape.Entry> shown(
      EnergyLandscape land, List<Pattern> trained, int n) {
    if (n <= MAX_SHOWN) {
      return land.entries();
    }
    Comparator<EnergyLandscape.Entry> order =
        Comparator.comparingDouble(EnergyLandscape.Entry::energy);
    Set<EnergyLandscape.Entry> shown = new LinkedHashSet<>();
    land.entries().stream().sorted(order).limit(LOWEST).forEach(shown::add);
    Pattern trivial = new Pattern("+".repeat(n));
    shown.add(new EnergyLandscape.Entry(trivial, land.energy(trivial)));
    trained.forEach(p -> shown.add(new EnergyLandscape.Entry(p, land.energy(p))));
    return shown.stream().sorted(order).toList();
  }

  private static Map<String, Object> energy(EnergyLandscape.Entry entry) {
    return energy(entry.pattern().text(), entry.energy());
  }

  static Map<String, Object> energy(String pattern, double energy) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("pattern", pattern);
    one.put("energy", energy);
    return one;
  }

  /** What would be left at rest; numbers that are not finite are null. */
  static Map<String, Object> restLimit(Kept kept) {
    Map<String, Object> r = new LinkedHashMap<>();
    r.put("weights", Json.number(kept.weights()));
    r.put("margin", kept.margin());
    r.put("recalled", kept.recalled());
    return r;
  }

  /**
   * What the network did.
   *
   * @param order of the updates, as the request says it
   */
  static Map<String, Object> retrieval(
      NetworkReading network,
      Retrieval.Settings settings,
      String order,
      NetworkReader.Recall recall) {
    Retrieval.Outcome end = recall.outcome();
    Map<String, Object> r = new LinkedHashMap<>();
    r.put("type", "retrieval");
    r.put("start", end.start().text());
    r.put("update", Spelling.of(settings.update()));
    r.put("order", order);
    both(r, "self_term", "selfTerm", Spelling.of(network.selfTerm()));
    r.put("reference", Spelling.of(network.reference()));
    r.put("time", network.time());
    List<Map<String, Object>> steps = new ArrayList<>();
    Pattern before = end.start();
    for (NetworkReader.Passed passed : recall.steps()) {
      Map<String, Object> step = new LinkedHashMap<>();
      Pattern last = before;
      Pattern now = passed.pattern();
      step.put("pattern", now.text());
      step.put(
          "flipped",
          IntStream.range(0, now.size()).filter(k -> now.sign(k) != last.sign(k)).boxed().toList());
      step.put("energy", passed.energy());
      steps.add(step);
      before = now;
    }
    r.put("steps", steps);
    r.put("end", text(end.end()));
    r.put("cycle", end.cycle().stream().map(Pattern::text).toList());
    r.put("hit", end.hits(network.trained()));
    Pattern nearest = end.end() == null ? null : nearest(end.end(), network.trained());
    r.put("recalled", nearest == null ? null : nearest.text());
    r.put("distance", nearest == null ? null : distance(end.end(), nearest));
    r.put("note", recall.note().orElse(null));
    return r;
  }

  private static Pattern nearest(Pattern end, List<Pattern> trained) {
    return trained.stream().min(Comparator.comparingInt(p -> distance(end, p))).orElse(null);
  }

  /** Signs that differ from a pattern or its negative. */
  private static int distance(Pattern a, Pattern b) {
    int d = a.distance(b);
    return Math.min(d, a.size() - d);
  }

  private static String text(Pattern p) {
    return p == null ? null : p.text();
  }
}
