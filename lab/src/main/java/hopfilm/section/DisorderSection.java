package hopfilm.section;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.Region;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.key.Binder;
import hopfilm.key.Section;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of {@code regions} and the sections {@code pinning} and {@code grains}. */
public final class DisorderSection {

  /** Times that all sites together may cover the film. */
  private static final double MAX_COVERAGE = 10;

  private DisorderSection() {}

  /**
   * Reads them.
   *
   * @param film null if it is wrong
   * @param faults get the errors of all
   */
  public static DisorderSpec read(Section top, FilmSpec film, Faults faults, StudyBudget budget) {
    List<Region> regions =
        top.has("regions")
            ? faults.read("regions", () -> regions(top, film, faults, budget))
            : null;
    DisorderSpec.Pinning pinning =
        top.has("pinning")
            ? faults.read("pinning", () -> pinning(top.section("pinning"), film))
            : null;
    DisorderSpec.Grains grains =
        top.has("grains") ? faults.read("grains", () -> grains(top.section("grains"), film)) : null;
    return new DisorderSpec(
        Optional.ofNullable(regions), Optional.ofNullable(pinning), Optional.ofNullable(grains));
  }

  private static List<Region> regions(
      Section top, FilmSpec film, Faults faults, StudyBudget budget) {
    List<YamlNode> items = top.list("regions");
    List<Region> regions = new ArrayList<>();
    for (int k = 0; k < items.size(); k++) {
      Section s = top.entry("regions", k + 1, items.get(k));
      regions.add(faults.read(() -> region(s)));
    }
    if (regions.contains(null)) {
      return null;
    }
    if (film != null) {
      budget.regions(film, regions, top);
    }
    return regions;
  }

  private static Region region(Section s) {
    if (s.has("name") && !s.has("shape")) {
      throw s.error("shape", FileMessage.REGION_WITHOUT_SHAPE);
    }
    Region region = Binder.read(Region.class, s);
    OutlineSection.vet(s, region.placed());
    if (region.isPlain()) {
      throw s.error("", FileMessage.PLAIN_REGION);
    }
    return region;
  }

  private static DisorderSpec.Pinning pinning(Section s, FilmSpec film) {
    DisorderSpec.Pinning pinning = Binder.read(DisorderSpec.Pinning.class, s);
    if (!pinning.frozen() && pinning.Ku().isEmpty()) {
      throw s.error("Ku", FileMessage.PINNED_BY_WHAT);
    }
    if (film != null) {
      requireFewSites(s, film, pinning.density(), pinning.radius());
    }
    return pinning;
  }

  private static void requireFewSites(Section s, FilmSpec film, double density, double radius) {
    double area = film.sizeX() * film.sizeY();
    double most =
        Math.min((double) film.nx() * film.ny(), MAX_COVERAGE * area / (Math.PI * radius * radius));
    double sites = Math.rint(density * area);
    if (sites > Math.max(1, most)) {
      throw s.error(
          "density",
          FileMessage.TOO_MANY_SITES,
          sites,
          Quantity.format(radius, Dimension.LENGTH),
          Math.floor(Math.max(1, most)));
    }
  }

  private static DisorderSpec.Grains grains(Section s, FilmSpec film) {
    DisorderSpec.Grains grains = Binder.read(DisorderSpec.Grains.class, s);
    if (film != null && grains.size() < film.cell()) {
      throw s.error(
          "size",
          FileMessage.GRAINS_TOO_SMALL,
          Quantity.format(grains.size(), Dimension.LENGTH),
          Quantity.format(film.cell(), Dimension.LENGTH));
    }
    return grains;
  }
}
