package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.ListedElectrodes;
import hopfilm.experiment.Outline;
import hopfilm.file.ExperimentFile;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the modules of the page do when somebody uses them, without a browser. Where there is no
 * Node.js the tests are skipped.
 */
class PageInUseTest {

  /** A store with the state of an idle film of four electrodes. */
  private static final String FILM =
      """
      const folder = process.argv[1];
      const { createStore } = await load(folder + "/store.js");
      const store = createStore();
      const electrodes = ["n1", "n2", "n3", "n4"].map((name) => (
        { name, shape: "disc", centre: [0, 0], radius: 1e-7, voltage: null, current: null, movable: true }));
      const film = { id: "f1", chapter: 1, status: "idle", doing: "none", kind: "live", drive: "voltage", voltage: 0.0384,
        current: null, pattern: "+-+-", training: null, trained: ["+-+-"], electrodes, film: { size: [5e-7, 5e-7, 1e-6] } };
      const currents = { ...film, drive: "current", voltage: null, current: 0.4 };
      const mixed = { ...film, drive: "mixed", voltage: null, pattern: null };
      """;

  private static JsonNode run(String script, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = Node.file("main.js").getParent().toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return JsonMapper.shared().readTree(Node.onPage(FILM + script, all));
  }

  /** What Train, and a change of the amplitude, send for a film as it is. */
  private static JsonNode sent(String film) throws Exception {
    return run(
        """
        const { createControls } = await load(folder + "/controls.js");
        const sent = [];
        createControls(store, (request) => sent.push(request), []);
        store.set("state", %s);
        const shown = byId("voltage").value;
        byId("train").fire("click");
        byId("voltage").value = "1 mV";
        byId("voltage").fire("change");
        console.log(JSON.stringify({ shown, sent }));
        """
            .formatted(film));
  }

  @Test
  void aFilmTrainsAtTheVoltageThatItHas() throws Exception {
    JsonNode odd = sent("{ ...film, voltage: 0.012345 }");
    assertThat(odd.path("shown").asString()).isEqualTo("12.345 mV");
    assertThat(odd.at("/sent/0/voltage").asString()).isEqualTo("12.345 mV");
    assertThat(sent("{ ...film, voltage: 0.0384 }").path("shown").asString()).isEqualTo("38.4 mV");
    // no digits that are rounding
    assertThat(sent("{ ...film, voltage: 0.1 + 0.2 }").path("shown").asString())
        .isEqualTo("300 mV");
  }

  @Test
  void aFilmThatCurrentsDriveIsSentCurrents() throws Exception {
    JsonNode said = sent("currents");
    assertThat(said.path("shown").asString()).isEqualTo("400 mA");
    assertThat(said.path("sent").toString())
        .isEqualTo(
            "[{\"command\":\"train\",\"pattern\":\"+-+-\",\"current\":\"400 mA\"},"
                + "{\"command\":\"set\",\"current\":\"1 mV\"}]");
  }

  @Test
  void whyAFilmDidNotLearnIsSaidWithTheVoltageToTry() throws Exception {
    String script =
        """
        const { createAdvice } = await load(folder + "/advice.js");
        globalThis.fetch = async () => ({ ok: true, json: async () => ({ text: "It stalls.", amplitude: %s }) });
        const sent = [];
        createAdvice(store, async (request) => sent.push(request));
        store.set("state", { ...film, steps: 9 });
        store.set("network", { outcome: "%s" });
        await new Promise((done) => setTimeout(done, 20));
        const shown = byId("advice").hidden ? null : byId("advice-text").textContent || null;
        const button = byId("advice-try").hidden ? null : byId("advice-try").textContent || null;
        if (button) await byId("advice-try").onclick();
        console.log(JSON.stringify({ shown, button, sent }));
        """;
    JsonNode weak = run(script.formatted("0.0384", "not-learned"));
    assertThat(weak.path("shown").asString()).isEqualTo("It stalls.");
    assertThat(weak.path("button").asString()).isEqualTo("Reset, and train at 38 mV");
    assertThat(weak.path("sent").toString())
        .isEqualTo(
            "[{\"command\":\"reset\"},"
                + "{\"command\":\"train\",\"pattern\":\"+-+-\",\"voltage\":\"38 mV\"}]");
    assertThat(run(script.formatted("null", "not-learned")).path("button").isNull()).isTrue();
    assertThat(run(script.formatted("0.0384", "learned")).path("shown").isNull()).isTrue();
  }

  /** Electrodes of several kinds have no amplitude: what is wrong is then said of the pattern. */
  @Test
  void noAmplitudeIsMadeUp() throws Exception {
    JsonNode said = sent("mixed");
    assertThat(said.path("shown").asString()).isEmpty();
    assertThat(said.at("/sent/0").toString()).isEqualTo("{\"command\":\"train\",\"pattern\":\"\"}");
  }

  /** The badge of the first electrode of a film. */
  private static String badge(String film, String pattern) throws Exception {
    return run("""
            const { createElectrodes } = await load(folder + "/film/electrodes.js");
            const badges = (e) => e.attributes?.class === "badge-text" ? [e.textContent] : (e.children ?? []).flatMap(badges);
            const svg = new Element();
            const zoom = { size: [5e-7, 5e-7], pixels: (x, y) => [1e9 * x, 1e9 * y], perMetre: () => 1e9 };
            createElectrodes(svg, zoom, () => {}).draw(%s, { pattern: %s });
            console.log(JSON.stringify(badges(svg.querySelector(".electrodes"))));
            """
            .formatted(film, pattern))
        .path(0)
        .asString();
  }

  @Test
  void badgesHaveWhatDrivesTheFilm() throws Exception {
    assertThat(badge("film", "\"-++-\"")).isEqualTo("n1 \u221238.4 mV");
    assertThat(badge("currents", "\"-++-\"")).isEqualTo("n1 \u2212400 mA");
    String live = "electrodes: electrodes.map((e) => ({ ...e, %s: -0.3 }))";
    String watched = "{ ...film, voltage: null, training: \"-++-\", " + live + " }";
    assertThat(badge(watched.formatted("voltage"), "\"-++-\""))
        .as("a run that is only watched has no next training")
        .isEqualTo("n1 \u2212300 mV");
    assertThat(badge("{ ...mixed, " + live.formatted("current") + " }", "null"))
        .isEqualTo("n1 \u2212300 mA");
  }

  /** Contacts that a signal leaves alone do not show the pattern of the next training. */
  @Test
  void badgesHaveTheSignalOfTheMoment() throws Exception {
    String driving =
        "{ ...film, doing: \"drive\", electrodes: electrodes.map((e) => ({ ...e, voltage: %s })) }";
    assertThat(badge(driving.formatted("-0.006"), "\"+-+-\"")).isEqualTo("n1 \u22126 mV");
    assertThat(badge(driving.formatted("0"), "\"+-+-\"")).isEqualTo("n1 0 V");
    assertThat(badge(driving.formatted("null"), "\"+-+-\"")).isEqualTo("n1");
  }

  /** The command for signals as they are typed. */
  @Test
  void signalsAreSentAsAFileHasThem() throws Exception {
    JsonNode sent =
        run(
            """
            const { request } = await load(folder + "/signals.js");
            const contact = (name, kind, values) => ({ name, kind, values });
            console.log(JSON.stringify([
              request([contact("a", "sine", { sine: "10 mV", frequency: "1 GHz", offset: "\u22125 mV", phase: " " }), contact("b", "zero"), contact("c", "float")], "5 ns"),
              request([contact("a", "samples", { samples: "0, 1;0.5 x", every: "1 ns", scale: "1 mA" }), contact("b", "constant", { value: "-1 mA" })], " "),
              request([contact("a", "pulses", { pulses: "", on: "1 ns", off: "2 ns" })], "1 ns")]));
            """);
    assertThat(sent.get(0).toString())
        .isEqualTo(
            """
            {"command":"drive","voltages":{"a":{"sine":"10 mV","frequency":"1 GHz","offset":"-5 mV"},"b":"0 V","c":"float"},"time":"5 ns"}""");
    assertThat(sent.get(1).toString())
        .isEqualTo(
            """
            {"command":"drive","currents":{"a":{"samples":[0,1,0.5,"x"],"every":"1 ns","scale":"1 mA"},"b":"-1 mA"}}""");
    assertThat(sent.at("/2/voltages/a").toString()).isEqualTo("{\"on\":\"1 ns\",\"off\":\"2 ns\"}");
  }

  /**
   * After each change, and where its tab is left, the pattern that was recalled is off the film,
   * and no timer is left.
   */
  @Test
  void theRecalledPatternLeavesTheFilmWhenTheFilmChanges() throws Exception {
    JsonNode left =
        run(
            """
            const timers = new Map();
            globalThis.setTimeout = (f, wait, ...with_) => (timers.set(timers.size + 1, () => f(...with_)), timers.size);
            globalThis.clearTimeout = (timer) => timers.delete(timer);
            const { createRecall } = await load(folder + "/recall.js");
            store.set("state", film);
            store.set("tab", "recall");
            createRecall(store, () => {});
            const steps = ["++--", "+---", "+-+-"].map((pattern) => ({ pattern, flipped: [1], energy: -1e-9 }));
            const path = { start: "++--", steps, end: "+-+-", cycle: [], hit: true, recalled: "+-+-", distance: 0, fresh: true };
            const shown = [];
            const after = (change) => {
              store.set("state", film);
              store.set("retrieval", path);
              change();
              shown.push([store.get("playing")?.pattern ?? null, timers.size]);
              timers.clear();
            };
            after(() => store.set("state", { ...film, time: 1e-9 }));
            after(() => store.set("state", { ...film, id: "f2" }));
            after(() => store.set("state", { ...film, chapter: 2 }));
            after(() => store.set("state", { ...film, pattern: "++++" }));
            after(() => store.set("state", { ...film, training: "+-+-" }));
            after(() => byId("recall-noise").fire("click"));
            after(() => store.set("tab", "network"));
            shown.at(-1).push(byId("recall-end-name").textContent);
            store.set("tab", "recall");
            // another film is joined: main.js takes the walk away before its state comes
            after(() => (store.set("retrieval", null), store.set("playing", null)));
            console.log(JSON.stringify(shown));
            """);
    assertThat(left.toString())
        .isEqualTo(
            "[[\"++--\",1],[null,0],[null,0],[null,0],[null,0],[null,0],"
                + "[null,0,\"end\"],[null,0]]");
  }

  /** Dragged by 10 nm and -20 nm, every corner goes there, as the program moves it. */
  @Test
  void aDraggedPolygonKeepsItsPlaceUnderTheHand() throws Exception {
    Experiment e =
        ExperimentFile.parse(
            """
            name: polygon
            film: {size: [160 nm, 160 nm], cell: 4 nm}
            electrodes:
              - {name: a, shape: disc, centre: [20 nm, 20 nm], radius: 20 nm}
              - {name: b, shape: polygon, points: [[80 nm, 120 nm], [140 nm, 120 nm], [140 nm, 60 nm]]}
            protocol: [{rest: 1 ns}]
            """,
            "polygon",
            List.of());
    JsonNode to =
        run(
            """
            const { movedTo } = await load(folder + "/film/electrodes.js");
            console.log(JSON.stringify(JSON.parse(process.argv[2]).map((e) => movedTo(e, [10e-9, -20e-9]))));
            """,
            Json.text(Messages.contacts(e, 0, null).electrodes()));
    assertThat(moved(e, 1, to))
        .isEqualTo(
            new Outline.Points(
                List.of(List.of(90e-9, 100e-9), List.of(150e-9, 100e-9), List.of(150e-9, 40e-9))));
    assertThat(moved(e, 0, to)).isEqualTo(new Outline.Disc(30e-9, 0, 20e-9));
    assertThat(Files.readString(Node.file("main.js"))).contains("movedTo(e, by)");
  }

  private static Outline moved(Experiment e, int k, JsonNode to) {
    double[] centre = {to.get(k).get(0).asDouble(), to.get(k).get(1).asDouble()};
    ListedElectrodes list = (ListedElectrodes) MovedElectrode.of(e, k, centre);
    return list.entries().get(k).patches().get(0).outline();
  }

  /** Start is not to be had while a newer drawing or scale is being checked, nor the older one. */
  @Test
  void onlyTheDrawingOnScreenCanBeStarted() throws Exception {
    JsonNode seen =
        run(
            """
            const waiting = [];
            globalThis.fetch = () => new Promise((answer) => waiting.push(answer));
            globalThis.setTimeout = () => 0;
            globalThis.clearTimeout = () => {};
            globalThis.URL.revokeObjectURL = () => {};
            const { createDevice } = await load(folder + "/device.js");
            store.set("limits", { body: 1000 });
            const opened = [];
            createDevice(store, (what) => opened.push(what.experiment));
            byId("device-start").disabled = true;
            const rest = async () => { for (let k = 0; k < 20; k++) await null; };
            const take = async (name, size = 10) => {
              byId("device-file").files = [{ name, size, text: async () => name }];
              byId("device-file").fire("change");
              await rest();
            };
            const say = async (yaml) => {
              waiting.shift()({ ok: true, json: async () => ({ ok: true, yaml, electrodes: ["a"], warnings: [] }) });
              await rest();
            };
            const disabled = [];
            const look = () => disabled.push(byId("device-start").disabled);
            await take("one.svg"); look();
            await say("one"); look();
            await take("two.svg"); look();
            await say("two"); look();
            byId("device-scale").fire("input"); look();
            await take("three.svg");
            await take("large.svg", 2000);
            await say("three"); look();
            await take("four.svg");
            byId("device-cell").fire("input");
            await say("four, but of the cell before"); look();
            await take("five.svg");
            await say("five");
            await byId("device-start").fire("click");
            let read;
            byId("device-file").files = [{ name: "slow.svg", size: 10, text: () => new Promise((done) => (read = done)) }];
            byId("device-file").fire("change");
            byId("device-scale").fire("input");
            read("slow.svg");
            await rest();
            await say("slow"); look();
            byId("device-file").fire("change");
            const slower = read;
            await take("six.svg");
            slower("slow.svg");
            await rest();
            await say("six");
            await byId("device-start").fire("click");
            console.log(JSON.stringify({ disabled, opened }));
            """);
    assertThat(seen.path("disabled").toString())
        .isEqualTo("[true,false,true,false,true,true,true,false]");
    assertThat(seen.path("opened").toString()).isEqualTo("[\"five\",\"six\"]");
  }

  /** Nine contacts have 36 pairs, of which the page keeps 4000 rows. */
  @Test
  void manyCurvesHaveALargestValue() throws Exception {
    JsonNode largest =
        run(
            """
            const { largest } = await load(folder + "/format.js");
            const lists = Array.from({ length: 36 }, (_, c) => Array.from({ length: 4000 }, (_, k) => (k === 0 ? null : c - k / 1000)));
            console.log(JSON.stringify([largest(lists), largest([-7, null, 3]), largest([])]));
            """);
    assertThat(largest.toString()).isEqualTo("[34.999,7,0]");
  }

  @Test
  void everyWrongLineOfAFileIsMarked() throws Exception {
    JsonNode shown =
        run(
            """
            const { createFile } = await load(folder + "/file.js");
            const message = "line 2: film.cel: unknown key\\nline 3: sed: unknown key";
            globalThis.fetch = async () =>
              ({ ok: true, status: 200, json: async () => ({ ok: false, error: { line: 2, key: "film.cel", message } }) });
            createFile(store, () => {});
            byId("file-text").value = "film:\\n  cel: 4 nm\\nsed: 1";
            byId("file-text").fire("input");
            await new Promise((done) => setTimeout(done, 700));
            console.log(JSON.stringify({
              said: byId("file-verdict").textContent,
              wrong: byId("file-lines").children.map((line) => line.attributes.class ?? line.className ?? null) }));
            """);
    assertThat(shown.path("said").asString())
        .isEqualTo("Line 2: film.cel: unknown key\nLine 3: sed: unknown key");
    assertThat(shown.path("wrong").valueStream().map(n -> n.asString("")))
        .containsExactly("", "wrong", "wrong");
  }
}
