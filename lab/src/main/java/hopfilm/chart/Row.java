package hopfilm.chart;

import java.awt.Graphics2D;
import java.util.List;

/**
 * Figures side by side as one, under a title.
 *
 * @param title may be empty
 * @param figures from left to right, at least one
 */
public record Row(String title, List<Figure> figures) implements Figure {
  private static final int GAP = 26;
  private static final int TITLE = 40;
  private static final int LEFT = 16;

  public Row {
    figures = List.copyOf(figures);
  }

  private int top() {
    return title.isEmpty() ? 0 : TITLE;
  }

  @Override
  public int width() {
    return LEFT + figures.stream().mapToInt(f -> f.width() + GAP).sum() - GAP;
  }

  @Override
  public int height() {
    return top() + figures.stream().mapToInt(Figure::height).max().orElseThrow();
  }

  @Override
  public String description() {
    String all = String.join("; ", figures.stream().map(Figure::description).toList());
    return title.isEmpty() ? all : title + ": " + all;
  }

  @Override
  public void paint(Graphics2D g) {
    if (!title.isEmpty()) {
      g.setColor(Palette.INK);
      Fonts.draw(g, Fonts.TITLE, title, LEFT, 26, Fonts.Anchor.START);
    }
    int x = LEFT;
    for (Figure figure : figures) {
      Graphics2D part = (Graphics2D) g.create();
      part.translate(x, top());
      figure.paint(part);
      part.dispose();
      x += figure.width() + GAP;
    }
  }
}
