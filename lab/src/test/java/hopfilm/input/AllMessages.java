package hopfilm.input;

import hopfilm.check.CheckMessage;
import hopfilm.experiment.ExperimentMessage;
import hopfilm.expression.ExpressionMessage;
import hopfilm.film.FilmMessage;
import hopfilm.folder.FolderMessage;
import hopfilm.manual.ManualMessage;
import hopfilm.reading.ReadingMessage;
import hopfilm.run.RunMessage;
import hopfilm.sweep.SweepMessage;
import hopfilm.where.WhereMessage;
import java.util.stream.Stream;

/** The messages of all packages of this module. */
public final class AllMessages {

  private AllMessages() {}

  public static Stream<Message> stream() {
    return Stream.<Message[]>of(
            InputMessage.values(),
            ExperimentMessage.values(),
            FileMessage.values(),
            ExpressionMessage.values(),
            ReadingMessage.values(),
            FilmMessage.values(),
            FolderMessage.values(),
            CheckMessage.values(),
            ManualMessage.values(),
            RunMessage.values(),
            SweepMessage.values(),
            WhereMessage.values())
        .flatMap(Stream::of);
  }
}
