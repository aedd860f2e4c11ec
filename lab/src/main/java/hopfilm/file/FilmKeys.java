package hopfilm.file;

import static hopfilm.file.KeyForms.ALPHA;
import static hopfilm.file.KeyForms.ANISOTROPY;
import static hopfilm.file.KeyForms.DIRECTION;
import static hopfilm.file.KeyForms.LENGTH;
import static hopfilm.file.KeyForms.SEED;
import static hopfilm.file.KeyForms.SPREAD;
import static hopfilm.file.KeyForms.choice;
import static hopfilm.file.KeyForms.key;
import static hopfilm.file.KeyForms.list;
import static hopfilm.file.KeyForms.measure;
import static hopfilm.file.KeyForms.plain;

import hopfilm.file.KeyKind.Form;
import hopfilm.file.KeyKind.Measure;
import hopfilm.file.KeyKind.Measures;
import hopfilm.file.KeyKind.Range;
import hopfilm.file.KeyKind.Whole;
import hopfilm.units.Dimension;
import java.util.List;
import java.util.stream.Stream;

/** Keys of the film: shape, cells, material and its disorder. */
final class FilmKeys {

  private static final List<Key> FILM =
      List.of(
          key("film.size", new Measures(LENGTH, 2), "[512 nm, 512 nm]", "extent along x and y"),
          key(
              "film.cell",
              measure(Dimension.LENGTH, "nm", "0.01 nm", "1 um"),
              "4 nm",
              "edge of the square cells"),
          key(
              "film.thickness",
              measure(Dimension.LENGTH, "um", "0.01 nm", "10 mm"),
              "1 um",
              "scales currents and energies; enters noise and demagnetising field"),
          key(
              "film.layers",
              new Whole(1, 10_000),
              "1",
              "layers of cells that share the thickness; with 2 or more, the current flows in space"),
          key(
              "film.edges",
              choice("open", "periodic-x", "periodic-y", "periodic"),
              "open",
              "what lies beyond the edges, for magnetisation and current"),
          key(
              "film.demag",
              choice("off", "on", "local"),
              "off",
              "demagnetising field: none, that of all cells, or as in a thin film"),
          key(
              "film.oersted",
              choice("off", "on"),
              "off",
              "Oersted field of the current in the film, without that of the leads"),
          key(
              "film.shape",
              choice(
                  "rectangle",
                  "disc",
                  "polygon",
                  "ellipse",
                  "ring",
                  "union",
                  "intersection",
                  "difference",
                  "svg",
                  "image",
                  "contours"),
              "rectangle",
              "outline within film.size; a disc or ring touches the nearer edges, an ellipse all, an"
                  + " image covers it"),
          key("film.points", list("three or more corners [x, y]"), null, "corners of the polygon"));

  private static final Key MASK =
      key(
          "film.mask",
          list("a list of {shape, ...}"),
          null,
          "shapes cut out of the film: holes and notches");

  private static final List<Key> REST =
      List.of(
          key(
              "film.mask[].keep",
              choice("outside", "inside"),
              "outside",
              "which side of the outline remains film"),
          key(
              "material.preset",
              new KeyKind.Choice(Materials.magnets()),
              null,
              "takes values with a source, see `hopfilm materials`; what is unknown must be given, and"
                  + " what is given counts"),
          key(
              "material.Ms",
              measure(Dimension.MAGNETISATION, "kA/m", "0.1 kA/m", "10 MA/m"),
              "700 kA/m",
              "saturation magnetisation"),
          key(
              "material.A",
              measure(Dimension.EXCHANGE_STIFFNESS, "pJ/m", "0.001 pJ/m", "1 nJ/m"),
              "10 pJ/m",
              "exchange stiffness"),
          key(
              "material.Ku",
              ANISOTROPY,
              "172 kJ/m^3",
              "uniaxial anisotropy; above 0 the axis is easy"),
          key(
              "material.axis",
              new Measures(DIRECTION, 3),
              "[0, 0, 1]",
              "direction of the anisotropy axis, of any length"),
          key(
              "material.D",
              new Measure(
                  List.of(
                      new Form(Dimension.CURRENT, "mA", Range.of("-1 A", "1 A")),
                      new Form(
                          Dimension.SURFACE_ENERGY,
                          "mJ/m^2",
                          Range.of("-100 mJ/m^2", "100 mJ/m^2")))),
              "6.5 mA",
              "Dzyaloshinskii-Moriya strength: D_H = 2D/(mu0 Ms) in A, or D in J/m^2"),
          key(
              "material.dmi",
              choice("bulk", "interfacial"),
              "bulk",
              "its symmetry; a film learns with bulk, with interfacial its feedback is negative"),
          key("material.alpha", ALPHA, "0.3", "Gilbert damping"),
          key("material.P", plain("-1", "1"), "1", "spin polarisation of the current"),
          key("material.xi", plain("-10", "10"), "0", "non-adiabaticity of the torque"),
          key(
              "material.rho_perp",
              measure(Dimension.RESISTIVITY, "uOhm m", "0.0001 uOhm m", "1 Ohm m"),
              "0.15 uOhm m",
              "resistivity across the magnetisation"),
          key(
              "material.amr",
              new Measure(
                  List.of(new Form(Dimension.FRACTION, "%", Range.between("-200 %", "200 %")))),
              "150 %",
              "a = 2 (rho_par - rho_perp)/(rho_par + rho_perp); 150 % means rho_par = 7 rho_perp"),
          key(
              "material.hall_angle",
              measure(Dimension.ANGLE, "deg", "-89 deg", "89 deg"),
              "0 deg",
              "anomalous Hall angle: the part +s_H m_z of Sigma_xy, -s_H m_z of Sigma_yx and so on in"
                  + " cyclic order, with s_H = tan(angle)/rho_perp"),
          key(
              "material.planar_hall",
              choice("on", "off"),
              "on",
              "the part m_x m_y of the conductivity, in several layers all m_i m_j; off for comparison"),
          key(
              "material.temperature_coefficient",
              measure(Dimension.TEMPERATURE_COEFFICIENT, "1/K", "-0.001 1/K", "0.02 1/K"),
              "0 1/K",
              "of the resistivities: with heat, those of each cell are 1 + this (T - heat.ambient) times"
                  + " the values above; 0.006 1/K for pure iron, cobalt and nickel, less in alloys and thin"
                  + " films"),
          key(
              "material.Tc",
              measure(Dimension.TEMPERATURE, "K", "1 K", "10 kK"),
              null,
              "Curie temperature: with heat, Ms and so on change with the temperature of each cell, and"
                  + " the run ends at 0.95 of it; the values above are those at heat.ambient"),
          key(
              "material.exponents.A",
              plain("0", "10"),
              "2",
              "A goes as this power of the order 1 - (T/Tc)^1.5, as which Ms goes"),
          key("material.exponents.D", plain("0", "10"), "2", "the same of D"),
          key("material.exponents.Ku", plain("0", "10"), "3", "the same of Ku"),
          key(
              "material.spin_orbit.damping_like",
              plain("-10", "10"),
              "0",
              "efficiency of the damping-like spin-orbit torque, for interfacial films"),
          key(
              "material.spin_orbit.field_like",
              plain("-10", "10"),
              "0",
              "efficiency of the field-like spin-orbit torque"),
          key(
              "pinning.density",
              measure(Dimension.AREAL_NUMBER, "1/um^2", "0 1/um^2", "1e8 1/um^2"),
              null,
              "pinning sites an area; they lie at random"),
          key("pinning.radius", LENGTH, null, "radius of a site"),
          key(
              "pinning.Ku",
              ANISOTROPY,
              null,
              "uniaxial anisotropy in the sites, in place of material.Ku; or frozen"),
          key(
              "pinning.frozen",
              choice("true", "false"),
              "false",
              "the magnetisation in the sites stays as it is when the film at the start has relaxed"),
          key("pinning.seed", SEED, "1", "of the positions"),
          key("grains.size", LENGTH, null, "mean diameter of the grains, Voronoi cells at random"),
          key(
              "grains.spread.Ku",
              SPREAD,
              "0 %",
              "standard deviation of Ku from grain to grain, relative to Ku"),
          key(
              "grains.spread.D",
              SPREAD,
              "0 %",
              "standard deviation of D from grain to grain, relative to D"),
          key(
              "grains.spread.axis",
              measure(Dimension.ANGLE, "deg", "0 deg", "25 deg"),
              "0 deg",
              "standard deviation of the tilt of the anisotropy axis, in each of two directions"),
          key("grains.seed", SEED, "1", "of positions and deviations"));

  static final List<Key> ALL =
      Stream.of(FILM, OutlineKeys.ofFilm(), List.of(MASK), OutlineKeys.of("film.mask[]"), REST)
          .flatMap(List::stream)
          .toList();

  private FilmKeys() {}
}
