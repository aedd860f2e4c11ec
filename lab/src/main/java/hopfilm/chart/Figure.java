package hopfilm.chart;

import java.awt.Graphics2D;

/** A picture that can be painted on a raster or as vectors. */
public interface Figure {
  /** Width of most whole figures: their text is legible on a telephone [px]. */
  int WIDTH = 660;

  /** Width [px]. */
  int width();

  /** Height [px]. */
  int height();

  /** Says in one sentence what the picture shows, for those who cannot see it. */
  String description();

  /** Paints the picture, the corner at the origin, the background left as it is. */
  void paint(Graphics2D g);
}
