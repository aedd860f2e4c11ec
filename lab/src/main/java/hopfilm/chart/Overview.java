package hopfilm.chart;

import java.awt.Graphics2D;
import java.util.List;

/** Figures in rows of two. */
public final class Overview implements Figure {
  private static final int COLUMNS = 2;
  private static final int GAP = 16;

  private final List<Figure> figures;

  /**
   * @param figures from left to right and from top to bottom, at least one
   */
  public Overview(List<Figure> figures) {
    this.figures = List.copyOf(figures);
  }

  @Override
  public int width() {
    return left(Math.min(COLUMNS, figures.size())) - GAP;
  }

  @Override
  public int height() {
    return top(rows()) - GAP;
  }

  @Override
  public String description() {
    return String.join("; ", figures.stream().map(Figure::description).toList());
  }

  @Override
  public void paint(Graphics2D g) {
    for (int k = 0; k < figures.size(); k++) {
      Graphics2D part = (Graphics2D) g.create();
      part.translate(left(k % COLUMNS), top(Math.floorDiv(k, COLUMNS)));
      figures.get(k).paint(part);
      part.dispose();
    }
  }

  private int rows() {
    return Math.floorDiv(figures.size() + COLUMNS - 1, COLUMNS);
  }

  private int left(int column) {
    int x = 0;
    for (int c = 0; c < column; c++) {
      int widest = 0;
      for (int k = c; k < figures.size(); k += COLUMNS) {
        widest = Math.max(widest, figures.get(k).width());
      }
      x += widest + GAP;
    }
    return x;
  }

  private int top(int row) {
    int y = 0;
    for (int k = 0; k < Math.min(row * COLUMNS, figures.size()); k += COLUMNS) {
      int highest = 0;
      for (int c = k; c < Math.min(k + COLUMNS, figures.size()); c++) {
        highest = Math.max(highest, figures.get(c).height());
      }
      y += highest + GAP;
    }
    return y;
  }
}
