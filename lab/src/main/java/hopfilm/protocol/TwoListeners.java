package hopfilm.protocol;

import hopfilm.film.FilmMoment;
import hopfilm.film.TableRow;
import hopfilm.transport.OperatingPoint;
import java.util.List;

/**
 * Tells two listeners of a run, one after the other.
 *
 * @param second the one that may ask to see the film
 */
public record TwoListeners(RunListener first, RunListener second) implements RunListener {

  @Override
  public void progress(Progress progress) {
    first.progress(progress);
    second.progress(progress);
  }

  @Override
  public void finishing() {
    first.finishing();
    second.finishing();
  }

  @Override
  public void warning(String message) {
    first.warning(message);
    second.warning(message);
  }

  @Override
  public void note(String message) {
    first.note(message);
    second.note(message);
  }

  @Override
  public void table(List<double[]> rows, List<OperatingPoint> points) {
    first.table(rows, points);
    second.table(rows, points);
  }

  @Override
  public void trains(double time, double amplitude) {
    first.trains(time, amplitude);
    second.trains(time, amplitude);
  }

  @Override
  public void trained(boolean isVerified) {
    first.trained(isVerified);
    second.trained(isVerified);
  }

  @Override
  public void row(TableRow row) {
    first.row(row);
    second.row(row);
  }

  @Override
  public boolean wantsFrame() {
    return second.wantsFrame();
  }

  @Override
  public void frame(FilmMoment film) {
    second.frame(film);
  }
}
