package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.experiment.Keys.Words;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.magnet.Grains.Property;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.PinningSites;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * How the film differs from place to place.
 *
 * @param several parts with a material of their own
 * @param pinning sites that hold the texture back
 * @param grains of a polycrystalline film
 */
public record DisorderSpec(
    @Key(
            name = "regions",
            value =
                "parts with another material; the last one that contains a cell's centre applies")
        @In("a list of {shape, ...}")
        Optional<List<Region>> several,
    Optional<Pinning> pinning,
    Optional<Grains> grains) {

  /** A film that is the same everywhere. */
  public static final DisorderSpec NONE =
      new DisorderSpec(Optional.empty(), Optional.empty(), Optional.empty());

  /** No regions are none. */
  public DisorderSpec {
    several = several.filter(r -> !r.isEmpty()).map(List::copyOf);
  }

  /** Parts with a material of their own, in their order. */
  public List<Region> regions() {
    return several.orElse(List.of());
  }

  /** Discs thrown at random: the section {@code pinning}, in SI units. */
  public record Pinning(
      @Key("random pinning sites per area") @In("1/um^2, 0 1/um^2 to 1e8 1/um^2") double density,
      @Key("radius of a site") @In("nm, 0.01 nm to 10 mm") double radius,
      @Key("uniaxial anisotropy of the sites; give this or `frozen`")
          @In("kJ/m^3, -100 MJ/m^3 to 100 MJ/m^3")
          @OnlyWith(key = "frozen", is = "false", otherwise = ExperimentMessage.FROZEN_HAS_NO_KU)
          OptionalDouble Ku,
      @Key("fixes the magnetisation of the sites after the initial relaxation")
          @Words(
              value = {"true", "false"},
              yes = "true")
          @Default(value = "false", isWritten = false)
          boolean frozen,
      @Key("seed of the positions") @Default("1") long seed) {
    public PinningSites on(Grid grid) {
      return PinningSites.random(grid, density, radius, seed);
    }
  }

  /** Voronoi cells, each with its own material: the section {@code grains}, in SI units. */
  public record Grains(
      @Key("mean diameter of the grains (random Voronoi cells)") @In("nm, 0.01 nm to 10 mm")
          double size,
      Spread spread,
      @Key("seed of the grains") @Default("1") long seed) {

    /** From grain to grain. */
    public record Spread(
        @Key("relative standard deviation of Ku") @In("%, 0 % to 100 %") @Default("0 %") double Ku,
        @Key("relative standard deviation of D") @In("%, 0 % to 100 %") @Default("0 %") double D,
        @Key("standard deviation of the axis tilt in each of two directions")
            @In("deg, 0 deg to 25 deg")
            @Default("0 deg")
            double axis) {

      /** Whether all grains are alike. */
      public boolean isNone() {
        return Ku == 0 && D == 0 && axis == 0;
      }
    }

    public hopfilm.magnet.Grains on(Grid grid) {
      return hopfilm.magnet.Grains.voronoi(grid, size, seed);
    }
  }

  /**
   * The material with its regions, with its grains, which are a factor of what a region has, and
   * with the anisotropy of its pinning sites, which takes the place of both.
   */
  public Material on(Grid grid, Material material) {
    return on(grid, material, k -> regions().get(k).cells(grid));
  }

  /** The same of a few cells that stand for a film: there is some of each region. */
  public Material sample(Grid grid, Material material) {
    int kinds = regions().size() + 1;
    return on(
        grid,
        material,
        k -> {
          boolean[] inside = new boolean[grid.cells()];
          for (int i = k + 1; i < inside.length; i += kinds) {
            inside[i] = true;
          }
          return inside;
        });
  }

  private Material on(Grid grid, Material material, IntFunction<boolean[]> inside) {
    Material result = several.isEmpty() ? material : Region.on(grid, material, regions(), inside);
    if (grains.isPresent()) {
      Grains g = grains.get();
      hopfilm.magnet.Grains voronoi = g.on(grid);
      result =
          result
              .withAnisotropy(
                  voronoi.vary(Property.KU, result.Ku(), g.spread().Ku()),
                  voronoi.tilt(result.axis(), g.spread().axis()))
              .withD(voronoi.vary(Property.D, result.D(), g.spread().D()));
    }
    if (pinning.isPresent() && pinning.get().Ku().isPresent()) {
      Pinning p = pinning.get();
      result =
          result.withAnisotropy(
              p.on(grid).replace(grid, result.Ku(), p.Ku().getAsDouble()), result.axis());
    }
    return result;
  }

  /** Conductivity of each cell in units of that of the film's material; empty for 1. */
  public Optional<double[]> conductivity(Grid grid, MaterialSpec film) {
    double[] all = new double[grid.cells()];
    Arrays.fill(all, 1);
    for (Region region : regions()) {
      boolean[] inside = region.cells(grid);
      for (int i = 0; i < all.length && region.rhoPerp().isPresent(); i++) {
        all[i] = inside[i] ? film.rhoPerp() / region.rhoPerp().getAsDouble() : all[i];
      }
    }
    return Arrays.stream(all).allMatch(v -> v == 1) ? Optional.empty() : Optional.of(all);
  }

  /** The region that each cell has its material from, from 1 on; 0 for none. */
  public int[] regionOf(Grid grid) {
    int[] number = new int[grid.cells()];
    for (int k = 0; k < regions().size(); k++) {
      boolean[] inside = regions().get(k).cells(grid);
      for (int i = 0; i < number.length; i++) {
        number[i] = inside[i] ? k + 1 : number[i];
      }
    }
    return number;
  }

  /** The magnet with its frozen sites, if it has any. */
  public Magnet frozen(Magnet magnet) {
    return pinning.isPresent() && pinning.get().frozen()
        ? magnet.withFrozen(pinning.get().on(magnet.grid()).inside())
        : magnet;
  }

  /** What there is of it on a film, by key. */
  public Map<String, String> facts(FilmSpec film) {
    Map<String, String> facts = new LinkedHashMap<>();
    Grid grid = film.grid();
    if (several.isPresent()) {
      List<String> shares = new ArrayList<>();
      for (Region region : regions()) {
        shares.add("%.1f %%".formatted(100 * share(film.cells(), region.cells(grid))));
      }
      facts.put("regions", "%s of the film".formatted(String.join(", ", shares)));
    }
    pinning.ifPresent(
        p -> {
          PinningSites sites = p.on(grid);
          facts.put(
              "pinning sites",
              "%d of %s radius, on %.1f %% of the film"
                  .formatted(
                      sites.count(),
                      length(p.radius()),
                      100 * share(film.cells(), sites.inside())));
        });
    grains.ifPresent(
        g -> facts.put("grains", "%d of about %s".formatted(g.on(grid).count(), length(g.size()))));
    return facts;
  }

  /** What is doubtful of it, one line each. */
  public List<String> warnings(FilmSpec film) {
    List<String> warnings = new ArrayList<>();
    for (int k = 0; k < regions().size(); k++) {
      if (share(film.cells(), regions().get(k).cells(film.grid())) == 0) {
        warnings.add(
            "regions[%d]: no centre of a cell of the film lies in it; move or enlarge it"
                .formatted(k + 1));
      }
    }
    if (pinning.isPresent() && share(film.cells(), pinning.get().on(film.grid()).inside()) == 0) {
      warnings.add(
          "pinning: no cell of the film lies in a site; raise pinning.density or pinning.radius");
    }
    if (grains.isPresent() && grains.get().spread().isNone()) {
      warnings.add("grains: without a spread they change nothing; set grains.spread");
    }
    return warnings;
  }

  private static double share(CellMask cells, boolean[] inside) {
    int film = 0;
    int covered = 0;
    for (int i = 0; i < inside.length; i++) {
      if (cells.inside(i)) {
        film++;
        covered += inside[i] ? 1 : 0;
      }
    }
    return (double) covered / film;
  }

  private static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }
}
