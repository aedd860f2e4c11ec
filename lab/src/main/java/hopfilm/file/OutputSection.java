package hopfilm.file;

import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.OutputSpec.ContactPair;
import hopfilm.film.TableColumns;
import hopfilm.input.Excerpt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of the section {@code output}. */
final class OutputSection {

  private OutputSection() {}

  /**
   * Reads it.
   *
   * @param film null if it is wrong
   * @param contacts their names; null if they are wrong
   */
  static OutputSpec read(Section given, FilmSpec film, List<String> contacts) {
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
}
