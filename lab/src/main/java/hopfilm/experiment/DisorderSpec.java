package hopfilm.experiment;

import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Grains.Property;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.PinningSites;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the film differs from place to place.
 *
 * @param pinning sites that hold the texture back
 * @param grains of a polycrystalline film
 */
public record DisorderSpec(Optional<Pinning> pinning, Optional<Grains> grains) {

  /** A film that is the same everywhere. */
  public static final DisorderSpec NONE = new DisorderSpec(Optional.empty(), Optional.empty());

  /**
   * Discs thrown at random.
   *
   * @param density sites an area [1/m^2]
   * @param radius of a site [m]
   * @param Ku anisotropy in the sites [J/m^3]; empty where the magnetisation in them is frozen
   * @param seed of their positions
   */
  public record Pinning(double density, double radius, OptionalDouble Ku, long seed) {
    public PinningSites on(Grid grid) {
      return PinningSites.random(grid, density, radius, seed);
    }
  }

  /**
   * Voronoi cells, each with its own material.
   *
   * @param size mean diameter [m]
   * @param Ku standard deviation of Ku, relative to it
   * @param D standard deviation of D, relative to it
   * @param axis standard deviation of the tilt of the axis in each of two directions [rad]
   * @param seed of positions and deviations
   */
  public record Grains(double size, double Ku, double D, double axis, long seed) {
    public hopfilm.magnet.Grains on(Grid grid) {
      return hopfilm.magnet.Grains.voronoi(grid, size, seed);
    }
  }

  /** The material with its grains and with the anisotropy of its pinning sites. */
  public Material on(Grid grid, Material material) {
    Material result = material;
    if (grains.isPresent()) {
      Grains g = grains.get();
      hopfilm.magnet.Grains voronoi = g.on(grid);
      result =
          result
              .withAnisotropy(
                  voronoi.vary(Property.KU, material.Ku(), g.Ku()),
                  voronoi.tilt((EasyAxis.Uniform) material.axis(), g.axis()))
              .withD(voronoi.vary(Property.D, material.D(), g.D()));
    }
    if (pinning.isPresent() && pinning.get().Ku().isPresent()) {
      Pinning p = pinning.get();
      result =
          result.withAnisotropy(
              p.on(grid).replace(grid, result.Ku(), p.Ku().getAsDouble()), result.axis());
    }
    return result;
  }

  /** The magnet with its frozen sites, if it has any. */
  public Magnet frozen(Magnet magnet) {
    return pinning.isPresent() && pinning.get().Ku().isEmpty()
        ? magnet.withFrozen(pinning.get().on(magnet.grid()).inside())
        : magnet;
  }

  /** What there is of it on a film, by key. */
  public Map<String, String> facts(FilmSpec film) {
    Map<String, String> facts = new LinkedHashMap<>();
    Grid grid = film.grid();
    pinning.ifPresent(
        p -> {
          PinningSites sites = p.on(grid);
          facts.put(
              "pinning sites",
              "%d of %s radius, on %.1f %% of the film"
                  .formatted(sites.count(), length(p.radius()), 100 * share(film.cells(), sites)));
        });
    grains.ifPresent(
        g -> facts.put("grains", "%d of about %s".formatted(g.on(grid).count(), length(g.size()))));
    return facts;
  }

  /** What is doubtful of it, one line each. */
  public List<String> warnings(FilmSpec film) {
    List<String> warnings = new ArrayList<>();
    if (pinning.isPresent() && share(film.cells(), pinning.get().on(film.grid())) == 0) {
      warnings.add(
          "pinning: no cell of the film lies in a site; raise pinning.density or pinning.radius");
    }
    if (grains.isPresent()
        && grains.get().Ku() == 0
        && grains.get().D() == 0
        && grains.get().axis() == 0) {
      warnings.add("grains: without a spread they change nothing; set grains.spread");
    }
    return warnings;
  }

  private static double share(CellMask cells, PinningSites sites) {
    int film = 0;
    int pinned = 0;
    for (int i = 0; i < sites.inside().length; i++) {
      if (cells.inside(i)) {
        film++;
        pinned += sites.inside()[i] ? 1 : 0;
      }
    }
    return (double) pinned / film;
  }

  private static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }
}
