package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.grid.CellMask;
import hopfilm.grid.VectorField;
import hopfilm.magnet.StrayField;
import java.io.IOException;

/**
 * How well a film fits the picture that it began with.
 *
 * @param sameSign share of the columns of film in which m_z and what the picture shows have one
 *     sign
 * @param correlation of the greys of the picture with those that the film would give, 1 at best
 */
public record PictureFit(double sameSign, double correlation) {

  /** The fit of a texture; null if the experiment begins with no picture. */
  public static PictureFit of(Experiment e, VectorField m) throws IOException {
    if (!(e.initial().texture() instanceof InitialSpec.Picture picture)) {
      return null;
    }
    CellMask cells = e.film().cells();
    double[] shown = StartFiles.mz(e, picture);
    double[] grey = StartFiles.grey(e, picture);
    int columns = grey.length;
    int middle = m.grid().index(0, 0, m.grid().nz() / 2);
    double[] own = new double[columns];
    if (picture.shows() == InitialSpec.Shown.MZ) {
      System.arraycopy(m.z(), middle, own, 0, columns);
    } else {
      double[] gradient = new StrayField(m.grid(), e.material().Ms(), picture.height()).gradient(m);
      for (int i = 0; i < columns; i++) {
        own[i] = -gradient[i];
      }
    }
    int n = 0;
    int same = 0;
    for (int i = 0; i < columns; i++) {
      if (cells.inside(i)) {
        n++;
        same += shown[i] * m.z()[middle + i] > 0 ? 1 : 0;
      }
    }
    return new PictureFit((double) same / n, correlation(grey, own, cells));
  }

  private static double correlation(double[] a, double[] b, CellMask cells) {
    double n = 0;
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < a.length; i++) {
      if (cells.inside(i)) {
        n++;
        meanA += a[i];
        meanB += b[i];
      }
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      if (cells.inside(i)) {
        double x = a[i] - meanA / n;
        double y = b[i] - meanB / n;
        ab += x * y;
        aa += x * x;
        bb += y * y;
      }
    }
    return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
  }

  /** In one line. */
  public String words() {
    return "%.1f %% of the film points as in the picture, greys correlate by %.3f"
        .formatted(100 * sameSign, correlation);
  }
}
