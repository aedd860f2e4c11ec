package hopfilm.report;

import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.page.Markup;
import hopfilm.result.Outcome;
import hopfilm.result.Retrieved;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A run of a sweep in the words of the sweep's page: its values, its verdict, the way to it. */
final class RunLink {
  private RunLink() {}

  /**
   * Markup that leads to the page of a run, where it has one.
   *
   * @param shown markup
   */
  static String of(RunFolder sweep, SweepRecord run, String shown) {
    return Files.isRegularFile(sweep.run(run.folder()).page())
        ? "<a href=\"%s/%s\">%s</a>".formatted(address(run.folder()), RunFile.PAGE.text(), shown)
        : "<span class=\"run\">%s</span>".formatted(shown);
  }

  /** A folder name may hold signs, blanks and commas. */
  private static String address(String folder) {
    return Arrays.stream(folder.split("/"))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  /** Patterns in their own font, other values as they are. */
  static String value(String value) {
    return isPattern(value) ? Markup.pattern(value) : Markup.escape(value);
  }

  private static boolean isPattern(String value) {
    return value.matches("[+-]{2,}");
  }

  /** Swept values in a line; those that do not tell themselves with the end of their key. */
  static String values(SweepRecord run) {
    return run.values().entrySet().stream()
        .map(
            e ->
                (isPattern(e.getValue()) ? "" : Markup.escape(name(e.getKey())) + " ")
                    + value(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** A seed is told by what it is of. */
  private static String name(String key) {
    String[] parts = key.split("\\.");
    String last = parts[parts.length - 1];
    return last.equals("seed") ? key : last;
  }

  /** Starts of the last retrieval that came to a trained pattern; empty without one. */
  static String recalled(SweepRecord run) {
    Retrieved last = run.lastRecall();
    return last == null || last.total() == 0 ? "" : last.hits() + " of " + last.total();
  }

  /** What came out of a run, as markup. */
  static String verdict(SweepRecord run) {
    if (run.status() != RunStatus.DONE) {
      return "<span class=\"bad\">" + Markup.escape(run.words()) + "</span>";
    }
    return run.outcome() == null
        ? ""
        : "<span class=\"%s\">%s</span>"
            .formatted(run.outcome().text(), verdict(run.outcome(), run.stored()));
  }

  /** With a mark before it; of several patterns how many are held. */
  static String verdict(Outcome outcome, String stored) {
    return mark(outcome) + outcome.words() + (stored.isEmpty() ? "" : ", " + stored);
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> "\u2713 ";
      case LEARNED -> "\u25d0 ";
      case NOT_LEARNED -> "\u2717 ";
    };
  }
}
