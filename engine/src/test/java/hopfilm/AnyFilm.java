package hopfilm;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.ScalarField;
import hopfilm.grid.Shape;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.magnet.Textures;
import hopfilm.parallel.KernelChoice;
import hopfilm.parallel.Parallel;
import hopfilm.transport.AmrConductivity;
import hopfilm.transport.CurrentFlow;
import hopfilm.transport.Electrode;
import hopfilm.transport.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A film drawn at random from a seed, for laws that every film obeys: grid, cells, edges, outline,
 * material, fields, conductivity, electrodes (on faces too with several layers), their voltages, a
 * drift velocity and a texture.
 */
public record AnyFilm(
    long seed,
    Grid grid,
    CellMask mask,
    Material material,
    Discretisation discretisation,
    double[] field,
    DemagKind demag,
    AmrConductivity conductivity,
    List<Electrode> electrodes,
    double[] voltages,
    VectorField drift,
    VectorField m) {

  /** Number of random films that each law is held against. */
  public static final int COUNT = Boolean.getBoolean("hopfilm.slow") ? 200 : 60;

  /** The films of the seeds from 1 on. */
  public static Stream<AnyFilm> all() {
    return Stream.iterate(1L, s -> s + 1).limit(COUNT).map(AnyFilm::random);
  }

  /** Those that carry currents. */
  public static Stream<AnyFilm> withCurrents() {
    return Stream.iterate(1L, s -> s + 1)
        .map(AnyFilm::random)
        .filter(f -> !f.electrodes.isEmpty())
        .limit(COUNT);
  }

  public Magnet magnet() {
    return new Magnet(grid, material, discretisation, field).withDemag(demag);
  }

  public CurrentFlow flow() {
    return flow(conductivity, mask, electrodes);
  }

  public CurrentFlow flow(AmrConductivity sigma, CellMask outline, List<Electrode> contacts) {
    return new CurrentFlow(grid, outline, sigma, contacts, Parallel.SERIAL, KernelChoice.PLAIN);
  }

  public Held held() {
    return flow().with(m);
  }

  public Held held(AmrConductivity sigma, CellMask outline, List<Electrode> contacts) {
    return flow(sigma, outline, contacts).with(m);
  }

  /** The same film with another texture. */
  public AnyFilm with(VectorField texture) {
    return new AnyFilm(
        seed,
        grid,
        mask,
        material,
        discretisation,
        field,
        demag,
        conductivity,
        electrodes,
        voltages,
        drift,
        texture);
  }

  /** The same film of another material. */
  public AnyFilm with(Material other) {
    return new AnyFilm(
        seed,
        grid,
        mask,
        other,
        discretisation,
        field,
        demag,
        conductivity,
        electrodes,
        voltages,
        drift,
        m);
  }

  @Override
  public String toString() {
    return "seed %d: %d x %d x %d cells of %s, %s, %s, demag %s, amr %.2f, %d electrodes"
        .formatted(
            seed,
            grid.nx(),
            grid.ny(),
            grid.nz(),
            mask,
            material.dmi(),
            discretisation,
            demag,
            conductivity.amr(),
            electrodes.size());
  }

  /** The film of a seed. */
  public static AnyFilm random(long seed) {
    SplittableRandom r = new SplittableRandom(seed);
    Grid grid = grid(r);
    CellMask mask = mask(grid, r);
    boolean openBelow = grid.edgesZ() == Edges.OPEN;
    DemagKind demag =
        switch (r.nextInt(6)) {
          case 0, 1 -> DemagKind.LOCAL;
          case 2 -> openBelow ? DemagKind.ON : DemagKind.OFF;
          default -> DemagKind.OFF;
        };
    double h = r.nextInt(3) == 0 ? 0 : 3e5;
    double[] field = {h * symmetric(r), h * symmetric(r), h * symmetric(r)};
    AmrConductivity sigma = new AmrConductivity(5e-8 + 2e-7 * r.nextDouble(), 1.9 * symmetric(r));
    VectorField m = r.nextBoolean() ? rough(grid, r) : smooth(grid, r);
    mask.clear(m);
    // a stream of its own, so that films of several layers keep the rest of theirs
    SplittableRandom solid = new SplittableRandom(-seed);
    List<Electrode> electrodes =
        grid.nz() > 1 ? solidElectrodes(mask, sigma, solid) : electrodes(mask, sigma, r);
    double[] voltages = new double[electrodes.size()];
    for (int e = 0; e < voltages.length; e++) {
      voltages[e] = 0.01 * symmetric(grid.nz() > 1 ? solid : r);
    }
    VectorField drift = new VectorField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      drift.x()[c] = mask.inside(c) ? 200 * symmetric(r) : 0;
      drift.y()[c] = mask.inside(c) ? 200 * symmetric(r) : 0;
      drift.z()[c] = grid.nz() > 1 && mask.inside(c) ? 200 * symmetric(solid) : 0;
    }
    return new AnyFilm(
        seed,
        grid,
        mask,
        material(grid, r).within(mask),
        Discretisation.values()[r.nextInt(Discretisation.values().length)],
        field,
        demag,
        sigma,
        electrodes,
        voltages,
        drift,
        m);
  }

  private static double symmetric(SplittableRandom r) {
    return 2 * r.nextDouble() - 1;
  }

  private static double between(double low, double high, SplittableRandom r) {
    return low + (high - low) * r.nextDouble();
  }

  private static Edges edges(SplittableRandom r) {
    return r.nextInt(3) == 0 ? Edges.PERIODIC : Edges.OPEN;
  }

  private static Grid grid(SplittableRandom r) {
    int nz = r.nextInt(3) == 0 ? 2 + r.nextInt(2) : 1;
    int most = nz == 1 ? 24 : 10;
    return new Grid(
        3 + r.nextInt(most - 2),
        3 + r.nextInt(most - 2),
        nz,
        between(1e-9, 5e-9, r),
        between(1e-9, 5e-9, r),
        between(1e-9, 5e-9, r),
        new Grid.Boundary(edges(r), edges(r), nz == 1 ? Edges.OPEN : edges(r)));
  }

  /** Half the films are whole; others have holes and notches, or cells missing at random. */
  private static CellMask mask(Grid grid, SplittableRandom r) {
    CellMask mask = CellMask.full(grid);
    int kind = r.nextInt(4);
    if (kind == 2) {
      int cuts = 1 + r.nextInt(3);
      for (int n = 0; n < cuts; n++) {
        CellMask cut = mask.without(shape(grid, 0.25, r));
        mask = cut.count() > 0 ? cut : mask;
      }
    } else if (kind == 3) {
      boolean[] inside = new boolean[grid.nx() * grid.ny()];
      for (int c = 0; c < inside.length; c++) {
        inside[c] = r.nextInt(5) > 0;
      }
      inside[r.nextInt(inside.length)] = true;
      mask = CellMask.of(grid, inside);
    }
    return mask;
  }

  private static Material material(Grid grid, SplittableRandom r) {
    boolean varying = r.nextInt(3) == 0;
    double[] axis = new double[3];
    if (r.nextBoolean()) {
      axis[r.nextInt(3)] = r.nextBoolean() ? 1 : -1;
    } else {
      double z = symmetric(r);
      double phi = 2 * Math.PI * r.nextDouble();
      axis = new double[] {Math.sqrt(1 - z * z) * Math.cos(phi), 0, z};
      axis[1] = Math.sqrt(1 - z * z) * Math.sin(phi);
    }
    Parameter ms = parameter(between(1e5, 1.2e6, r), varying, grid, r);
    // so that D dx/(2A) stays below 1.5
    Parameter a = parameter(between(1e-11, 3e-11, r), varying, grid, r);
    Parameter ku = parameter(1e6 * symmetric(r), varying, grid, r);
    Parameter d = parameter(3e-3 * symmetric(r), varying, grid, r);
    DmiKind dmi = r.nextBoolean() ? DmiKind.BULK : DmiKind.INTERFACIAL;
    Parameter alpha = parameter(r.nextDouble(), varying, grid, r);
    EasyAxis easy = EasyAxis.of(axis[0], axis[1], axis[2]);
    Material made =
        new Material(
            ms,
            a,
            new Material.Anisotropy(ku, easy),
            new Material.Chirality(d, dmi),
            alpha,
            new Material.Torques(r.nextDouble(), symmetric(r)));
    return r.nextInt(3) == 0
        ? made.withSpinOrbit(new SpinOrbitTorque(0.3 * symmetric(r), 0.3 * symmetric(r)))
        : made;
  }

  private static Parameter parameter(double mean, boolean varying, Grid grid, SplittableRandom r) {
    if (!varying) {
      return Parameter.of(mean);
    }
    ScalarField f = new ScalarField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      f.values()[c] = mean * between(0.7, 1.3, r);
    }
    return Parameter.of(f);
  }

  private static VectorField rough(Grid grid, SplittableRandom r) {
    return Textures.random(grid, r.nextLong());
  }

  /** m turns within about five cells. */
  private static VectorField smooth(Grid grid, SplittableRandom r) {
    double[] k = new double[8];
    for (int n = 0; n < 8; n++) {
      k[n] = 0.4 * symmetric(r);
    }
    VectorField m = new VectorField(grid);
    for (int c = 0; c < grid.cells(); c++) {
      int i = c % grid.nx();
      int j = c / grid.nx() % grid.ny();
      int l = c / (grid.nx() * grid.ny());
      double phi = 8 * k[0] + k[1] * i + k[2] * j + k[3] * l;
      double theta = 8 * k[4] + k[5] * i + k[6] * j + k[7] * l;
      m.x()[c] = Math.sin(theta) * Math.cos(phi);
      m.y()[c] = Math.sin(theta) * Math.sin(phi);
      m.z()[c] = Math.cos(theta);
    }
    return m;
  }

  /** A disc, rectangle or triangle somewhere on the film, of up to a part of its size. */
  private static Shape shape(Grid grid, double part, SplittableRandom r) {
    double lx = grid.sizeX();
    double ly = grid.sizeY();
    double x = lx * r.nextDouble();
    double y = ly * r.nextDouble();
    double w = part * lx * r.nextDouble();
    double h = part * ly * r.nextDouble();
    return switch (r.nextInt(3)) {
      case 0 -> new Disc(x, y, Math.min(w, h));
      case 1 -> new Rectangle(x - w, y - h, x + w, y + h);
      default -> new Polygon(new double[] {x - w, x + w, x}, new double[] {y - h, y, y + h});
    };
  }

  /** Two to five electrodes that touch no common corner, half of the films with resistances. */
  private static List<Electrode> electrodes(
      CellMask mask, AmrConductivity sigma, SplittableRandom r) {
    Grid grid = mask.grid();
    int wanted = 2 + r.nextInt(4);
    boolean resistive = r.nextBoolean();
    boolean[] taken = new boolean[(grid.nx() + 1) * (grid.ny() + 1)];
    List<Electrode> electrodes = new ArrayList<>();
    for (int attempt = 0; electrodes.size() < (attempt < 60 ? wanted : 2); attempt++) {
      Shape shape = shape(grid, 0.3, r);
      if (attempt % 2 == 1) {
        shape = new Disc(r.nextInt(grid.nx()) * grid.dx(), r.nextInt(grid.ny()) * grid.dy(), 0);
      }
      if (take(shape, mask, taken)) {
        double sheet = 1 / (sigma.sPerp() * grid.sizeZ());
        double ohm = resistive && r.nextInt(3) > 0 ? sheet * Math.pow(10, 2 * symmetric(r)) : 0;
        electrodes.add(new Electrode("e" + electrodes.size(), shape, ohm));
      }
    }
    return electrodes;
  }

  /** Two to five electrodes on the faces and through the thickness of a film of several layers. */
  private static List<Electrode> solidElectrodes(
      CellMask mask, AmrConductivity sigma, SplittableRandom r) {
    Grid grid = mask.grid();
    int wanted = 2 + r.nextInt(4);
    boolean resistive = r.nextBoolean();
    List<Electrode> electrodes = new ArrayList<>();
    for (int attempt = 0; attempt < 200 && electrodes.size() < wanted; attempt++) {
      Face face = attempt % 3 == 2 ? null : Face.values()[r.nextInt(6)];
      double lx = grid.size(face == null ? 0 : face.first());
      double ly = grid.size(face == null ? 1 : face.second());
      double x = lx * r.nextDouble();
      double y = ly * r.nextDouble();
      double size = 0.3 * (0.2 + r.nextDouble());
      Shape shape = new Rectangle(x - size * lx, y - size * ly, x + size * lx, y + size * ly);
      double sheet = 1 / (sigma.sPerp() * grid.sizeZ());
      double ohm = resistive && r.nextInt(3) > 0 ? sheet * Math.pow(10, 2 * symmetric(r)) : 0;
      Electrode next = new Electrode("e" + electrodes.size(), shape, ohm).on(face);
      List<Electrode> with = new ArrayList<>(electrodes);
      with.add(next);
      if (fits(mask, sigma, with)) {
        electrodes.add(next);
      }
    }
    return electrodes.size() < 2 ? List.of() : electrodes;
  }

  private static boolean fits(CellMask mask, AmrConductivity sigma, List<Electrode> electrodes) {
    List<Electrode> two = new ArrayList<>(electrodes);
    if (two.size() == 1) {
      // with one that touches nothing the message is about the other, or about this one
      two.add(new Electrode("beyond", new Disc(-1, -1, 0)));
    }
    try {
      new CurrentFlow(mask.grid(), mask, sigma, two, Parallel.SERIAL, KernelChoice.PLAIN);
      return true;
    } catch (IllegalArgumentException e) {
      return e.getMessage().contains("'beyond'");
    }
  }

  private static boolean take(Shape shape, CellMask mask, boolean[] taken) {
    Grid grid = mask.grid();
    boolean[] mine = new boolean[taken.length];
    boolean onFilm = false;
    for (int n = 0; n < taken.length; n++) {
      int i = n % (grid.nx() + 1);
      int j = n / (grid.nx() + 1);
      mine[n] = shape.covers(grid, i * grid.dx(), j * grid.dy());
      if (mine[n] && taken[n]) {
        return false;
      }
      boolean cell = i < grid.nx() && j < grid.ny() && mask.inside(grid.index(i, j, 0));
      onFilm |= mine[n] && cell;
    }
    for (int n = 0; n < taken.length && onFilm; n++) {
      taken[n] |= mine[n];
    }
    return onFilm;
  }
}
