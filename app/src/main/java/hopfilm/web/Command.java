package hopfilm.web;

import hopfilm.input.Nearest;
import hopfilm.live.LiveFilm;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** A command of a live film, a record for each: its components are the fields that it takes. */
sealed interface Command permits FilmCommand, StepCommand, ContactCommand, NetworkCommand {

  /** All of them. */
  List<Class<? extends Command>> ALL =
      List.of(
          StepCommand.Train.class,
          StepCommand.Rest.class,
          StepCommand.Relax.class,
          StepCommand.Drive.class,
          StepCommand.Write.class,
          FilmCommand.Pause.class,
          FilmCommand.Resume.class,
          FilmCommand.Stop.class,
          FilmCommand.Step.class,
          StepCommand.Set.class,
          ContactCommand.Flip.class,
          ContactCommand.Electrodes.class,
          ContactCommand.Move.class,
          FilmCommand.Reset.class,
          FilmCommand.Undo.class,
          FilmCommand.Protocol.class,
          StepCommand.Measure.class,
          NetworkCommand.Network.class,
          NetworkCommand.Retrieve.class,
          NetworkCommand.Retain.class,
          FilmCommand.Save.class);

  /**
   * The film that a command is for.
   *
   * @param answer to the request, beside the state
   */
  record Target(LiveScreen screen, FilmRegistry films, Map<String, Object> answer) {
    LiveFilm film() {
      return screen.film();
    }
  }

  /** Gives the command to the film; completed when it has been taken on. */
  CompletableFuture<?> carryOut(Target on) throws IOException;

  /** What a command answers that need not wait. */
  static CompletableFuture<?> done() {
    return CompletableFuture.completedFuture(null);
  }

  /** A command by the name that requests have for it. */
  static String word(Class<? extends Command> command) {
    return command.getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * The command that a request asks for.
   *
   * @throws WebException if there is no such command, or it takes no such field
   */
  static Command of(ObjectNode body) {
    String word = Json.needed(Json.text(body.remove("command"), "command"), "command");
    List<String> words = ALL.stream().map(Command::word).toList();
    int k = words.indexOf(word);
    if (k < 0) {
      throw WebException.wrong(
          "command",
          "there is no '%s'%s It is one of %s",
          Json.shown(word),
          Nearest.to(word, words).map("; did you mean %s?"::formatted).orElse("."),
          String.join(", ", words));
    }
    return Json.record(body, "the command " + word, ALL.get(k));
  }
}
