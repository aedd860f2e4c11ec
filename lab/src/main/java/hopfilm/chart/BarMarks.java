package hopfilm.chart;

import hopfilm.figures.EnergyReading.PatternEnergy;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Writes "trained" and "lowest" at the bars, so that colour alone carries nothing. */
public final class BarMarks extends Annotation {
  private final List<PatternEnergy> bars;
  private final Set<String> trained;
  private final String lowest;
  private final Prefix prefix;

  public BarMarks(List<PatternEnergy> bars, Set<String> trained, String lowest, Prefix prefix) {
    super(false);
    this.bars = bars;
    this.trained = trained;
    this.lowest = lowest;
    this.prefix = prefix;
  }

  @Override
  public void paint(Graphics2D g) {
    double zero = getYAxisScreenValue(0);
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(new Line2D.Double(getXAxisScreenValueForMin(), zero, getXAxisScreenValueForMax(), zero));
    for (int k = 0; k < bars.size(); k++) {
      String pattern = bars.get(k).pattern();
      boolean isTrained = trained.contains(pattern);
      boolean isLowest = pattern.equals(lowest);
      if (isTrained || isLowest) {
        double x = getXAxisScreenValue(k + 0.5);
        double y = getYAxisScreenValue(bars.get(k).watts() / prefix.factor());
        boolean down = bars.get(k).watts() < 0;
        g.setColor(Palette.INK);
        String text = isTrained && isLowest ? "trained, lowest" : isTrained ? "trained" : "lowest";
        double half = g.getFontMetrics(Fonts.BADGE).stringWidth(text) / 2.0;
        x = Math.max(getXAxisScreenValueForMin() + half + 4, x);
        x = Math.min(getXAxisScreenValueForMax() - half, x);
        Fonts.draw(g, Fonts.BADGE, text, x, down ? y + 20 : y - 8, Fonts.Anchor.MIDDLE);
      }
    }
  }
}
