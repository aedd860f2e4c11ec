package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.ElectrodesSpec.Entry;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.Outline;
import hopfilm.grid.Face;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.Message;
import hopfilm.input.Origin;
import hopfilm.transport.Electrode;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.WiredGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The electrodes of an experiment file, read and written: a layout, or a list. */
final class ElectrodesSection {

  private static final Pattern GRID = Pattern.compile("(\\d{1,4})\\s*[xX]\\s*(\\d{1,4})");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /** Keys of the section that each contact has, however the contacts are given. */
  static final List<String> CONTACT = List.of("resistance", "drive", "heat_sink");

  private static final int MOST = 1024;

  /** Radius of the contacts of the default film / its side. */
  private static final double USUAL_SHARE = 154.0 / 512;

  private ElectrodesSection() {}

  /**
   * Reads them.
   *
   * @param film null if it is wrong
   * @param faults get the errors of a list
   * @param budget for the search of a wiring
   */
  static ElectrodesSpec read(
      YamlNode node, Origin above, FilmSpec film, Faults faults, StudyBudget budget) {
    if (node instanceof YamlNode.Sequence list) {
      return listed(list, film, faults);
    }
    return layout(new Section("electrodes", "electrodes", node, above), film, budget);
  }

  private static ElectrodesSpec layout(Section s, FilmSpec film, StudyBudget budget) {
    String byKey = s.has("wired") ? "wired" : s.has("grid") ? "grid" : null;
    String layout = byKey == null || s.has("layout") ? s.choice("layout") : byKey;
    for (String key : List.of("radius", "length", "grid", "margin", "wired")) {
      boolean used =
          switch (layout) {
            case "corners" -> key.equals("radius");
            case "edge-centres" -> key.equals("length");
            case "grid" -> !key.equals("length") && !key.equals("wired");
            case "wired" -> !key.equals("length") && !key.equals("grid");
            default -> false;
          };
      if (!used) {
        s.refuse(key, Message.LAYOUT_HAS_NO, layout, key);
      }
    }
    ElectrodesSpec.Contact contact = contact(s);
    if (contact.drive() == Electrode.Drive.FLOAT) {
      throw s.error("drive", Message.NOTHING_DRIVES);
    }
    return switch (layout) {
      case "corners" -> new ElectrodesSpec.Corners(cornerRadius(s, film), contact);
      case "sides-x" -> new ElectrodesSpec.SidesX(contact);
      case "sides-y" -> new ElectrodesSpec.SidesY(contact);
      case "edge-centres" -> new ElectrodesSpec.EdgeCentres(s.value("length"), contact);
      case "wired" -> wired(s, contact, budget);
      default -> discs(s, contact);
    };
  }

  /** The contacts of a film too small for the default are in proportion to the default film. */
  private static double cornerRadius(Section s, FilmSpec film) {
    double radius = s.value("radius");
    return s.has("radius") || film == null || radius < largestAtCorners(film)
        ? radius
        : USUAL_SHARE * 2 * largestAtCorners(film);
  }

  /** Half of the shorter side of a film: contacts at its corners are smaller [m]. */
  static double largestAtCorners(FilmSpec film) {
    return film.cell() * Math.min(film.nx(), film.ny()) / 2;
  }

  private static ElectrodesSpec discs(Section s, ElectrodesSpec.Contact contact) {
    int[] size = grid(s);
    needRadius(s);
    return new ElectrodesSpec.Discs(
        size[0], size[1], s.value("radius"), s.value("margin"), contact);
  }

  private static ElectrodesSpec wired(
      Section s, ElectrodesSpec.Contact contact, StudyBudget budget) {
    if (!s.has("wired")) {
      throw s.error("wired", Message.WIRED_NEEDS_PLAN);
    }
    Section w = s.section("wired");
    int[] size = grid(w);
    int contacts = size[0] * size[1];
    int neurons = (int) w.whole("neurons");
    boolean hasBoth = w.choice("signs").equals("both");
    int least = hasBoth ? 2 : 1;
    if (contacts % neurons != 0 || contacts / neurons < least) {
      throw w.error("neurons", Message.WIRED_UNEVEN, neurons, contacts, least);
    }
    WiredGrid.Plan plan = new WiredGrid.Plan(size[0], size[1], neurons, hasBoth, w.whole("seed"));
    needRadius(s);
    budget.compare(WiredGrid.comparisons(plan), w, "");
    return new ElectrodesSpec.Wired(
        WiredGrid.of(plan), s.value("radius"), s.value("margin"), contact);
  }

  private static void needRadius(Section s) {
    if (!s.has("radius")) {
      throw s.missing("radius", Message.GRID_NEEDS_RADIUS);
    }
  }

  /** Rows and columns. */
  private static int[] grid(Section s) {
    Matcher m = GRID.matcher(s.text("grid"));
    if (!m.matches()) {
      throw s.error("grid", Message.NO_GRID, Excerpt.of(s.text("grid")));
    }
    int rows = Integer.parseInt(m.group(1));
    int columns = Integer.parseInt(m.group(2));
    if (rows * columns < 2 || rows * columns > MOST) {
      throw s.error("grid", Message.GRID_OUT_OF_RANGE, rows * columns, MOST);
    }
    return new int[] {rows, columns};
  }

  private static ElectrodesSpec listed(YamlNode.Sequence list, FilmSpec film, Faults faults) {
    if (list.items().size() > MOST) {
      throw ExperimentException.at(
          list.origin(), "electrodes", Message.TOO_MANY_ENTRIES, list.items().size(), MOST);
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      String shown = "electrodes[" + (i + 1) + "]";
      entries.add(
          faults.read(
              () -> entry(new Section("electrodes[]", shown, item, list.origin()), names, film)));
    }
    if (entries.contains(null)) {
      return null;
    }
    if (entries.size() < 2) {
      throw ExperimentException.at(
          list.origin(), "electrodes", Message.TOO_FEW_ELECTRODES, entries.size());
    }
    ElectrodesSpec.Listed electrodes = new ElectrodesSpec.Listed(entries);
    List<Electrode.Drive> drives = electrodes.drives();
    int currents = Collections.frequency(drives, Electrode.Drive.CURRENT);
    // a current that enters somewhere has to leave elsewhere
    if (!drives.contains(Electrode.Drive.VOLTAGE) && currents < 2) {
      throw ExperimentException.at(list.origin(), "electrodes", Message.NOTHING_DRIVES);
    }
    return electrodes;
  }

  private static Entry entry(Section s, Set<String> names, FilmSpec film) {
    String name = s.text("name");
    if (!NAME.matcher(name).matches()) {
      throw s.error("name", Message.BAD_NAME, Excerpt.of(name));
    }
    if (!names.add(name)) {
      throw s.error("name", Message.SAME_NAME, name);
    }
    return new Entry(name, patches(s), contact(s), face(s, film));
  }

  private static List<ElectrodesSpec.Patch> patches(Section s) {
    if (!s.has("patches")) {
      Outline.Placed placed = Binder.read(Outline.Placed.class, s);
      OutlineSection.vet(s, placed);
      return List.of(new ElectrodesSpec.Patch(placed, false));
    }
    for (Key outline : Component.keys("", Outline.Placed.class)) {
      s.refuse(outline.path(), Message.PATCHES_GIVEN, outline.path());
    }
    List<ElectrodesSpec.Patch> patches = new ArrayList<>();
    List<YamlNode> items = s.list("patches");
    for (int i = 0; i < items.size(); i++) {
      Section p = s.entry("patches", i + 1, items.get(i));
      ElectrodesSpec.Patch patch = Binder.read(ElectrodesSpec.Patch.class, p);
      OutlineSection.vet(p, patch.placed());
      patches.add(patch);
    }
    if (patches.stream().allMatch(ElectrodesSpec.Patch::isInverted)) {
      throw s.error("patches", Message.NO_PLUS_PATCH);
    }
    return patches;
  }

  private static ElectrodesSpec.Contact contact(Section s) {
    return new ElectrodesSpec.Contact(
        s.value("resistance"),
        s.constant("drive", Electrode.Drive.class),
        s.choice("heat_sink").equals("on"));
  }

  private static Face face(Section s, FilmSpec film) {
    if (!s.has("face")) {
      return null;
    }
    if (film != null && film.layers() == 1) {
      throw s.error("face", Message.FACE_NEEDS_LAYERS, s.choice("face"));
    }
    String name = s.choice("face");
    return Arrays.stream(Face.values())
        .filter(f -> f.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A layout, or a list. */
  static YamlNode tree(ElectrodesSpec spec) {
    if (spec instanceof ElectrodesSpec.Listed listed) {
      return list(listed.entries().stream().map(ElectrodesSection::electrode).toList());
    } else if (spec instanceof ElectrodesSpec.Corners c) {
      return with(
          layout("corners").with("radius", number("electrodes.radius", c.radius())), c.contact());
    } else if (spec instanceof ElectrodesSpec.EdgeCentres c) {
      return with(
          layout("edge-centres").with("length", number("electrodes.length", c.length())),
          c.contact());
    } else if (spec instanceof ElectrodesSpec.Discs d) {
      return with(
          layout("grid")
              .with("grid", scalar(d.rows() + "x" + d.columns()))
              .with("radius", number("electrodes.radius", d.radius()))
              .with("margin", number("electrodes.margin", d.margin())),
          d.contact());
    } else if (spec instanceof ElectrodesSpec.Wired w) {
      WiredGrid.Plan plan = w.wiring().plan();
      return with(
          layout("wired")
              .with("wired", plan(plan))
              .with("radius", number("electrodes.radius", w.radius()))
              .with("margin", number("electrodes.margin", w.margin())),
          w.contact());
    } else if (spec instanceof ElectrodesSpec.SidesX x) {
      return with(layout("sides-x"), x.contact());
    }
    return with(layout("sides-y"), ((ElectrodesSpec.SidesY) spec).contact());
  }

  private static YamlNode.Mapping layout(String name) {
    return map().with("layout", scalar(name));
  }

  private static YamlNode plan(WiredGrid.Plan plan) {
    return map()
        .with("grid", scalar(plan.rows() + "x" + plan.columns()))
        .with("neurons", scalar(Integer.toString(plan.neurons())))
        .with("signs", scalar(plan.hasBothSigns() ? "both" : "plain"))
        .with("seed", scalar(Long.toString(plan.seed())));
  }

  private static YamlNode patch(ElectrodesSpec.Patch p) {
    return Binder.tree("electrodes[].patches[]", p);
  }

  private static YamlNode electrode(Entry e) {
    YamlNode.Mapping map = map().with("name", scalar(e.name()));
    map =
        e.isPlain()
            ? map.with(Binder.tree("electrodes[]", e.patches().get(0).placed()))
            : map.with(
                "patches", list(e.patches().stream().map(ElectrodesSection::patch).toList()));
    if (e.face() != null) {
      map = map.with("face", scalar(e.face().toString()));
    }
    return with(map, e.contact());
  }

  private static YamlNode.Mapping with(YamlNode.Mapping map, ElectrodesSpec.Contact c) {
    YamlNode.Mapping all = map;
    if (c.resistance() != 0) {
      all = all.with("resistance", number("electrodes.resistance", c.resistance()));
    }
    all = c.heatSink() ? all.with("heat_sink", scalar("on")) : all;
    return c.drive() == Drive.VOLTAGE ? all : all.with("drive", word(c.drive()));
  }
}
