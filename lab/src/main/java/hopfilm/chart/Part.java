package hopfilm.chart;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * A part of a figure in its place there, such as bars without their axes.
 *
 * @param of the whole figure
 * @param painting paints the part
 */
public record Part(Figure of, Consumer<Graphics2D> painting) implements Figure {

  @Override
  public int width() {
    return of.width();
  }

  @Override
  public int height() {
    return of.height();
  }

  @Override
  public String description() {
    return "";
  }

  @Override
  public void paint(Graphics2D g) {
    painting.accept(g);
  }
}
