package hopfilm.chart;

import java.util.List;

/**
 * A figure that moves.
 *
 * @param still the parts that stay
 * @param moving the part of each moment, of the same size
 */
public record Layers(Figure still, List<Figure> moving) {
  /** Copies the list. */
  public Layers {
    moving = List.copyOf(moving);
  }
}
