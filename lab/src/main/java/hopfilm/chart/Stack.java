package hopfilm.chart;

import java.awt.Graphics2D;
import java.util.List;

/**
 * Figures below each other as one.
 *
 * @param figures from top to bottom, at least one
 */
public record Stack(List<Figure> figures) implements Figure {
  private static final int GAP = 10;

  public Stack {
    figures = List.copyOf(figures);
  }

  @Override
  public int width() {
    return figures.stream().mapToInt(Figure::width).max().orElseThrow();
  }

  @Override
  public int height() {
    return figures.stream().mapToInt(f -> f.height() + GAP).sum() - GAP;
  }

  @Override
  public String description() {
    return String.join("; ", figures.stream().map(Figure::description).toList());
  }

  @Override
  public void paint(Graphics2D g) {
    int y = 0;
    for (Figure figure : figures) {
      Graphics2D part = (Graphics2D) g.create();
      part.translate(0, y);
      figure.paint(part);
      part.dispose();
      y += figure.height() + GAP;
    }
  }
}
