package hopfilm.experiment;

import static hopfilm.units.Constants.MU0;

import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import hopfilm.grid.CellMask;
import hopfilm.grid.Grid;
import hopfilm.grid.ScalarField;
import hopfilm.grid.VectorField;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.FourthOrder;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of the film with a material of its own, in SI units: an entry of {@code regions}. It has
 * the cells whose centres are inside; what it does not give there stays as it is.
 */
public record Region(
    @Inline Outline.Placed placed,
    @Key("element of the `device` drawing, instead of a shape") @In("any text")
        Optional<String> name,
    @Key("saturation magnetisation") @In(value = MaterialSpec.MS, of = Dimension.MAGNETISATION)
        OptionalDouble Ms,
    @Key("exchange stiffness") @In(MaterialSpec.STIFFNESS) OptionalDouble A,
    @Key("uniaxial anisotropy; easy axis if positive") @In(MaterialSpec.ANISOTROPY)
        OptionalDouble Ku,
    @Key("anisotropy axis") @In(value = "-1e6 to 1e6", count = 3) Optional<List<Double>> axis,
    @Key(name = "D", value = "DMI constant; D_H uses the region's Ms") @In(MaterialSpec.DMI)
        Optional<Quantity> strength,
    @Key("Gilbert damping, except in relax steps") @In("0 to 10") OptionalDouble alpha,
    @Key("fourth-order uniaxial anisotropy, along its `axis`") @In(MaterialSpec.ANISOTROPY)
        OptionalDouble Ku2,
    @Key("cubic anisotropy, along the cubic axes of the film") @In(MaterialSpec.ANISOTROPY)
        OptionalDouble Kc1,
    @Key("spin polarisation; not beside `material.spin_orbit`") @In("-1 to 1") OptionalDouble P,
    @Key("resistivity perpendicular to m; amr and Hall angle are those of the film")
        @In(MaterialSpec.RESISTIVITY)
        OptionalDouble rhoPerp) {

  /** Whether it leaves the material as it is. */
  public boolean isPlain() {
    return Stream.of(Ms, A, Ku, alpha, Ku2, Kc1, P, rhoPerp).allMatch(OptionalDouble::isEmpty)
        && axis.isEmpty()
        && strength.isEmpty();
  }

  /** Its material in a film of another one. */
  public MaterialSpec in(MaterialSpec film) {
    Quantity own =
        strength.isEmpty() && film.isField()
            ? new Quantity(film.D(), Dimension.SURFACE_ENERGY) // which is what the cells there keep
            : strength.orElse(film.strength());
    return new MaterialSpec(
        Ms.orElse(film.Ms()),
        A.orElse(film.A()),
        Ku.orElse(film.Ku()),
        axis.orElse(film.axis()),
        Ku2.orElse(film.Ku2()),
        Kc1.isPresent() ? Kc1 : film.Kc1(),
        film.cubicAxes(),
        own,
        film.dmi(),
        alpha.orElse(film.alpha()),
        P.orElse(film.P()),
        film.xi(),
        rhoPerp.orElse(film.rhoPerp()),
        film.amr(),
        film.hallAngle(),
        film.planarHall(),
        film.temperatureCoefficient(),
        film.Tc(),
        film.exponents(),
        film.spinOrbit(),
        film.slonczewski());
  }

  /** Whether each cell of a grid is in it. */
  boolean[] cells(Grid grid) {
    CellMask mask = CellMask.full(grid).within(placed.onFilm());
    boolean[] inside = new boolean[grid.cells()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = mask.inside(i);
    }
    return inside;
  }

  /**
   * A material with regions, the later ones on top.
   *
   * @param inside which cells are in the region of a number from 0
   */
  static Material on(
      Grid grid, Material material, List<Region> regions, IntFunction<boolean[]> inside) {
    Fields all = new Fields(grid, material);
    for (int k = 0; k < regions.size(); k++) {
      boolean[] cells = inside.apply(k);
      Region region = regions.get(k);
      IntStream.range(0, cells.length).filter(i -> cells[i]).forEach(i -> all.set(i, region));
    }
    return all.of(material);
  }

  /** The parameters of a material cell by cell. */
  private static final class Fields {
    private final ScalarField ms;
    private final ScalarField a;
    private final ScalarField ku;
    private final ScalarField d;
    private final ScalarField alpha;
    private final ScalarField ku2;
    private final ScalarField kc1;
    private final ScalarField p;
    private final VectorField axis;

    Fields(Grid grid, Material material) {
      ms = of(grid, material.Ms());
      a = of(grid, material.A());
      ku = of(grid, material.Ku());
      d = of(grid, material.D());
      alpha = of(grid, material.alpha());
      ku2 = of(grid, material.anisotropy().fourth().Ku2());
      kc1 = of(grid, material.anisotropy().fourth().Kc1());
      p = of(grid, material.P());
      axis = new VectorField(grid);
      for (int c = 0; c < 3; c++) {
        Arrays.fill(axis.component(c), material.axis().at(c, 0));
      }
    }

    private static ScalarField of(Grid grid, Parameter p) {
      ScalarField field = new ScalarField(grid);
      Arrays.fill(field.values(), p.at(0));
      return field;
    }

    void set(int cell, Region r) {
      r.Ms.ifPresent(v -> ms.values()[cell] = v);
      r.A.ifPresent(v -> a.values()[cell] = v);
      r.Ku.ifPresent(v -> ku.values()[cell] = v);
      r.alpha.ifPresent(v -> alpha.values()[cell] = v);
      r.Ku2.ifPresent(v -> ku2.values()[cell] = v);
      r.Kc1.ifPresent(v -> kc1.values()[cell] = v);
      r.P.ifPresent(v -> p.values()[cell] = v);
      r.strength.ifPresent(
          q ->
              d.values()[cell] =
                  q.dimension() == Dimension.CURRENT
                      ? MU0 * ms.values()[cell] * q.value() / 2
                      : q.value());
      if (r.axis.isPresent()) {
        double[] unit = MaterialSpec.unit(r.axis.get());
        for (int c = 0; c < 3; c++) {
          axis.component(c)[cell] = unit[c];
        }
      }
    }

    Material of(Material like) {
      double[][] e = {axis.x(), axis.y(), axis.z()};
      boolean isOne = Stream.of(e).allMatch(Fields::isUniform);
      return new Material(
          parameter(ms),
          parameter(a),
          new Material.Anisotropy(
              parameter(ku),
              isOne ? EasyAxis.of(e[0][0], e[1][0], e[2][0]) : EasyAxis.of(axis),
              new FourthOrder(parameter(ku2), parameter(kc1), like.anisotropy().fourth().cubic())),
          new Material.Chirality(parameter(d), like.dmi()),
          parameter(alpha),
          like.withP(parameter(p)).torques());
    }

    /** A number where it is one, which takes the loops of films that are the same everywhere. */
    private static Parameter parameter(ScalarField field) {
      return isUniform(field.values()) ? Parameter.of(field.values()[0]) : Parameter.of(field);
    }

    private static boolean isUniform(double[] values) {
      return Arrays.stream(values).allMatch(v -> v == values[0]);
    }
  }
}
