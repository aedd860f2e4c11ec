package hopfilm.section;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.input.FileMessage;
import hopfilm.input.Origin;
import hopfilm.key.Binder;
import hopfilm.key.Section;
import hopfilm.key.YamlValues;
import hopfilm.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Puts the keys that follow from {@code electrodes.rows.spacing} in its place: the size of the film
 * and the margin of the pads, their radius and the cells where the file gives none.
 */
public final class RowSpacing {

  private static final String FILM = "film";
  private static final String ELECTRODES = "electrodes";
  private static final String ROWS = "rows";
  private static final String SPACING = "spacing";

  /** Radius of a pad / spacing, as in docs/evidence/rows.md. */
  private static final double RADIUS = 0.27;

  /** Largest cell, as there [m]. */
  private static final double CELL = 8e-9;

  /** Fewer digits than a double has, so that a whole number of cells has a short name. */
  private static final MathContext DIGITS = new MathContext(12);

  private RowSpacing() {}

  /** The file of a run without that key. */
  public static YamlNode.Mapping laid(YamlNode.Mapping root) {
    if (!(root.get(ELECTRODES) instanceof YamlNode.Mapping contacts)
        || !(contacts.get(ROWS) instanceof YamlNode.Mapping rows)
        || rows.get(SPACING) == null) {
      return root;
    }
    Section top = new Section("", "", root, root.origin());
    Section film = top.section(FILM);
    Section electrodes = top.section(ELECTRODES);
    Section plan = electrodes.section(ROWS);
    double spacing = plan.value(SPACING);
    ElectrodesSpec.GridSize grid = Binder.read(ElectrodesSpec.Rows.Plan.class, plan).grid();
    film.refuse("size", FileMessage.SPACING_GIVES, "film.size");
    electrodes.refuse("margin", FileMessage.SPACING_GIVES, "margin");
    Origin at = plan.originOf(SPACING);
    double[] size = {round(grid.columns() * spacing), round(grid.rows() * spacing)};
    double cell = spacing / Math.ceil(spacing / CELL - 1e-9);
    YamlNode.Mapping laid =
        YamlNode.Mapping.empty(film.origin())
            .with("size", YamlValues.numbers("film.size", size), at)
            .with("cell", YamlValues.number("film.cell", round(cell)), at)
            .with(root.get(FILM) instanceof YamlNode.Mapping given ? given : YamlValues.map());
    YamlNode.Mapping pads =
        YamlNode.Mapping.empty(electrodes.origin())
            .with("radius", YamlValues.number("electrodes.radius", round(RADIUS * spacing)), at)
            .with("margin", YamlValues.number("electrodes.margin", round(spacing / 2)), at)
            .with(contacts.with(ROWS, rows.without(SPACING)));
    return root.with(FILM, laid).with(ELECTRODES, pads);
  }

  private static double round(double x) {
    return new BigDecimal(x).round(DIGITS).doubleValue();
  }
}
