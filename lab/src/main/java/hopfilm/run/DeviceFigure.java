package hopfilm.run;

import hopfilm.chart.Figure;
import hopfilm.experiment.Experiment;
import hopfilm.figures.ElectrodeMark;
import hopfilm.figures.FilmFigure;
import hopfilm.grid.CellMask;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;

/** A picture of a device before it runs: its cells of film, and its electrodes by name. */
public final class DeviceFigure {

  private DeviceFigure() {}

  public static Figure of(Experiment e) {
    CellMask cells = e.film().cells();
    String size =
        "%d x %d cells of %s, %d of them film"
            .formatted(
                e.film().nx(),
                e.film().ny(),
                Quantity.format(e.film().cell(), Dimension.LENGTH),
                cells.count() / e.film().layers());
    int[] regions = e.disorder().regionOf(cells.grid());
    if (!e.disorder().regions().isEmpty()) {
      size += "; each region has a colour";
    }
    return FilmFigure.device(
        e.name(),
        size,
        cells,
        regions,
        e.electrodes().on(cells.grid()).stream()
            .map(electrode -> ElectrodeMark.of(electrode, cells.grid()))
            .toList());
  }
}
