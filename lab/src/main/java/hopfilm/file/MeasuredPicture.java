package hopfilm.file;

import hopfilm.drawing.DrawingException;
import hopfilm.drawing.GreyPicture;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FitSpec.Measured;
import hopfilm.experiment.FitSpec.Period;
import hopfilm.experiment.FitSpec.Reading;
import hopfilm.input.FileMessage;
import hopfilm.input.InputFiles;
import hopfilm.input.InputMessage;
import hopfilm.key.Section;
import hopfilm.texture.StripePeriod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The period of the stripes in a picture. */
final class MeasuredPicture {

  /** Most numbers along an axis; larger pictures are taken on larger cells than the film. */
  private static final int MOST = 512;

  private MeasuredPicture() {}

  /**
   * Reads a picture on cells as large as those of the film.
   *
   * @param entry of {@code fit.data} that names it
   */
  static Measured of(Section entry, Experiment experiment, Path file, Period what) {
    double period = period(entry, experiment, file, what);
    return new Measured(file.toString(), List.of(Reading.ofPeriod(what.at(), period)));
  }

  private static double period(Section entry, Experiment experiment, Path file, Period what) {
    double cell = experiment.film().cell();
    double width = what.size().get(0);
    double height = what.size().get(1);
    int nx = cells(width, cell);
    int ny = cells(height, cell);
    try {
      double[] grey = GreyPicture.onCells(file, nx, ny);
      return StripePeriod.of(grey, nx, ny, width / nx, height / ny)
          .orElseThrow(
              () -> entry.error("picture", FileMessage.FITTED_NO_STRIPES, file.getFileName()));
    } catch (DrawingException e) {
      throw entry.error("picture", FileMessage.FITTED_IMAGE, e.getMessage());
    } catch (IOException e) {
      throw entry.error("picture", InputMessage.UNREADABLE, InputFiles.reason(e));
    }
  }

  private static int cells(double size, double cell) {
    return (int) Math.max(1, Math.min(MOST, Math.round(size / cell)));
  }
}
