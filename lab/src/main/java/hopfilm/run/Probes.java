package hopfilm.run;

import hopfilm.hopfield.Pattern;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.io.FieldException;
import hopfilm.io.NumberFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Probes of a file: a line of signs each, or a NumPy array of shape (probe, pixel). */
public final class Probes {

  private static final String OPTION = "--probes";

  /** Pixels of all probes together. */
  private static final int MOST = 100_000_000;

  private Probes() {}

  /**
   * Reads them.
   *
   * @param pixels of each
   * @throws ExperimentException if the file holds none, or another one than such probes
   */
  public static List<Pattern> read(Path file, int pixels) throws IOException {
    List<Pattern> probes = new ArrayList<>();
    try {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
        for (double[] row : NumberFiles.rows(file, MOST)) {
          probes.add(probe(row, probes.size() + 1, pixels));
        }
      } else {
        for (String line : Files.readAllLines(file)) {
          String signs = line.replaceAll("\\s", "");
          if (!signs.isEmpty()) {
            probes.add(probe(signs, probes.size() + 1, pixels));
          }
        }
      }
    } catch (NoSuchFileException | CharacterCodingException e) {
      throw ExperimentException.of(OPTION, RunMessage.RECALL_PROBES, file);
    } catch (FieldException e) {
      throw ExperimentException.of(OPTION, RunMessage.RECALL_BAD_PROBES, e.getMessage());
    }
    if (probes.isEmpty()) {
      throw ExperimentException.of(OPTION, RunMessage.RECALL_PROBES, file);
    }
    return probes;
  }

  private static Pattern probe(String signs, int number, int pixels) {
    if (!signs.matches("[+-]+")) {
      throw ExperimentException.of(
          OPTION, RunMessage.RECALL_PROBE_VALUE, number, Excerpt.of(signs));
    }
    require(signs.length(), number, pixels);
    return new Pattern(signs);
  }

  private static Pattern probe(double[] row, int number, int pixels) {
    require(row.length, number, pixels);
    for (double x : row) {
      if (Math.abs(x) != 1) {
        throw ExperimentException.of(OPTION, RunMessage.RECALL_PROBE_VALUE, number, x);
      }
    }
    return Pattern.of(Arrays.stream(row).mapToInt(x -> (int) x).toArray());
  }

  private static void require(int found, int number, int pixels) {
    if (found != pixels) {
      throw ExperimentException.of(OPTION, RunMessage.RECALL_PROBE_PIXELS, number, found, pixels);
    }
  }
}
