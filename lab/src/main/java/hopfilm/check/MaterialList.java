package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Nearest;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Materials;
import hopfilm.units.Dimension;
import hopfilm.units.PublishedMaterials;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is known of the materials of the program, and what a film of each could do. */
public final class MaterialList {

  private static final String UNKNOWN = "?";

  /** Begins the note on a value that BORIS quotes. */
  private static final String BORIS = "(B)";

  private static final String INTRODUCTION =
      """
      # Materials

      `material.preset` takes the values that have a source. The keys beside it replace values or give unknown ones:

          material: {preset: FeGe, alpha: 0.3, P: 0.5, rho_perp: 2 uOhm m, amr: 1 %}

      MnSi, Co8Zn8Mn4, La0.7Sr0.3MnO3, Pt/CoFeB/MgO and Pt/CoFe/MgO are missing, because most of their values have no source.

      ## Suitability of each material

      *Maze* states whether the first [condition](../howto/choose-a-material.md#four-conditions) holds, *thin film* the same with `film.demag: local`. *Change of G* is
      1 - rho_perp/rho_par, 86 % for the default material. A question mark stands for a result that needs the unknown value in brackets.

      """;

  private static final String VALUES =
      """

      ## Values

      Each value links to its source; † marks a value quoted from [BORIS](https://github.com/SerbanL/Boris2) (BorisMDB.txt), whose source was
      not read. Values without a link follow from symmetry: crystals with an inversion centre have no DMI, cubic crystals no uniaxial anisotropy.

      """;

  private static final String PRESET =
      """

      A preset does not set the last four rows. Give `material.Tc`, `heat.conductivity`, and `heat.capacity` (density times specific heat) yourself. With
      `material.Tc` the magnetic values are those at `heat.ambient`, so give Co, Fe and Ni an ambient temperature near 300 K.

      """;

  private MaterialList() {}

  /** Head of {@link #rows}. */
  public static List<String> head() {
    return List.of(
        "material", "unknown, to be given", "Tc", "maze", "maze, thin film", "AMR", "change of G");
  }

  /** A line for each magnet. */
  public static List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (String name : Materials.magnets()) {
      PublishedMaterials.Entry m = Materials.all().get(name);
      rows.add(
          List.of(
              name,
              Materials.unknown(name).isEmpty()
                  ? "nothing"
                  : String.join(", ", Materials.unknown(name)),
              value(m, "Tc"),
              maze(name, "off"),
              maze(name, "local"),
              value(m, "amr"),
              signal(m)));
    }
    return rows;
  }

  private static String value(PublishedMaterials.Entry m, String key) {
    return m.values().containsKey(key) ? m.values().get(key).text() : UNKNOWN;
  }

  private static String maze(String name, String demag) {
    List<String> needed = new ArrayList<>(List.of("Ms", "A", "Ku", "D"));
    needed.retainAll(Materials.unknown(name));
    if (!needed.isEmpty()) {
      return "? (" + String.join(", ", needed) + ")";
    }
    LengthScales scales = LengthScales.of(withDefaults(name, demag));
    if (scales.relativeD() == 0) {
      return "no, D = 0";
    }
    String relative =
        Double.isInfinite(scales.relativeD()) ? "" : ", D = %.2f Dc".formatted(scales.relativeD());
    return scales.relativeD() > 1
        ? "yes, period " + Quantity.format(rounded(scales.period()), Dimension.LENGTH) + relative
        : "no" + relative;
  }

  private static double rounded(double metres) {
    return Math.rint(metres * 1e9) * 1e-9;
  }

  /** With the default of what is unknown, none of which decides whether there is a maze. */
  private static Experiment withDefaults(String name, String demag) {
    String given =
        Materials.unknown(name).stream()
            .map(key -> ", " + key + ": " + ExperimentKeys.find("material." + key).byDefault())
            .collect(Collectors.joining());
    String yaml =
        "film: {demag: %s}\nmaterial: {preset: %s%s}\ninitial: {texture: uniform}\n"
            .formatted(demag, name, given);
    return ExperimentFile.parse(yaml, name, List.of());
  }

  private static String signal(PublishedMaterials.Entry m) {
    if (!m.values().containsKey("amr")) {
      return UNKNOWN;
    }
    double a = Quantity.parse(m.values().get("amr").text(), Dimension.FRACTION);
    return "%.2g %%".formatted(100 * (1 - (1 - a / 2) / (1 + a / 2)));
  }

  /**
   * All values of one material, as rows of key, value, range, source and note.
   *
   * @throws ExperimentException if there is none of this name
   */
  public static List<List<String>> of(String name) {
    Map<String, PublishedMaterials.Entry> all = Materials.all();
    if (!all.containsKey(name)) {
      throw Nearest.to(name, all.keySet())
          .map(near -> refused(name, CheckMessage.MATERIAL_UNKNOWN_NEAR, near))
          .orElseGet(
              () -> refused(name, CheckMessage.MATERIAL_UNKNOWN, String.join(", ", all.keySet())));
    }
    PublishedMaterials.Entry m = all.get(name);
    List<List<String>> rows = new ArrayList<>();
    List<String> keys = new ArrayList<>(m.isMagnet() ? Materials.NEEDED : List.of());
    keys.addAll(Materials.MORE);
    for (String key : keys) {
      PublishedMaterials.Value v = m.values().get(key);
      if (v != null) {
        rows.add(
            List.of(key, v.text(), v.range(), v.doi().isEmpty() ? v.why() : v.doi(), v.note()));
      } else if (!key.equals("Tc") || m.isMagnet()) {
        rows.add(List.of(key, UNKNOWN, "", "", ""));
      }
    }
    return rows;
  }

  private static ExperimentException refused(String name, Message message, String value) {
    return ExperimentException.of("materials", message, name, value);
  }

  /** The page docs/reference/materials.md. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    List<Integer> shown = List.of(0, 3, 4, 6);
    table(page, picked(head(), shown), rows().stream().map(row -> picked(row, shown)).toList());
    page.append(VALUES);
    values(page, Materials.magnets());
    page.append(PRESET);
    table(page, List.of("material", "description", "notes"), notes());
    page.append("\n## Substrates\n\n");
    List<String> substrates = new ArrayList<>(Materials.all().keySet());
    substrates.removeAll(Materials.magnets());
    values(page, substrates);
    return page.toString();
  }

  private static List<String> picked(List<String> row, List<Integer> columns) {
    return columns.stream().map(row::get).toList();
  }

  /** A row for each key, a column for each material. */
  private static void values(StringBuilder page, List<String> names) {
    List<String> head = new ArrayList<>(List.of("key"));
    head.addAll(names);
    List<String> keys = new ArrayList<>(Materials.NEEDED);
    keys.addAll(Materials.MORE);
    List<List<String>> rows = new ArrayList<>();
    for (String key : keys) {
      List<PublishedMaterials.Value> values =
          names.stream().map(n -> Materials.all().get(n).values().get(key)).toList();
      List<String> units =
          values.stream().filter(Objects::nonNull).map(v -> unit(v.text())).distinct().toList();
      if (!units.isEmpty()) { // no substrate has a magnetisation
        String unit = units.size() == 1 ? units.get(0) : "";
        List<String> row =
            new ArrayList<>(List.of("`" + key + "`" + (unit.isEmpty() ? "" : " [" + unit + "]")));
        values.forEach(v -> row.add(v == null ? "" : cell(v, unit)));
        rows.add(row);
      }
    }
    table(page, head, rows);
  }

  private static String unit(String value) {
    return value.contains(" ") ? value.substring(value.indexOf(' ') + 1) : "";
  }

  /** A value as a link to its source. */
  private static String cell(PublishedMaterials.Value v, String unit) {
    String number = v.text().substring(0, v.text().length() - unit.length()).strip();
    String link =
        v.doi().isEmpty() ? number : "[%s](https://doi.org/%s)".formatted(number, v.doi());
    return v.note().startsWith(BORIS) ? link + "†" : link;
  }

  /** Each magnet in words, with the notes on its values. */
  private static List<List<String>> notes() {
    List<List<String>> rows = new ArrayList<>();
    for (String name : Materials.magnets()) {
      PublishedMaterials.Entry m = Materials.all().get(name);
      Map<String, List<String>> keys = new LinkedHashMap<>();
      m.values()
          .forEach(
              (key, v) -> {
                String range = v.range().isEmpty() ? "" : v.range() + ", ";
                String note = range + v.note().replace(BORIS, "").strip();
                keys.computeIfAbsent(note, n -> new ArrayList<>()).add("`" + key + "`");
              });
      keys.remove("");
      String text =
          keys.entrySet().stream()
              .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
              .collect(Collectors.joining(". "));
      rows.add(List.of(name, m.about(), text));
    }
    return rows;
  }

  private static void table(StringBuilder page, List<String> head, List<List<String>> rows) {
    page.append(line(head)).append("|---".repeat(head.size())).append("|\n");
    rows.forEach(row -> page.append(line(row)));
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(c -> c.replace("|", "\\|"))
        .collect(Collectors.joining(" |", "|", " |\n"));
  }
}
