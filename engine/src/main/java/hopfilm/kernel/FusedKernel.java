package hopfilm.kernel;

import hopfilm.kernel.generated.FlatRows;
import hopfilm.kernel.generated.SolidRows;
import hopfilm.kernel.generated.WideFlatRows;
import hopfilm.kernel.generated.WideSolidRows;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Any magnet with the Vector API: for each kind of film a loop that reads what varies in it and no
 * more, generated from one template. Whole vectors run over the end of a row into its fill.
 */
final class FusedKernel extends RowKernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** Stages of a step. */
  private static final int STAGES = 4;

  private final FilmCoefficients film;
  private final VaryingCoefficients varying;
  private final KeptCells frozen;
  private final MirrorImages images;
  private final RowLoop[] loops;
  private final RowLoop[] loopsWithField;
  private final double[] none;
  private final List<LocalField> local;

  /** The kernel of a film, see {@link Kernels#vector}. */
  FusedKernel(
      PaddedLayout layout,
      FilmKind kind,
      FilmCoefficients film,
      CellCoefficients magnet,
      Ghosts ghosts,
      List<LocalField> local) {
    super(layout, ghosts, magnet == null ? null : magnet.empty());
    this.film = film;
    this.local = local;
    this.varying = magnet == null ? null : VaryingCoefficients.of(layout, kind, magnet);
    this.frozen = magnet == null ? null : KeptCells.of(layout, magnet.motion().frozen());
    this.images = magnet == null ? null : MirrorImages.of(layout, magnet);
    this.loops = loops(kind);
    this.loopsWithField = loops(kind == FilmKind.PLAIN ? FilmKind.ADDED : kind);
    this.none = new double[layout.stride() + 2 * PaddedLayout.LEAD];
  }

  private RowLoop[] loops(FilmKind kind) {
    boolean isFlat = layout().grid().nz() == 1;
    boolean isNear = film.far() == null;
    RowLoop[] all = new RowLoop[RowDrive.values().length];
    for (RowDrive drive : RowDrive.values()) {
      all[drive.ordinal()] =
          isNear
              ? (isFlat ? FlatRows.of(kind, drive) : SolidRows.of(kind, drive))
              : (isFlat ? WideFlatRows.of(kind, drive) : WideSolidRows.of(kind, drive));
    }
    return all;
  }

  /** True if vectors of this machine fit the fill of a row. */
  static boolean supported() {
    return SPECIES.length() <= PaddedLayout.LEAD && SPECIES.length() > 1;
  }

  @Override
  public String name() {
    return "vector-" + SPECIES.vectorBitSize();
  }

  @Override
  boolean worksOnFewRows() {
    return true;
  }

  @Override
  double[] externalField() {
    return film.field();
  }

  /** Operands that the rows of a stage share, made once a stage. */
  private static final class StageRow {
    private final RowOperands row;
    private Stage stage;
    private RowLoop loop;
    private boolean isDriven;

    StageRow(RowOperands row) {
      this.row = row;
    }
  }

  /**
   * Room of one thread: the stages whose rows take turns, dm/dt of a row, its frozen cells, and the
   * field that is added to it where that depends on m.
   */
  private static final class Work {
    private final StageRow[] stages;
    private final PaddedField rate;
    private final PaddedField kept;
    private final double[][] own; // null for none
    private final double[] three = new double[3];
    private int oldest;

    Work(StageRow[] stages, PaddedField rate, PaddedField kept, double[][] own) {
      this.stages = stages;
      this.rate = rate;
      this.kept = kept;
      this.own = own;
    }
  }

  @Override
  Object scratch() {
    // whole vectors run over the end
    int n = layout().grid().nx() + SPECIES.length();
    StageRow[] stages = new StageRow[STAGES];
    for (int k = 0; k < STAGES; k++) {
      stages[k] = new StageRow(constants());
    }
    return new Work(stages, few(n), few(n), local.isEmpty() ? null : new double[3][n]);
  }

  private PaddedField few(int n) {
    return new PaddedField(layout(), new double[n], new double[n], new double[n]);
  }

  /** The arguments of a row that all rows share. */
  private RowOperands constants() {
    RowOperands r = new RowOperands();
    r.stride = layout().stride();
    r.plane = layout().plane();
    r.diagonal = film.diagonal();
    r.nearWeight = film.near().weight();
    r.nearChiral = film.near().chiral();
    if (film.far() != null) {
      r.farWeight = film.far().weight();
      r.farChiral = film.far().chiral();
    }
    r.p1 = film.motion()[0];
    r.p2 = film.motion()[1];
    r.q1 = film.motion()[2];
    r.q2 = film.motion()[3];
    r.driftStart = new double[3][];
    r.driftSlope = new double[3][];
    r.gradient = new double[6];
    if (varying != null) {
      r.local = varying.local();
      r.par = varying.par();
      r.perp = varying.perp();
      r.cross = varying.cross();
      r.motion = varying.motion();
      r.xi = varying.xi();
    }
    return r;
  }

  @Override
  void row(Stage t, RowStarts at, Object scratch) {
    Work w = (Work) scratch;
    if (frozen != null) {
      frozen.keep(t, at, w.kept);
    }
    if (t.kind() == Stage.Kind.LAST) {
      rate(t, at, w, w.rate, 0);
      LastStage.finish(t, at, w.rate, layout().grid().nx());
    } else {
      rate(t, at, w, t.next(), at.next);
    }
    if (frozen != null) {
      frozen.restore(t, at, w.kept);
    }
  }

  /** Writes F of a row, or base + weight F, to another one that begins at {@code to}. */
  private void rate(Stage t, RowStarts at, Work w, PaddedField out, int to) {
    StageRow stage = find(t, w, out);
    RowOperands r = stage.row;
    r.start = at.m;
    r.end = at.m + layout().grid().nx();
    r.south = at.offset(1, -1);
    r.north = at.offset(1, 1);
    r.down = at.offset(2, -1);
    r.up = at.offset(2, 1);
    if (film.far() != null) {
      r.south2 = at.offset(1, -2);
      r.north2 = at.offset(1, 2);
      r.down2 = at.offset(2, -2);
      r.up2 = at.offset(2, 2);
    }
    r.film = at.film - at.m;
    // without an added field the loop reads zeros, with local fields the row that has them all
    r.added = t.added() == null ? PaddedLayout.LEAD - at.m : r.film;
    if (w.own != null) {
      addOwn(t, at, w.own);
      r.added = -at.m;
    }
    r.to = to - at.m;
    stage.loop.run(r);
    if (images != null && stage.isDriven) {
      images.add(t, at, out, to, r.adds ? r.weight : 1, w.three);
    }
  }

  /** Writes what is added to the field of a row, local fields included. */
  private void addOwn(Stage t, RowStarts at, double[][] own) {
    int nx = layout().grid().nx();
    for (int c = 0; c < 3; c++) {
      if (t.added() == null) {
        Arrays.fill(own[c], 0, nx, 0);
      } else {
        System.arraycopy(t.added().component(c), at.film, own[c], 0, nx);
      }
    }
    for (LocalField f : local) {
      f.addByVector(t, at, nx, own);
    }
  }

  /** The arguments of a stage, made when its first row comes. */
  @SuppressWarnings("ReferenceEquality") // a stage is one call; to compare its numbers takes longer
  private StageRow find(Stage t, Work w, PaddedField out) {
    for (StageRow stage : w.stages) {
      if (stage.stage == t) {
        return stage;
      }
    }
    StageRow stage = w.stages[w.oldest];
    w.oldest = (w.oldest + 1) % STAGES;
    stage.stage = t;
    RowOperands r = stage.row;
    r.mX = t.m().x();
    r.mY = t.m().y();
    r.mZ = t.m().z();
    r.baseX = t.base().x();
    r.baseY = t.base().y();
    r.baseZ = t.base().z();
    r.outX = out.x();
    r.outY = out.y();
    r.outZ = out.z();
    r.adds = t.kind() == Stage.Kind.MIDDLE;
    r.weight = t.weight();
    r.field = t.field();
    PaddedField h = t.added();
    r.hX = w.own != null ? w.own[0] : h == null ? none : h.x();
    r.hY = w.own != null ? w.own[1] : h == null ? none : h.y();
    r.hZ = w.own != null ? w.own[2] : h == null ? none : h.z();
    RowDrive drive = drive(t.drift(), t.since(), r);
    stage.isDriven = drive != RowDrive.FREE;
    stage.loop = (h == null && w.own == null ? loops : loopsWithField)[drive.ordinal()];
    return stage;
  }

  private RowDrive drive(Drift d, double since, RowOperands r) {
    if (d == null) {
      return RowDrive.FREE;
    }
    // films with a motion of their own in each cell count the gradient in units of the field
    double spin = d.spin();
    double factor = r.motion == null ? spin : spin / varying.gamma0();
    for (int k = 0; k < d.components(); k++) {
      r.driftStart[k] = d.start().component(k);
      r.driftSlope[k] = d.slope().component(k);
      r.gradient[k] = film.near().gradient()[k] * factor;
      if (film.far() != null) {
        r.gradient[3 + k] = film.far().gradient()[k] * factor;
      }
    }
    r.since = since;
    r.ratio = d.conduction().ratio();
    r.hall = d.conduction().hall();
    r.dampingLike = d.factor() * film.spinOrbit().dampingLike();
    r.fieldLike = d.factor() * film.spinOrbit().fieldLike();
    return r.dampingLike == 0 && r.fieldLike == 0 ? RowDrive.CURRENT : RowDrive.SPIN_ORBIT;
  }
}
