package hopfilm.magnet;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.FourierLoops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A magnet on a grid: its material, the discretisation of its chiral exchange, the external field
 * and the kind of demagnetising field, and from these its energy and effective field.
 */
public final class Magnet {

  private final Grid grid;
  private final Material material;
  private final Discretisation discretisation;
  private final double[] externalField;
  private final Bonds bonds;
  private final Exchange exchange;
  private final ChiralDmi dmi;
  private final EnergyTerm anisotropy;
  private final Zeeman zeeman;
  private final DemagKind demagKind;
  private final EnergyTerm demag;
  private final boolean[] frozen;
  private final AddedTerms added;

  /**
   * A magnet without demagnetising field.
   *
   * @param externalField uniform external field, three components [A/m]
   */
  public Magnet(
      Grid grid, Material material, Discretisation discretisation, double[] externalField) {
    this(grid, material, discretisation, externalField, DemagKind.OFF, null, null, AddedTerms.NONE);
  }

  private Magnet(
      Grid grid,
      Material material,
      Discretisation discretisation,
      double[] externalField,
      DemagKind demagKind,
      EnergyTerm demag,
      boolean[] frozen,
      AddedTerms added) {
    this.grid = grid;
    this.material = material;
    this.discretisation = discretisation;
    this.externalField = externalField.clone();
    this.bonds = new Bonds(grid, material, discretisation);
    this.exchange = new Exchange(bonds, material);
    this.dmi = new ChiralDmi(bonds, material);
    this.anisotropy =
        material.anisotropy().fourth().isNone()
            ? new UniaxialAnisotropy(material)
            : new FourthOrderAnisotropy(material);
    this.zeeman =
        added.cells() == null
            ? Zeeman.uniform(material, externalField)
            : Zeeman.of(material, externalField, added.cells());
    this.demagKind = demagKind;
    this.demag = demag;
    this.frozen = frozen;
    this.added = added;
  }

  /** A magnet without external and demagnetising field. */
  public Magnet(Grid grid, Material material, Discretisation discretisation) {
    this(grid, material, discretisation, new double[3]);
  }

  /** The same magnet in another external field [A/m]. */
  public Magnet withField(double[] field) {
    return new Magnet(grid, material, discretisation, field, demagKind, demag, frozen, added);
  }

  /**
   * The same magnet in an external field that varies in space, beside the uniform one and in place
   * of one that varied before.
   *
   * @param field the field in each cell [A/m], copied
   * @throws IllegalArgumentException if it has other cells
   */
  public Magnet withField(VectorField field) {
    if (!field.grid().equals(grid)) {
      throw new IllegalArgumentException("the external field is on another grid");
    }
    return with(added.withCells(field));
  }

  /** The same magnet of another material; terms of {@link #withTerm} stay as they are. */
  public Magnet withMaterial(Material other) {
    EnergyTerm term =
        demag instanceof Demag d ? d.of(other) : demag == null ? null : new LocalDemag(other);
    AddedTerms terms = added.of(other);
    return new Magnet(grid, other, discretisation, externalField, demagKind, term, frozen, terms);
  }

  /** The same magnet with another damping. */
  public Magnet withAlpha(double alpha) {
    return new Magnet(
        grid,
        material.withAlpha(alpha),
        discretisation,
        externalField,
        demagKind,
        demag,
        frozen,
        added);
  }

  /**
   * The same magnet with another kind of demagnetising field.
   *
   * @throws IllegalArgumentException if it is ON and the grid is periodic along z
   */
  public Magnet withDemag(DemagKind kind) {
    return withDemag(kind, FourierLoops.DOUBLE);
  }

  /**
   * The same magnet with another kind of demagnetising field.
   *
   * @param loops that compute it where it is ON
   * @throws IllegalArgumentException if it is ON and the grid is periodic along z
   */
  public Magnet withDemag(DemagKind kind, FourierLoops loops) {
    EnergyTerm term =
        switch (kind) {
          case OFF -> null;
          case ON -> new Demag(grid, material, loops);
          case LOCAL -> new LocalDemag(material);
        };
    return new Magnet(grid, material, discretisation, externalField, kind, term, frozen, added);
  }

  /**
   * The same magnet with cells whose magnetisation does not move; they count in energies and fields
   * as all others do.
   *
   * @param cells one flag a cell; copied
   * @throws IllegalArgumentException if there is not one flag a cell
   */
  public Magnet withFrozen(boolean[] cells) {
    if (cells.length != grid.cells()) {
      throw new IllegalArgumentException(
          "frozen cells need %d flags, not %d".formatted(grid.cells(), cells.length));
    }
    return new Magnet(
        grid, material, discretisation, externalField, demagKind, demag, cells.clone(), added);
  }

  /**
   * The same magnet with a further term of the energy, which knows its own material. Its field is
   * computed in a pass of its own at each stage of a time step, by one thread.
   *
   * @param fieldBound largest field that a change of m by a vector of length one in every cell adds
   *     [A/m], as 2K/(mu0 Ms) of an anisotropy; the time step is stable with it
   * @throws IllegalArgumentException if the bound is negative or not finite
   */
  public Magnet withTerm(EnergyTerm term, double fieldBound) {
    return with(added.and(term, fieldBound));
  }

  /**
   * The same magnet in the Oersted field of a current, in place of one that it was in.
   *
   * @param field the field in each cell [A/m], copied
   */
  public Magnet withOersted(VectorField field) {
    return with(added.withOersted(Zeeman.oersted(material, field)));
  }

  /**
   * The same magnet with bilinear exchange between two layers across what lies between them, beside
   * that of other pairs.
   *
   * @throws IllegalArgumentException if the grid has no such layers, the lower one first
   */
  public Magnet withLayerExchange(LayerExchange.Pair pair) {
    LayerExchange before =
        added.layers() == null ? new LayerExchange(grid, material, List.of()) : added.layers();
    return with(added.withLayers(before.and(pair)));
  }

  /** Exchange between layers across spacers; null for none. */
  public LayerExchange layerExchange() {
    return added.layers();
  }

  private Magnet with(AddedTerms terms) {
    return new Magnet(
        grid, material, discretisation, externalField, demagKind, demag, frozen, terms);
  }

  /** The terms that {@link #withTerm} added. */
  public List<EnergyTerm> addedTerms() {
    return added.terms();
  }

  /**
   * Bound of the field that a perturbation of length one makes in the added terms and across
   * spacers [A/m].
   */
  public double addedFieldBound() {
    double across = added.layers() == null ? 0 : added.layers().fieldBound();
    return added.fieldBound() + across;
  }

  /** True if some cells do not move. */
  public boolean hasFrozen() {
    return frozen != null;
  }

  /** True if the magnetisation of a cell does not move. */
  public boolean isFrozen(int cell) {
    return frozen != null && frozen[cell];
  }

  public Grid grid() {
    return grid;
  }

  public Material material() {
    return material;
  }

  public Discretisation discretisation() {
    return discretisation;
  }

  /** Uniform external field [A/m]. */
  public double[] externalField() {
    return externalField.clone();
  }

  /** The external field that varies in space, beside the uniform one [A/m]. */
  public Optional<VectorField> fieldOfCells() {
    return Optional.ofNullable(added.cells()).map(VectorField::copy);
  }

  /** Bound of the external field of a cell [A/m]. */
  public double largestExternalField() {
    double uniform = Math.hypot(Math.hypot(externalField[0], externalField[1]), externalField[2]);
    return added.cells() == null ? uniform : uniform + added.cells().largest();
  }

  /** The kind of demagnetising field. */
  public DemagKind demag() {
    return demagKind;
  }

  /** The dipolar field of all cells, null unless the kind is ON. */
  public Demag dipolar() {
    return demag instanceof Demag d ? d : null;
  }

  /** The bonds of exchange and Dzyaloshinskii-Moriya interaction. */
  public Bonds bonds() {
    return bonds;
  }

  /** All contributions to the energy. */
  public List<EnergyTerm> terms() {
    List<EnergyTerm> terms = new ArrayList<>(List.of(exchange, anisotropy, dmi, zeeman));
    if (demag != null) {
      terms.add(demag);
    }
    if (added.oersted() != null) {
      terms.add(added.oersted());
    }
    if (added.layers() != null) {
      terms.add(added.layers());
    }
    terms.addAll(added.terms());
    return List.copyOf(terms);
  }

  /** Energy by term of a magnetisation [J]. */
  public Energies energies(VectorField m) {
    return new Energies(
        exchange.energy(m) + added.layersEnergy(m),
        anisotropy.energy(m),
        dmi.energy(m),
        zeeman.energy(m),
        demag == null ? 0 : demag.energy(m),
        added.oersted() == null ? 0 : added.oersted().energy(m),
        added.energy(m));
  }

  /** Effective field of a magnetisation [A/m]. */
  public VectorField field(VectorField m) {
    VectorField h = new VectorField(grid);
    for (EnergyTerm term : terms()) {
      term.addField(m, h);
    }
    return h;
  }

  /**
   * How far a film is from rest: the largest |m x H| of its cells in its effective field, without
   * current and heat [A/m]. It is zero in equilibrium (W. F. Brown, Micromagnetics, Interscience,
   * 1963). OOMMF's minimiser stops at it ({@code stopping_mxHxm}); {@code MaxTorque} of mumax3 is
   * mu0 times it, but for the factor 1/sqrt(1 + alpha^2) of its equation of motion.
   */
  public double largestTorque(VectorField m) {
    VectorField h = field(m);
    double largest = 0;
    for (int c = 0; c < grid.cells(); c++) {
      if (!isFrozen(c)) {
        double x = m.y()[c] * h.z()[c] - m.z()[c] * h.y()[c];
        double y = m.z()[c] * h.x()[c] - m.x()[c] * h.z()[c];
        double z = m.x()[c] * h.y()[c] - m.y()[c] * h.x()[c];
        largest = Math.max(largest, x * x + y * y + z * z);
      }
    }
    return Math.sqrt(largest);
  }
}
