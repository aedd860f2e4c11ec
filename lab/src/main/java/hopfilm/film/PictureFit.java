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
 * @param sameSign share of the columns of film that are bright or dark in both, above or below the
 *     mean of each; m_z itself where the picture shows it. What is divided out of a stray field has
 *     too much of its noise to count
 * @param correlation of the greys of the picture with those that the film would give, 1 at best
 */
public record PictureFit(double sameSign, double correlation) {

  /** The fit of a texture; null if the experiment begins with no picture. */
  public static PictureFit of(Experiment e, VectorField m) throws IOException {
    if (!(e.initial().texture() instanceof InitialSpec.Picture picture)) {
      return null;
    }
    CellMask cells = e.film().cells();
    double[] grey = StartFiles.grey(e, picture);
    int columns = grey.length;
    int middle = m.grid().index(0, 0, m.grid().nz() / 2);
    double[] own = new double[columns];
    boolean isMz = picture.shows() == InitialSpec.Shown.MZ;
    if (isMz) {
      System.arraycopy(m.z(), middle, own, 0, columns);
    } else {
      double[] gradient = new StrayField(m.grid(), e.material().Ms(), picture.height()).gradient(m);
      for (int i = 0; i < columns; i++) {
        own[i] = -gradient[i];
      }
    }
    double[] shown = isMz ? StartFiles.mz(e, picture) : grey;
    double meanShown = isMz ? 0 : mean(grey, cells);
    double meanOwn = isMz ? 0 : mean(own, cells);
    int n = 0;
    int same = 0;
    for (int i = 0; i < columns; i++) {
      if (cells.inside(i)) {
        n++;
        same += (shown[i] - meanShown) * (own[i] - meanOwn) > 0 ? 1 : 0;
      }
    }
    return new PictureFit((double) same / n, correlation(grey, own, cells));
  }

  private static double mean(double[] a, CellMask cells) {
    double n = 0;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      if (cells.inside(i)) {
        n++;
        sum += a[i];
      }
    }
    return sum / n;
  }

  private static double correlation(double[] a, double[] b, CellMask cells) {
    double meanA = mean(a, cells);
    double meanB = mean(b, cells);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      if (cells.inside(i)) {
        double x = a[i] - meanA;
        double y = b[i] - meanB;
        ab += x * y;
        aa += x * x;
        bb += y * y;
      }
    }
    return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
  }

  /** In one line. */
  public String words() {
    return "%.1f %% of the film is bright or dark as in the picture, greys correlate by %.3f"
        .formatted(100 * sameSign, correlation);
  }
}
