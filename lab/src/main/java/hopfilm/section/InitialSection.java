package hopfilm.section;

import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.film.FilmSetup;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.InputMessage;
import hopfilm.key.Binder;
import hopfilm.key.Section;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of the section {@code initial}, and the file of a start texture once the film is known.
 */
public final class InitialSection {

  /** Films with a start that fits. */
  private final Set<List<Object>> started = new HashSet<>();

  public InitialSpec read(Section given) {
    boolean isFile = given.has("file") && !given.has("texture");
    Section s = isFile ? given.over(map().with("texture", scalar("file"))) : given;
    InitialSpec initial = Binder.read(InitialSpec.class, s);
    if (s.has("centres")) {
      s.refuse("centre", FileMessage.CENTRES_GIVEN);
    }
    return initial;
  }

  /** A texture that a file holds must be of this film. */
  public void requireStart(Experiment e, Section s) {
    InitialSpec.Texture texture = e.initial().texture();
    if (texture instanceof InitialSpec.Named && started.add(List.of(texture, e.film()))) {
      try {
        new FilmSetup(e, Parallel.SERIAL).start(0);
      } catch (ExperimentException x) {
        throw x.movedTo(s.originOf("file"), "initial.file");
      } catch (IOException x) {
        throw s.error("file", InputMessage.UNREADABLE, x.getMessage());
      }
    }
  }
}
