package hopfilm.figures;

import hopfilm.chart.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Streamlines in dark ink with a light halo, so that they show on every colour, with heads. */
final class StreamlinePainter {
  /** Between lines [px]. */
  static final double SPACING = 27;

  /** Between heads on a line [px]. */
  private static final double HEADS = 110;

  private static final double HEAD = 11;
  private static final Color HALO = new Color(255, 255, 255, 150);

  private StreamlinePainter() {}

  static void paint(Graphics2D g, FilmFrame frame, List<Streamlines.Line> lines) {
    Path2D shafts = new Path2D.Double();
    Path2D heads = new Path2D.Double();
    for (Streamlines.Line line : lines) {
      add(frame, line, shafts, heads);
    }
    g.setColor(HALO);
    g.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shafts);
    g.draw(heads);
    g.setColor(Palette.ARROW);
    g.setStroke(new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shafts);
    g.fill(heads);
  }

  private static void add(FilmFrame frame, Streamlines.Line line, Path2D shafts, Path2D heads) {
    int n = line.x().length;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] s = new double[n];
    double drawn = 0;
    for (int i = 0; i < n; i++) {
      x[i] = frame.x(line.x()[i]);
      y[i] = frame.y(line.y()[i]);
      if (i == 0) {
        shafts.moveTo(x[i], y[i]);
        continue;
      }
      s[i] = s[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
      // points closer than two pixels would only make a file large
      if (s[i] - drawn >= 2 || i == n - 1) {
        shafts.lineTo(x[i], y[i]);
        drawn = s[i];
      }
    }
    int count = (int) Math.max(1, Math.rint(s[n - 1] / HEADS));
    for (int k = 0; k < count; k++) {
      double at = s[n - 1] * (k + 0.5) / count + HEAD / 2;
      int tip = 1;
      while (tip < n - 1 && s[tip] < at) {
        tip++;
      }
      int base = tip - 1;
      while (base > 0 && s[tip] - s[base] < HEAD) {
        base--;
      }
      head(heads, x[tip], y[tip], x[tip] - x[base], y[tip] - y[base]);
    }
  }

  private static void head(Path2D heads, double x, double y, double dx, double dy) {
    double size = Math.hypot(dx, dy);
    if (size == 0) {
      return;
    }
    double ex = HEAD * dx / size;
    double ey = HEAD * dy / size;
    heads.moveTo(x, y);
    heads.lineTo(x - ex - 0.45 * ey, y - ey + 0.45 * ex);
    heads.lineTo(x - ex + 0.45 * ey, y - ey - 0.45 * ex);
    heads.closePath();
  }
}
