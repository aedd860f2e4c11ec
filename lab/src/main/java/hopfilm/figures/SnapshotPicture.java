package hopfilm.figures;

import hopfilm.grid.Grid;
import java.awt.image.BufferedImage;

/**
 * A snapshot of a run as a picture of one pixel a cell.
 *
 * @param grid its film
 * @param time simulated time [s]
 * @param cells mz in the colours of the film figures, the row of the largest y on top
 */
public record SnapshotPicture(Grid grid, double time, BufferedImage cells) {}
