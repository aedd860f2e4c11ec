package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMoment;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** No page is left with an old state: changes at the worst moment, between reading and sending. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NewestStateTest {

  /** A screen that shows a value, which something may change while it is being read. */
  private static final class ValueScreen extends Screen {
    private volatile int value = 1;
    private Runnable meanwhile = () -> {};

    ValueScreen(Experiment e) {
      super("f1", "value", e);
    }

    void set(int next) {
      value = next;
      changed();
    }

    @Override
    StateMessage describe() {
      Experiment e = experiment();
      StateMessage state =
          new StateMessage(
              title(),
              StateMessage.Motion.done(0),
              new StateMessage.Place(value, null, 1),
              contacts(e, null),
              new StateMessage.Drive(null, null, null, null, List.of(), "voltage"),
              Messages.view(e),
              StateMessage.Offers.none(0, null, List.of()));
      Runnable now = meanwhile;
      meanwhile = () -> {};
      now.run();
      return state;
    }

    @Override
    String kind() {
      return "live";
    }

    @Override
    String status() {
      return "idle";
    }

    @Override
    Map<String, Object> network(boolean isForced) {
      return null;
    }

    @Override
    FrameCoder.Header header(int number, FilmMoment film) {
      throw new IllegalStateException("there is no film");
    }

    @Override
    String yaml() {
      return "";
    }
  }

  private final ValueScreen screen =
      new ValueScreen(ExperimentFile.parse(Caller.SMALL, "small", List.of()));
  private final long now = System.nanoTime();

  /** What a page was sent, in order. */
  private static Session session(List<String> sent) {
    return (Session)
        Proxy.newProxyInstance(
            NewestStateTest.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("sendText")) {
                sent.add((String) arguments[0]);
                ((Callback) arguments[1]).succeed();
              }
              return method.getReturnType() == boolean.class ? true : null;
            });
  }

  /** Runs something in another thread, until it is done or waits for what this one holds. */
  private static Thread beside(Runnable task) {
    Thread thread = new Thread(task, "beside");
    thread.start();
    while (thread.getState() != Thread.State.TERMINATED
        && thread.getState() != Thread.State.BLOCKED) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static int value(List<String> sent) {
    List<String> states = sent.stream().filter(s -> s.contains("\"type\":\"state\"")).toList();
    return JsonMapper.shared().readTree(states.get(states.size() - 1)).path("steps").asInt();
  }

  @Test
  void aPageThatComesWhileTheFilmChangesHearsOfIt() throws InterruptedException {
    screen.connect(session(new ArrayList<>()));
    screen.tick(now);
    List<Thread> others = new ArrayList<>();
    screen.meanwhile =
        () ->
            others.add(
                beside(
                    () -> {
                      screen.set(2);
                      screen.tick(now);
                    }));
    List<String> late = new ArrayList<>();
    screen.connect(session(late));
    others.get(0).join();
    // at the same moment, so that no state is said again because of the time
    screen.tick(now);
    assertThat(value(late)).isEqualTo(2);
  }

  /** Of two threads that ask at once the one with the larger number has the newer state. */
  @Test
  void numbersFollowTheStates() throws InterruptedException {
    List<StateMessage> second = new ArrayList<>();
    List<Thread> others = new ArrayList<>();
    screen.meanwhile =
        () ->
            others.add(
                beside(
                    () -> {
                      screen.set(2);
                      second.add(screen.state());
                    }));
    StateMessage first = screen.state();
    others.get(0).join();
    assertThat(first.place().steps()).isEqualTo(1);
    assertThat(second.get(0).place().steps()).isEqualTo(2);
    assertThat(second.get(0).number()).isGreaterThan(first.number());
  }

  /** The page itself, where there is a Node.js: a late answer does not undo what it shows. */
  @Test
  void thePageLeavesOlderStatesAside() throws Exception {
    Path module = Node.file("newest.js");
    String said =
        Node.run(
            """
            const { createNewest } = await load(process.argv[1]);
            const newest = createNewest();
            newest.begin("f1");
            const heard = [[1, "f1"], [3, "f1"], [2, "f1"], [3, "f1"], [9, "f2"], [4, "f1"]];
            const taken = heard.map(([number, id]) => newest.isNew({ id, number }));
            newest.begin("f1");
            taken.push(newest.isNew({ id: "f1", number: 1 }));
            console.log(taken.join(" "));
            """,
            module.toString());
    assertThat(said).isEqualTo("true true false false false true true");
    assertThat(Files.readString(module.resolveSibling("main.js")))
        .as("both ways go through it")
        .contains("newest.isNew(m)", "take.state(answer.state)");
  }
}
