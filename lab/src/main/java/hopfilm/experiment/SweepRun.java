package hopfilm.experiment;

import java.util.Map;

/**
 * One run of a sweep.
 *
 * @param number counted from 1
 * @param values swept keys and their values here
 * @param experiment what is run, without a sweep
 */
public record SweepRun(int number, Map<String, String> values, Experiment experiment) {

  /** Name of its folder: {@code 007_train.pattern=+-+-_initial.seed=2}. */
  public String folderName() {
    StringBuilder name = new StringBuilder("%03d".formatted(number));
    values.forEach(
        (key, value) -> name.append('_').append(safe(key)).append('=').append(safe(value)));
    return name.length() <= 120 ? name.toString() : name.substring(0, 120);
  }

  /** What every file system takes. */
  private static String safe(String text) {
    return text.replace('/', '-').replaceAll("[^A-Za-z0-9.+=,_-]", "");
  }
}
