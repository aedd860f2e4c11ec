package hopfilm.protocol;

import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Warnings of a run, each said once: those that are known without it, and those on its way. */
final class Warnings {

  private final RunListener listener;
  private List<String> foreseen = List.of();
  private final List<String> own = new ArrayList<>();

  Warnings(RunListener listener) {
    this.listener = listener;
  }

  /** Says what is known without the run, in place of what was; it is no part of its state. */
  void foresee(List<String> messages) {
    List<String> before = foreseen;
    foreseen = List.copyOf(messages);
    foreseen.stream().filter(m -> !before.contains(m)).forEach(listener::warning);
  }

  void add(String message) {
    if (!own.contains(message) && !foreseen.contains(message)) {
      own.add(message);
      listener.warning(message);
    }
  }

  /** A list of its own. */
  List<String> all() {
    List<String> all = new ArrayList<>(foreseen);
    own.stream().filter(w -> !foreseen.contains(w)).forEach(all::add);
    return all;
  }

  void save(StateWriter out) throws IOException {
    out.whole(own.size());
    for (String warning : own) {
      out.text(warning);
    }
  }

  void restore(StateReader in) throws IOException {
    own.clear();
    for (long n = in.whole(); n > 0; n--) {
      own.add(in.text());
    }
  }
}
