package hopfilm.file;

import hopfilm.experiment.ElectrodesSpec.GridSize;
import hopfilm.input.Excerpt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows and columns: {@code 3x3}. */
final class GridCodec implements Codec<GridSize> {

  private static final Pattern GRID = Pattern.compile("(\\d{1,4})\\s*[xX]\\s*(\\d{1,4})");

  /** Electrodes of an experiment. */
  static final int MOST = 1024;

  @Override
  public GridSize read(Section s, String key) {
    Matcher m = GRID.matcher(s.text(key));
    if (!m.matches()) {
      throw s.error(key, FileMessage.NO_GRID, Excerpt.of(s.text(key)));
    }
    GridSize grid = new GridSize(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    if (grid.count() < 2 || grid.count() > MOST) {
      throw s.error(key, FileMessage.GRID_OUT_OF_RANGE, grid.count(), MOST);
    }
    return grid;
  }

  @Override
  public YamlNode write(GridSize grid) {
    return YamlValues.scalar(grid.toString());
  }
}
