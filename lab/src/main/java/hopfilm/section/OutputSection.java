package hopfilm.section;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.OutputSpec.ContactPair;
import hopfilm.film.TableColumns;
import hopfilm.input.Excerpt;
import hopfilm.input.FileMessage;
import hopfilm.key.Binder;
import hopfilm.key.Section;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.yaml.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of the section {@code output}. */
public final class OutputSection {

  private static final int MAX_ROWS = 1_000_000;

  /** Of all rows together: they stay in memory for the figures. */
  private static final double MAX_TABLE_VALUES = 5e7;

  private static final int MAX_SNAPSHOTS = 100_000;
  private static final int MAX_SAMPLES = 10_000_000;

  private OutputSection() {}

  /**
   * Reads it.
   *
   * @param film null if it is wrong
   * @param contacts their names; null if they are wrong
   */
  public static OutputSpec read(Section given, FilmSpec film, List<String> contacts) {
    Section s = given;
    if (given.node("samples") instanceof YamlNode.Scalar word && !word.text().isEmpty()) {
      if (!word.text().equals("off")) {
        throw given.error("samples", FileMessage.NO_SAMPLED, Excerpt.of(word.text()));
      }
      s = given.without("samples");
    }
    List<String> words = TableColumns.onDemand();
    for (YamlNode column : s.list("columns")) {
      s.word("columns", column, words);
    }
    OutputSpec output = Binder.read(OutputSpec.class, s);
    vet(output.readings().resistance().all(), contacts, s);
    Optional<OutputSpec.Blocks> blocks = output.readings().samples().map(OutputSpec.Samples::cells);
    if (film != null && blocks.isPresent()) {
      OutputSpec.Blocks b = blocks.get();
      if (b.across() > film.nx() || b.up() > film.ny()) {
        throw s.section("samples")
            .error("cells", FileMessage.MORE_BLOCKS_THAN_CELLS, b, film.nx() + "x" + film.ny());
      }
    }
    return output;
  }

  private static void vet(List<ContactPair> pairs, List<String> contacts, Section s) {
    Set<Set<String>> known = new HashSet<>();
    for (ContactPair pair : pairs) {
      for (String name : List.of(pair.a(), pair.b())) {
        if (contacts != null && !contacts.contains(name)) {
          throw s.error(
              "resistance", FileMessage.PAIR_OF_UNKNOWN, name, String.join(", ", contacts));
        }
      }
      if (pair.a().equals(pair.b())) {
        throw s.error("resistance", FileMessage.PAIR_OF_ONE, pair.a());
      }
      if (!known.add(Set.of(pair.a(), pair.b()))) {
        throw s.error("resistance", FileMessage.PAIR_TWICE, pair.a(), pair.b());
      }
    }
  }

  private static long mostRows(Experiment e) {
    return (long) Math.min(MAX_ROWS, Math.max(2, MAX_TABLE_VALUES / TableColumns.count(e)));
  }

  /** The time for which table, snapshots and samples are not too long [s]. */
  public static double longest(Experiment e) {
    double samples =
        e.output().readings().samples().map(s -> MAX_SAMPLES * s.every()).orElse(Double.MAX_VALUE);
    double rows = mostRows(e) * e.output().table();
    return Math.min(samples, Math.min(rows, MAX_SNAPSHOTS * e.output().snapshots()));
  }

  /** The table, the snapshots and the samples grow with the time that is simulated. */
  public static void requireFewRows(Experiment e, Section s) {
    double time = e.duration();
    long most = mostRows(e);
    double rows = time / e.output().table();
    if (rows > most) {
      throw s.error(
          "table",
          FileMessage.TOO_MANY_ROWS,
          rows,
          TableColumns.count(e),
          time(time),
          most,
          time(roundedUp(time / most)));
    }
    double snapshots = time / e.output().snapshots();
    if (snapshots > MAX_SNAPSHOTS) {
      throw s.error(
          "snapshots",
          FileMessage.TOO_MANY_SNAPSHOTS,
          snapshots,
          time(time),
          MAX_SNAPSHOTS,
          time(roundedUp(time / MAX_SNAPSHOTS)));
    }
    double every =
        e.output().readings().samples().map(OutputSpec.Samples::every).orElse(Double.MAX_VALUE);
    if (time / every > MAX_SAMPLES) {
      throw s.section("samples")
          .error(
              "every",
              FileMessage.TOO_MANY_SAMPLES,
              time / every,
              time(time),
              MAX_SAMPLES,
              time(roundedUp(time / MAX_SAMPLES)));
    }
  }

  /** To two digits. */
  private static double roundedUp(double x) {
    double step = Math.pow(10, Math.floor(Math.log10(x)) - 1);
    return Math.ceil(x / step) * step;
  }

  private static String time(double seconds) {
    return Quantity.format(seconds, Dimension.TIME);
  }
}
