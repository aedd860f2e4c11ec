package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.file.ExperimentKeys;
import hopfilm.file.Materials;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Nearest;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of the materials of the program, and what a film of each could do. */
public final class MaterialList {

  private static final String UNKNOWN = "?";

  private static final String INTRODUCTION =
      """
      # Materials

      `hopfilm materials` prints this list, `hopfilm materials NAME` one material. A preset takes the values that have a source:

          material: {preset: FeGe, alpha: 0.3, P: 0.5, rho_perp: 2 uOhm m, amr: 1 %}

      Keys beside `preset` replace its values; those beside FeGe are examples. Values without a source must be given: they have no default. `experiment.yaml`
      of a run has all values, so later changes of this list do not affect it.

      Most values of MnSi, Co8Zn8Mn4, La0.7Sr0.3MnO3, Pt/CoFeB/MgO and Pt/CoFe/MgO have no source. Contributions with a DOI are welcome.

      ## Suitability of each material

      A *maze* of stripes forms spontaneously if |D| is above Dc = 4 sqrt(A Ku)/π. The thin-film column subtracts mu0 Ms^2/2 from Ku (`film.demag: local`).
      *Change of G* is the max relative change of a conductance when the magnetisation turns, 1 - rho_perp/rho_par; in the film of the paper 86 %.

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
      Materials.Entry m = Materials.all().get(name);
      rows.add(
          List.of(
              name,
              m.unknown().isEmpty() ? "nothing" : String.join(", ", m.unknown()),
              value(m, "Tc"),
              maze(name, "off"),
              maze(name, "local"),
              value(m, "amr"),
              signal(m)));
    }
    return rows;
  }

  private static String value(Materials.Entry m, String key) {
    return m.values().containsKey(key) ? m.values().get(key).text() : UNKNOWN;
  }

  private static String maze(String name, String demag) {
    Materials.Entry m = Materials.all().get(name);
    List<String> needed = new ArrayList<>(List.of("Ms", "A", "Ku", "D"));
    needed.retainAll(m.unknown());
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
        Materials.all().get(name).unknown().stream()
            .map(key -> ", " + key + ": " + ExperimentKeys.find("material." + key).byDefault())
            .collect(Collectors.joining());
    String yaml =
        "film: {demag: %s}\nmaterial: {preset: %s%s}\ninitial: {texture: uniform}\n"
            .formatted(demag, name, given);
    return ExperimentFile.parse(yaml, name, List.of());
  }

  private static String signal(Materials.Entry m) {
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
    Map<String, Materials.Entry> all = Materials.all();
    if (!all.containsKey(name)) {
      throw Nearest.to(name, all.keySet())
          .map(near -> refused(name, CheckMessage.MATERIAL_UNKNOWN_NEAR, near))
          .orElseGet(
              () -> refused(name, CheckMessage.MATERIAL_UNKNOWN, String.join(", ", all.keySet())));
    }
    Materials.Entry m = all.get(name);
    List<List<String>> rows = new ArrayList<>();
    List<String> keys = new ArrayList<>(m.isMagnet() ? Materials.NEEDED : List.of());
    keys.addAll(Materials.MORE);
    for (String key : keys) {
      Materials.Value v = m.values().get(key);
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
    table(page, head(), rows());
    Materials.all()
        .forEach(
            (name, m) -> {
              page.append("\n## %s\n\n%s.\n\n".formatted(name, capital(m.about())));
              List<List<String>> rows = new ArrayList<>();
              for (List<String> row : of(name)) {
                if (!row.get(1).equals(UNKNOWN)) {
                  rows.add(List.of("`" + row.get(0) + "`", value(row), source(row)));
                }
              }
              table(page, List.of("key", "value", "source"), rows);
            });
    page.append(
        """

        (B): quoted from the material table of [BORIS](https://github.com/SerbanL/Boris2) (BorisMDB.txt), without reading the source. Missing keys are unknown.
        Give Tc as material.Tc, the thermal conductivity as heat.conductivity, and density times specific heat as heat.capacity; a preset does not set them.
        With material.Tc the magnetic values are those at heat.ambient, so give Co, Fe and Ni an ambient near 300 K.
        """);
    return page.toString();
  }

  /** The value of a row, with its range. */
  private static String value(List<String> row) {
    return row.get(2).isEmpty() ? row.get(1) : "%s (%s)".formatted(row.get(1), row.get(2));
  }

  /** The source of a row as a link, with its note. */
  private static String source(List<String> row) {
    String doi = row.get(3);
    String link = doi.startsWith("10.") ? "[%s](https://doi.org/%s)".formatted(doi, doi) : doi;
    return row.get(4).isEmpty() ? link : link + " " + row.get(4);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
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
