package hopfilm.run;

import hopfilm.experiment.Experiment;
import hopfilm.film.Measure;
import hopfilm.film.RetrievalResult;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RecallCurve;
import hopfilm.hopfield.Retrieval;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Spelling;
import hopfilm.io.WholeFile;
import hopfilm.protocol.ProtocolWalk;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.Verification;
import hopfilm.transport.Electrode;
import hopfilm.transport.OperatingPoint;
import hopfilm.transport.ResistanceMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes summary.json and provenance.json of a run. */
public final class RunJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private RunJson() {}

  public static void write(Path file, Map<String, ?> content) throws IOException {
    WholeFile.writeSafely(file, text(content));
  }

  static String text(Map<String, ?> content) {
    return JSON.writeValueAsString(content) + "\n";
  }

  static void writeProvenance(RunResult result) throws IOException {
    write(new RunFolder(result.folder()).provenance(), Provenance.of(result));
  }

  static void writeSummary(
      RunResult r, List<Electrode> electrodes, List<ProtocolWalk.TrainPhase> phases)
      throws IOException {
    Map<String, Object> s = summary(r, electrodes);
    s.put("training", phases.stream().map(RunJson::training).toList());
    write(new RunFolder(r.folder()).summary(), s);
  }

  private static Map<String, Object> training(ProtocolWalk.TrainPhase p) {
    Map<String, Object> t = new LinkedHashMap<>();
    t.put("name", p.name());
    t.put("start", p.start());
    t.put("end", p.end());
    if (p.settled() != null) {
      t.put("settled", p.settled());
    }
    if (p.verification() != null) {
      Verification v = p.verification();
      t.put("pattern", v.pattern());
      t.put("verified", v.verified());
      t.put("time", v.time());
      t.put("pulses", v.pulses());
      t.put("checks", v.checks());
      t.put("others", v.others());
      t.put("false_passes", v.falsePasses());
      t.put("passed", v.passed());
    }
    return t;
  }

  private static Map<String, Object> summary(RunResult r, List<Electrode> electrodes) {
    Experiment e = r.experiment();
    Map<String, Object> s = new LinkedHashMap<>();
    s.put("name", e.name());
    s.put("version", Provenance.version());
    s.put("status", r.status().text());
    if (r.message() != null) {
      s.put("message", r.message());
    }
    s.put("seeds", Provenance.seeds(e));
    s.put("temperature", e.temperature());
    s.put("electrodes", electrodes.stream().map(Electrode::name).toList());
    s.put("patterns", r.trained().isEmpty() ? null : texts(r.trained()));
    s.put("weights", Spelling.of(e.network().weights()));
    s.put("reference", Spelling.of(e.network().reference()));
    if (e.network().scaling() != 1) {
      s.put("scaling", e.network().scaling());
    }
    s.put("self_term", Spelling.of(e.network().selfTerm()));
    Map<String, Object> conductance = new LinkedHashMap<>();
    Map<String, Object> resistance = new LinkedHashMap<>();
    Map<String, Object> points = new LinkedHashMap<>();
    Map<String, Object> errors = new LinkedHashMap<>();
    Map<String, Object> gx = new LinkedHashMap<>();
    Map<String, Object> gy = new LinkedHashMap<>();
    Map<String, Object> energies = new LinkedHashMap<>();
    for (Measure m : r.measures()) {
      conductance.put(m.label(), m.g().siemens());
      resistance.put(m.label(), ResistanceMatrix.of(m.g()).ohm());
      if (m.values() != null) {
        OperatingPoint p = OperatingPoint.of(m.g().siemens(), m.values());
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("voltages", p.voltages());
        point.put("currents", p.currents());
        point.put("power", p.power());
        points.put(m.label(), point);
      }
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("symmetry", m.g().symmetryError());
      error.put("row_sum", m.g().rowSumError());
      error.put("residual", m.g().residual());
      error.put("read", m.underCurrent() ? "under current" : "at rest");
      errors.put(m.label(), error);
      gx.put(m.label(), number(m.gx()));
      gy.put(m.label(), number(m.gy()));
      if (m.landscape() != null) {
        Map<String, Object> e1 = new LinkedHashMap<>();
        m.landscape().entries().forEach(x -> e1.put(x.pattern().toString(), x.energy()));
        energies.put(m.label(), e1);
      }
    }
    s.put("conductance", conductance);
    if (e.network().weights() == WeightKind.RESISTANCE) {
      s.put("resistance", resistance);
    }
    s.put("operating_points", points);
    s.put("conductance_errors", errors);
    s.put("gx", gx);
    s.put("gy", gy);
    s.put("energies", energies);
    judged(s, r);
    s.put("retrieval", r.retrievals().stream().map(x -> retrieval(x, e)).toList());
    s.put("warnings", r.warnings());
    s.put("kernels", r.kernels());
    s.put("energy_joule", r.energyJoule());
    s.put("energy_per_bit", number(r.energyPerBit()));
    s.put("training_time", r.trainingTime());
    s.put("steps", r.steps());
    s.put("potentials", r.solves());
    s.put("seconds", r.seconds());
    return s;
  }

  private static void judged(Map<String, Object> s, RunResult r) {
    s.put("judged", r.judged() == null ? null : r.judged().label());
    EnergyLandscape land = r.judged() == null ? null : r.judged().landscape();
    if (land == null) {
      s.put("minimum", null);
      s.put("learned", null);
      s.put("margin", null);
      return;
    }
    String sampled = land.isSampled() ? "_sampled" : "";
    s.put("minimum" + sampled, land.lowest().pattern().toString());
    s.put("learned" + sampled, oneOrAll(new ArrayList<Object>(land.learned(r.trained()))));
    List<Object> margins = new ArrayList<>();
    land.margin(r.trained()).forEach(m -> margins.add(number(m)));
    s.put("margin" + sampled, oneOrAll(margins));
  }

  private static Object oneOrAll(List<Object> values) {
    return values.size() == 1 ? values.get(0) : values;
  }

  private static Map<String, Object> retrieval(RetrievalResult x, Experiment e) {
    Map<String, Object> r = new LinkedHashMap<>();
    r.put("update", Spelling.of(x.step().update()));
    r.put("self_term", Spelling.of(e.network().selfTerm()));
    if (x.step().update() == Retrieval.UpdateRule.GRADED) {
      r.put("gain", x.step().gain());
    }
    r.put("measure", x.measure());
    r.put("hits", x.summary().hits());
    r.put("total", x.summary().total());
    if (!x.recall().isEmpty()) {
      r.put("recall", x.recall().stream().map(RunJson::point).toList());
    }
    Map<String, Object> from = new LinkedHashMap<>();
    x.summary().from().forEach((start, o) -> from.put(start.toString(), outcome(o)));
    r.put("from", from);
    return r;
  }

  private static Map<String, Object> point(RecallCurve.Point p) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("flipped", p.flipped());
    out.put("flips", p.flips());
    out.put("hits", p.recalled().successes());
    out.put("total", p.recalled().total());
    out.put("low", p.recalled().low());
    out.put("high", p.recalled().high());
    out.put("overlap", p.overlap());
    return out;
  }

  private static Map<String, Object> outcome(Retrieval.Outcome o) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("end", o.end() == null ? null : o.end().toString());
    out.put("steps", o.steps());
    out.put("cycle", texts(o.cycle()));
    return out;
  }

  private static List<String> texts(List<Pattern> patterns) {
    return patterns.stream().map(Pattern::toString).toList();
  }

  /** JSON has no NaN. */
  private static Object number(double v) {
    return Double.isFinite(v) ? v : null;
  }
}
