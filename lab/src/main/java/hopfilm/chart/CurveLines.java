package hopfilm.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * Draws each curve as one line, so that dashes run on from point to point, with its name at its end
 * instead of in a legend.
 */
public final class CurveLines extends Annotation {
  private static final double LABEL_HEIGHT = 20;
  private static final float[][] DASHES = {null, {11, 5}, {3, 3}, {11, 4, 3, 4}};

  private final List<Line> lines = new ArrayList<>();

  /** A curve in the units of the axes. */
  private record Line(String label, double[] x, double[] y) {}

  /** Where the name of a curve goes. */
  private static final class Label {
    private final int line;
    private final double end;
    private double y;

    Label(int line, double end) {
      this.line = line;
      this.end = end;
      this.y = end;
    }
  }

  public CurveLines() {
    super(false);
  }

  public void add(String label, double[] x, double[] y) {
    lines.add(new Line(label, x, y));
  }

  @Override
  public void paint(Graphics2D g) {
    double right = Math.max(getXAxisScreenValueForMax(), getXAxisScreenValueForMin());
    double left = Math.min(getXAxisScreenValueForMax(), getXAxisScreenValueForMin());
    double top = Math.min(getYAxisScreenValueForMax(), getYAxisScreenValueForMin());
    double bottom = Math.max(getYAxisScreenValueForMax(), getYAxisScreenValueForMin());
    Graphics2D inside = (Graphics2D) g.create();
    inside.clip(new Rectangle2D.Double(left, top, right - left + 2, bottom - top));
    List<Label> labels = new ArrayList<>();
    for (int k = 0; k < lines.size(); k++) {
      Line line = lines.get(k);
      Path2D path = new Path2D.Double();
      double y = 0;
      for (int i = 0; i < line.x.length; i++) {
        double x = chart.getScreenXFromChart(line.x[i]);
        y = chart.getScreenYFromChart(line.y[i]);
        if (i == 0) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
      inside.setColor(colour(k));
      inside.setStroke(stroke(k));
      inside.draw(path);
      labels.add(new Label(k, y));
    }
    inside.dispose();
    if (lines.size() > 1) {
      paintLabels(g, labels, right);
    }
  }

  private void paintLabels(Graphics2D g, List<Label> labels, double right) {
    labels.sort(Comparator.comparingDouble(l -> l.end));
    spread(labels);
    for (Label l : labels) {
      g.setColor(colour(l.line));
      g.setStroke(new BasicStroke(1.2f));
      g.draw(new Line2D.Double(right + 2, l.end, right + 12, l.y));
      g.setStroke(stroke(l.line));
      g.draw(new Line2D.Double(right + 12, l.y, right + 38, l.y));
      g.setColor(Palette.INK);
      Fonts.centre(g, Fonts.TICK, lines.get(l.line).label, right + 44, l.y, Fonts.Anchor.START);
    }
  }

  /** Moves names that would overlap apart, by the same way up and down. */
  private static void spread(List<Label> labels) {
    for (int round = 0; round < 200; round++) {
      boolean moved = false;
      for (int k = 1; k < labels.size(); k++) {
        double overlap = labels.get(k - 1).y + LABEL_HEIGHT - labels.get(k).y;
        if (overlap > 0.1) {
          labels.get(k - 1).y -= overlap / 2;
          labels.get(k).y += overlap / 2;
          moved = true;
        }
      }
      if (!moved) {
        return;
      }
    }
  }

  private static Color colour(int k) {
    return Palette.SERIES.get(k % Palette.SERIES.size());
  }

  private static BasicStroke stroke(int k) {
    return new BasicStroke(
        3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES[k % DASHES.length], 0);
  }
}
