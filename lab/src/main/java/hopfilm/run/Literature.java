package hopfilm.run;

import static java.util.Map.entry;

import hopfilm.dynamics.Integrator;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Inject;
import hopfilm.experiment.Starts;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.DmiKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chooses the papers whose methods an experiment uses, for references.bib. The entries stand in the
 * resource of that name; a new one needs its key here.
 */
public final class Literature {

  private static final List<Paper> PAPERS = Paper.all();

  /** Tells by a paper's key whether an experiment uses what it is cited for. */
  private static final Map<String, Predicate<Experiment>> USES =
      Map.ofEntries(
          entry("Yu2021", e -> true),
          entry("Gilbert2004", Literature::moves),
          entry("Zhang2004", e -> trains(e) && e.material().P() != 0),
          entry("McGuire1975", e -> e.material().amr() != 0),
          entry("Nagaosa2010", e -> e.material().hallAngle() != 0),
          entry("Dzyaloshinsky1958", Literature::isChiral),
          entry("Moriya1960", Literature::isChiral),
          entry("Bak1980", e -> isChiral(e) && e.material().dmi() == DmiKind.BULK),
          entry("Bogdanov1994", e -> isChiral(e) && e.material().Ku() > 0),
          entry("Rohart2013", Literature::isChiral),
          entry("Hopfield1982", e -> true),
          entry("Hopfield1984", e -> retrieves(e, r -> r.update() == UpdateRule.GRADED)),
          entry("Alibart2012", Literature::verifies),
          entry("Hestenes1952", e -> true),
          entry("Berg1981", e -> true),
          entry("Wang2018", e -> e.initial().texture() instanceof InitialSpec.Skyrmions),
          entry("Dormand1980", e -> moves(e) && integrator(e) == Integrator.DOPRI5),
          entry("Manchon2019", e -> trains(e) && !e.material().spinOrbit().torque().isNone()),
          entry("Slonczewski2002", e -> e.steps().stream().anyMatch(Inject.class::isInstance)),
          entry("Newell1993", e -> e.film().demag() == DemagKind.ON || e.film().oersted()),
          entry("Brown1963", e -> moves(e) && e.highestTemperature() > 0),
          entry("Leliaert2014", e -> e.disorder().grains().isPresent()),
          entry("Wilson1927", e -> retrieves(e, r -> r.starts() instanceof Starts.Flipped)));

  private Literature() {}

  /** BibTeX entries of an experiment, each with the reason as its note. */
  public static String of(Experiment experiment) {
    return PAPERS.stream()
        .filter(paper -> USES.get(paper.key()).test(experiment))
        .map(Paper::bibtex)
        .collect(Collectors.joining("\n"));
  }

  /** Keys of the papers whose use is known. */
  static Set<String> keys() {
    return USES.keySet();
  }

  private static boolean moves(Experiment e) {
    return e.duration() > 0;
  }

  private static boolean isChiral(Experiment e) {
    return e.material().D() != 0;
  }

  private static Integrator integrator(Experiment e) {
    return e.numerics().integrator();
  }

  private static boolean trains(Experiment e) {
    return e.steps().stream().anyMatch(Step.Train.class::isInstance);
  }

  private static boolean verifies(Experiment e) {
    return e.steps().stream()
        .anyMatch(s -> s instanceof Step.Train t && t.schedule().verified().isPresent());
  }

  private static boolean retrieves(Experiment e, Predicate<Step.Retrieve> how) {
    return e.steps().stream().anyMatch(s -> s instanceof Step.Retrieve r && how.test(r));
  }

  /**
   * An article that runs cite.
   *
   * @param key name of the entry, such as Yu2021
   * @param bibtex the entry, whose note says what it is cited for, with the end of its last line
   */
  record Paper(String key, String bibtex) {

    /** The articles of the resource {@code references.bib}, in its order. */
    static List<Paper> all() {
      try (InputStream in = Literature.class.getResourceAsStream("references.bib")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(text.replace("\r", "").strip().split("\n\n")).map(Paper::of).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Paper of(String entry) {
      return new Paper(entry.substring(entry.indexOf('{') + 1, entry.indexOf(',')), entry + "\n");
    }
  }
}
