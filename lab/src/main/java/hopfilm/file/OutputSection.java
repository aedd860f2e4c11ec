package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.OutputSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The section {@code output}, read and written. */
final class OutputSection {

  private OutputSection() {}

  static OutputSpec read(Section s) {
    List<OutputSpec.Format> formats = new ArrayList<>();
    for (YamlNode item : s.list("formats")) {
      String word = s.word("formats", item, OutputSpec.Format.words());
      OutputSpec.Format format = OutputSpec.Format.valueOf(word.toUpperCase(Locale.ROOT));
      if (!formats.contains(format)) {
        formats.add(format);
      }
    }
    OutputSpec.Pages pages =
        new OutputSpec.Pages(
            s.constant("report", OutputSpec.Report.class),
            s.constant("figures", OutputSpec.Figures.class));
    return new OutputSpec(
        s.value("table"), s.value("snapshots"), s.value("checkpoint"), formats, pages);
  }

  static YamlNode tree(OutputSpec o) {
    return map()
        .with("table", number("output.table", o.table()))
        .with("snapshots", number("output.snapshots", o.snapshots()))
        .with("checkpoint", number("output.checkpoint", o.checkpoint()))
        .with("formats", list(o.formats().stream().map(YamlValues::word).toList()))
        .with("report", word(o.pages().report()))
        .with("figures", word(o.pages().figures()));
  }
}
