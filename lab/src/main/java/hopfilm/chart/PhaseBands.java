package hopfilm.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Shades the stretches of time in which something was done to the film and names them. */
final class PhaseBands extends Annotation {
  private final List<Phase> phases;
  private final Prefix time;

  PhaseBands(List<Phase> phases, Prefix time) {
    super(false);
    this.phases = phases;
    this.time = time;
  }

  @Override
  public void paint(Graphics2D g) {
    // the screen's y runs down
    double top = Math.min(getYAxisScreenValueForMax(), getYAxisScreenValueForMin());
    double bottom = Math.max(getYAxisScreenValueForMax(), getYAxisScreenValueForMin());
    double first = getXAxisScreenValueForMin();
    double last = getXAxisScreenValueForMax();
    for (Phase p : phases) {
      double from = Math.max(first, getXAxisScreenValue(p.start() / time.factor()));
      double to = Math.min(last, getXAxisScreenValue(p.end() / time.factor()));
      if (to > from) {
        g.setColor(Palette.withAlpha(Palette.ORANGE, 0.13));
        g.fill(new Rectangle2D.Double(from, top, to - from, bottom - top));
        g.setFont(Fonts.SUBTITLE);
        String name = Fonts.pattern(p.name());
        if (g.getFontMetrics().stringWidth(name) < to - from) {
          g.setColor(Palette.MUTED);
          Fonts.draw(g, Fonts.SUBTITLE, name, (from + to) / 2, top + 18, Fonts.Anchor.MIDDLE);
        }
      }
    }
  }
}
