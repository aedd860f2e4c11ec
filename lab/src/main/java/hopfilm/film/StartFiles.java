package hopfilm.film;

import hopfilm.drawing.DrawingException;
import hopfilm.drawing.GreyPicture;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.io.FieldException;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.Ovf;
import hopfilm.magnet.PictureTexture;
import hopfilm.magnet.StrayField;
import java.io.IOException;
import java.nio.file.Path;

/** Textures that files hold: fields of vectors, and pictures of them. */
final class StartFiles {

  private static final String KEY = "initial.file";

  private StartFiles() {}

  /** A field of vectors; a NumPy array, which says nothing of lengths, is as large as the film. */
  static VectorField read(Path file, Grid film) throws IOException {
    try {
      FieldFormat format = FieldFormat.ofEnding(file).orElse(FieldFormat.OVF8);
      if (format == FieldFormat.NPY) {
        VectorField m = FieldFiles.read(file, new double[] {1e-9, 1e-9, 1e-9}).field();
        Grid g = m.grid();
        Grid cells =
            new Grid(
                g.nx(),
                g.ny(),
                g.nz(),
                film.sizeX() / g.nx(),
                film.sizeY() / g.ny(),
                film.sizeZ() / g.nz());
        return new VectorField(cells, m.x(), m.y(), m.z());
      }
      return format == FieldFormat.CSV
          ? FieldFiles.read(file, null).field()
          : Ovf.read(file).field();
    } catch (FieldException e) {
      throw ExperimentException.of(KEY, FilmMessage.BAD_START_FILE, e.getMessage());
    }
  }

  /** m_z that a picture shows on each column of cells, from -1 to 1. */
  static double[] mz(Experiment e, InitialSpec.Picture picture) throws IOException {
    Grid grid = e.film().grid();
    double[] grey = grey(e, picture);
    if (picture.shows() == InitialSpec.Shown.MZ) {
      return PictureTexture.normalised(grey);
    }
    double mean = 0;
    for (double g : grey) {
      mean += g / grey.length;
    }
    for (int i = 0; i < grey.length; i++) {
      grey[i] = mean - grey[i]; // bright is up, where the gradient is negative
    }
    StrayField field = new StrayField(grid, e.material().Ms(), picture.height());
    return field.upwards(grey);
  }

  /** Bright where m points up, in any unit. */
  static double[] grey(Experiment e, InitialSpec.Picture picture) throws IOException {
    Grid grid = e.film().grid();
    try {
      double[] grey = GreyPicture.onCells(picture.file().path(), grid.nx(), grid.ny());
      for (int i = 0; i < grey.length && !picture.brightUp(); i++) {
        grey[i] = 1 - grey[i];
      }
      return grey;
    } catch (DrawingException x) {
      throw ExperimentException.of(KEY, FilmMessage.BAD_START_FILE, x.getMessage());
    }
  }

  static VectorField texture(Experiment e, InitialSpec.Picture picture) throws IOException {
    MaterialSpec a = e.material();
    return PictureTexture.of(e.film().grid(), mz(e, picture), a.dmi(), a.D() < 0 ? -1 : 1);
  }
}
