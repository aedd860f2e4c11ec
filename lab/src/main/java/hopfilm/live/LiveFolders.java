package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What one live film has on the disk: a folder for each script. Guarded by the film's lock. */
final class LiveFolders {

  private final Path scratch;
  private int folders;
  private int chapters;

  LiveFolders(Path scratch) {
    this.scratch = scratch;
  }

  /** Begins the next chapter, in a folder of its own. */
  LiveScript begin(Experiment film, List<Step> protocol) throws IOException {
    return LiveScript.begin(++chapters, film.withProtocol(List.of()), protocol, next());
  }

  /** A script up to its k-th step, in a folder of its own. */
  LiveScript branch(LiveScript script, int k) throws IOException {
    return script.branch(k, next());
  }

  private Path next() {
    return scratch.resolve("%03d".formatted(++folders));
  }

  /** Where the texture is kept with which the next chapter begins. */
  Path start() {
    return scratch.resolve("start-%03d.ovf".formatted(chapters + 1));
  }

  /** The texture that a script began with; null where it was not a file. */
  static Path start(LiveScript script) {
    return script.experiment().initial().texture() instanceof InitialSpec.FromFile f
        ? Path.of(f.path())
        : null;
  }
}
