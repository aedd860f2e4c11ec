package hopfilm.kernel;

/**
 * All that a loop over one row of cells reads, in the open for the loops of {@code
 * hopfilm.kernel.generated}. Meaning and units of the numbers: {@link FilmCoefficients}, {@link
 * VaryingCoefficients}, {@link Drift}.
 */
public final class RowOperands {

  // Where: the row from start to end in m and base, its neighbours as offsets from it, ...
  public int start;
  public int end;
  public int south;
  public int north;
  public int south2;
  public int north2;
  public int down;
  public int up;
  public int down2;
  public int up2;

  // ... offsets to out, to arrays of the whole film and to the added field, ...
  public int to;
  public int film;
  public int added;

  // ... and from one cell of the whole film to the next along y and z.
  public int stride;
  public int plane;

  // What is read and written: dm/dt, or where it adds, base + weight dm/dt.
  public double[] mX;
  public double[] mY;
  public double[] mZ;
  public double[] baseX;
  public double[] baseY;
  public double[] baseZ;
  public double[] outX;
  public double[] outY;
  public double[] outZ;
  public boolean adds;
  public double weight;

  // The field: uniform and added, of the cell itself, of neighbours.
  public double[] field;
  public double[] hX;
  public double[] hY;
  public double[] hZ;
  public double[] diagonal;
  public double[][] local;
  public double[] nearWeight;
  public double[] nearChiral;
  public double[] farWeight;
  public double[] farChiral;
  public double[][] par;
  public double[][] perp;
  public double[][] cross;

  // The motion: of all cells, or 1/(mu0 Ms), p1 and q1 by cell.
  public double p1;
  public double p2;
  public double q1;
  public double q2;
  public double xi;
  public double[][] motion;

  // The current: velocity start + since slope along the field; the gradient's factors by length and
  // axis.
  public double[][] driftStart;
  public double[][] driftSlope;
  public double since;
  public double ratio;
  public double hall;
  public double[] gradient;
  public double dampingLike;
  public double fieldLike;
}
