package hopfilm.kernel;

/**
 * The field of exchange between layers across a spacer, row by row: J s m of the cell above or
 * below it in the other layer, which is the zero vector where that is empty.
 *
 * @param ny rows of a layer
 * @param low one layer of each pair
 * @param high the other, above it
 * @param J strength of each pair [J/m^2]
 * @param isOneRow whether the numbers of one row stand for all
 * @param strength s = 1/(mu0 Ms dz) by cell, 0 in an empty one
 */
public record LayerExchangeRows(
    int ny, int[] low, int[] high, double[] J, boolean isOneRow, double[] strength)
    implements LocalField {

  @Override
  public void add(Stage t, RowStarts at, int n, double[][] h) {
    int layer = at.row / ny;
    for (int p = 0; p < J.length; p++) {
      int distance = (high[p] - low[p]) * at.offset(2, 1);
      if (layer == low[p]) {
        add(J[p], t.m(), at.m + distance, isOneRow ? 0 : at.row * n, n, h);
      } else if (layer == high[p]) {
        add(J[p], t.m(), at.m - distance, isOneRow ? 0 : at.row * n, n, h);
      }
    }
  }

  private void add(double by, PaddedField m, int other, int first, int n, double[][] h) {
    double[] s = strength;
    for (int c = 0; c < 3; c++) {
      double[] from = m.component(c);
      double[] to = h[c];
      for (int i = 0; i < n; i++) {
        to[i] += by * s[first + i] * from[other + i];
      }
    }
  }
}
