package hopfilm.section;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.chart.Prefix;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.ListedElectrodes;
import hopfilm.experiment.ListedElectrodes.Entry;
import hopfilm.experiment.Outline;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.input.Origin;
import hopfilm.key.Binder;
import hopfilm.key.Codec;
import hopfilm.key.Component;
import hopfilm.key.Key;
import hopfilm.key.Section;
import hopfilm.transport.Electrode;
import hopfilm.transport.WiredGrid;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the electrodes of an experiment file: a layout, or a list. */
public final class ElectrodesSection {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  /** Keys of the section that each contact has, however the contacts are given. */
  public static final List<String> CONTACT = List.of("resistance", "drive", "heat_sink");

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
  public static ElectrodesSpec read(
      YamlNode node, Origin above, FilmSpec film, Faults faults, StudyBudget budget) {
    if (node instanceof YamlNode.Sequence list) {
      return listed(list, film, faults);
    }
    if (node instanceof YamlNode.Scalar s && s.text().equals(ElectrodesSpec.None.WORD)) {
      return new ElectrodesSpec.None();
    }
    return layout(new Section("electrodes", "electrodes", node, above), film, budget);
  }

  private static ElectrodesSpec layout(Section given, FilmSpec film, StudyBudget budget) {
    String byKey = Stream.of("wired", "rows", "grid").filter(given::has).findFirst().orElse(null);
    Section s =
        byKey == null || given.has("layout")
            ? given
            : given.over(map().with("layout", scalar(byKey)));
    if (s.choice("layout").equals("wired") && !s.has("wired")) {
      throw s.error("wired", FileMessage.WIRED_NEEDS_PLAN);
    }
    if (s.choice("layout").equals("rows") && !s.has("rows")) {
      throw s.error("rows", FileMessage.ROWS_NEED_PLAN);
    }
    ElectrodesSpec.Layout layout = Binder.read(ElectrodesSpec.Laid.class, s).layout();
    boolean needsRadius =
        layout instanceof ElectrodesSpec.Discs
            || layout instanceof ElectrodesSpec.Wired
            || layout instanceof ElectrodesSpec.Rows;
    if (needsRadius && !s.has("radius")) {
      throw s.missing("radius", FileMessage.GRID_NEEDS_RADIUS);
    }
    if (layout instanceof ElectrodesSpec.Wired w) {
      return wired(s.section("wired"), w, budget);
    }
    if (layout instanceof ElectrodesSpec.Rows r) {
      vet(s.section("rows"), r);
    }
    // the contacts of a film too small for the default are in proportion to the default film
    return layout instanceof ElectrodesSpec.Corners c
            && !s.has("radius")
            && film != null
            && c.radius() >= largestAtCorners(film)
        ? new ElectrodesSpec.Corners(USUAL_SHARE * 2 * largestAtCorners(film), c.contact())
        : layout;
  }

  /** Half of the shorter side of a film: contacts at its corners are smaller [m]. */
  public static double largestAtCorners(FilmSpec film) {
    return film.cell() * Math.min(film.nx(), film.ny()) / 2;
  }

  private static ElectrodesSpec wired(Section s, ElectrodesSpec.Wired w, StudyBudget budget) {
    int contacts = w.wired().grid().count();
    int least = w.wired().hasBothSigns() ? 2 : 1;
    int neurons = w.wired().neurons();
    if (contacts % neurons != 0 || contacts / neurons < least) {
      throw s.error("neurons", FileMessage.WIRED_UNEVEN, neurons, contacts, least);
    }
    budget.compare(WiredGrid.comparisons(w.wired().forEngine()), s, "");
    return w;
  }

  private static void vet(Section s, ElectrodesSpec.Rows r) {
    int dealt = r.rows().forEngine().dealt();
    int pixels = r.rows().pixels();
    if (pixels > dealt) {
      throw s.error("pixels", FileMessage.TOO_MANY_PIXELS, pixels, r.rows().grid(), dealt);
    }
    double places = r.places().stream().mapToInt(n -> n).average().orElseThrow();
    if (r.rows().places().orElse(0) > places * (1 + 1e-9)) {
      throw s.error(
          "places",
          FileMessage.TOO_MANY_PLACES,
          s.text("places"),
          pixels,
          r.rows().grid(),
          Prefix.decimals(places, 10, 3));
    }
  }

  private static ElectrodesSpec listed(YamlNode.Sequence list, FilmSpec film, Faults faults) {
    if (list.items().size() > Codec.OfGrid.MOST) {
      throw ExperimentException.at(
          list.origin(),
          "electrodes",
          FileMessage.TOO_MANY_ENTRIES,
          list.items().size(),
          Codec.OfGrid.MOST);
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
          list.origin(), "electrodes", FileMessage.TOO_FEW_ELECTRODES, entries.size());
    }
    ListedElectrodes electrodes = new ListedElectrodes(entries);
    requireColumns(entries.stream().map(Entry::name).toList(), list.origin());
    List<Electrode.Drive> drives = electrodes.drives();
    int currents = Collections.frequency(drives, Electrode.Drive.CURRENT);
    // a current that enters somewhere has to leave elsewhere
    if (!drives.contains(Electrode.Drive.VOLTAGE) && currents < 2) {
      throw ExperimentException.at(list.origin(), "electrodes", FileMessage.NOTHING_DRIVES);
    }
    return electrodes;
  }

  /** Refuses names whose pairs would share a column, such as G_a_b_c of a, b_c and of a_b, c. */
  private static void requireColumns(List<String> names, Origin origin) {
    if (names.stream().noneMatch(name -> name.contains("_"))) {
      return;
    }
    Set<String> columns = new HashSet<>();
    for (String from : names) {
      for (String to : names) {
        if (!from.equals(to) && !columns.add(from + "_" + to)) {
          throw ExperimentException.at(
              origin, "electrodes", FileMessage.SAME_COLUMN, from, to, from + "_" + to);
        }
      }
    }
  }

  private static Entry entry(Section s, Set<String> names, FilmSpec film) {
    String name = s.text("name");
    if (!NAME.matcher(name).matches()) {
      throw s.error("name", FileMessage.BAD_NAME, Excerpt.of(name));
    }
    if (!names.add(name)) {
      throw s.error("name", FileMessage.SAME_NAME, name);
    }
    Entry entry = Binder.read(Entry.class, s);
    if (s.has("patches")) {
      vetPatches(s);
    } else {
      OutlineSection.vet(s, entry.outline().orElseThrow());
    }
    if (entry.face().isPresent() && film != null && film.layers() == 1) {
      throw s.error("face", FileMessage.FACE_NEEDS_LAYERS, s.choice("face"));
    }
    return entry;
  }

  private static void vetPatches(Section s) {
    for (Key outline : Component.keys("", Outline.Placed.class)) {
      s.refuse(outline.path(), FileMessage.PATCHES_GIVEN, outline.path());
    }
    List<YamlNode> items = s.list("patches");
    boolean hasPlus = false;
    for (int i = 0; i < items.size(); i++) {
      Section p = s.entry("patches", i + 1, items.get(i));
      ListedElectrodes.Patch patch = Binder.read(ListedElectrodes.Patch.class, p);
      OutlineSection.vet(p, patch.placed());
      hasPlus |= !patch.isInverted();
    }
    if (!hasPlus) {
      throw s.error("patches", FileMessage.NO_PLUS_PATCH);
    }
  }

  /** A layout, or a list. */
  public static YamlNode tree(ElectrodesSpec spec) {
    if (spec instanceof ElectrodesSpec.None) {
      return scalar(ElectrodesSpec.None.WORD);
    }
    return spec instanceof ElectrodesSpec.Layout layout
        ? Binder.tree("electrodes", new ElectrodesSpec.Laid(layout))
        : list(
            ((ListedElectrodes) spec)
                .entries().stream().map(e -> Binder.tree("electrodes[]", e)).toList());
  }
}
