package hopfilm.web;

import hopfilm.folder.RunFolder;
import hopfilm.live.LiveCommandException;
import hopfilm.run.RunDirectory;
import hopfilm.units.Dimension;
import hopfilm.web.Json.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Commands about the film as a whole: holding it, taking it back, saving it. */
sealed interface FilmCommand extends Command {

  record Pause() implements FilmCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      on.film().pause();
      return Command.done();
    }
  }

  record Resume() implements FilmCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      on.film().resume();
      return Command.done();
    }
  }

  record Stop() implements FilmCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      on.film().stop();
      return Command.done();
    }
  }

  /** Goes on for a time, one row by default, and pauses; a film that waits trains. */
  record Step(Amount time) implements FilmCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      double row = on.film().state().experiment().output().table();
      double seconds = time == null ? row : time.si(Dimension.TIME);
      if (!(seconds > 0)) {
        throw WebException.wrong(
            "time", "a time above 0 s is needed, not %s", Json.shown(time.node().asString()));
      }
      on.film().step(seconds);
      return Command.done();
    }
  }

  record Reset(Long seed) implements FilmCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      if (seed == null) {
        return on.film().reset();
      }
      if (seed < 0) {
        throw WebException.wrong("seed", "%d is not a whole number from 0", seed);
      }
      return on.film().reset(seed);
    }
  }

  record Undo() implements FilmCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      return on.film().undo();
    }
  }

  record Protocol() implements FilmCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) {
      return on.film().protocol();
    }
  }

  record Save(String name) implements FilmCommand {
    @Override
    public CompletableFuture<?> carryOut(Target on) throws IOException {
      String stem = name == null ? "live" : name;
      if (!stem.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,39}")) {
        throw WebException.wrong(
            "name", "letters, digits, - and _ are allowed, 40 at most, a letter or digit first");
      }
      Path runs = on.films().folders().root();
      RunDirectory.requireWritable(runs);
      Path folder = RunDirectory.nextIn(runs, stem);
      on.answer().put("folder", folder.getFileName().toString());
      try {
        return on.film().save(folder).whenComplete((done, e) -> discard(folder, e));
      } catch (LiveCommandException e) {
        Files.delete(folder);
        throw e;
      }
    }

    /** A folder into which nothing came tells nobody anything. */
    private static void discard(Path folder, Throwable e) {
      if (e != null && !Files.exists(new RunFolder(folder).status())) {
        try {
          Files.deleteIfExists(folder);
        } catch (IOException second) {
          // it is not empty after all, or gone with the disk
          e.addSuppressed(second);
        }
      }
    }
  }
}
