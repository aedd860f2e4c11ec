package hopfilm.cli;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Drawings that nobody drew: elements within and upon each other, and garbage. */
final class AnyDrawing {

  private static final List<String> NAMES =
      List.of("film", "hole1", "hole2", "electrodes", "left", "right", "a", "b", "c", "d");

  private final SplittableRandom random;
  private final StringBuilder text = new StringBuilder();

  /** Whether some of it cannot be read: then it is refused before much work is done. */
  private final boolean isGarbled;

  private AnyDrawing(SplittableRandom random) {
    this.random = random;
    this.isGarbled = random.nextInt(4) == 0;
  }

  static String of(SplittableRandom random) {
    AnyDrawing drawing = new AnyDrawing(random);
    drawing.write();
    return drawing.text.toString();
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private boolean isGarbage(int n) {
    return oneIn(n) && isGarbled;
  }

  private String any(String... of) {
    return of[random.nextInt(of.length)];
  }

  private void write() {
    text.append(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='");
    text.append(isGarbage(5) ? any("0 0 1e300 9", "a", "0 0 -5 5", "1 2 3") : "0 0 100 100");
    text.append("' style='").append(oneIn(10) ? "x".repeat(1_000_000) : "fill:red").append("'>");
    text.append("<path id='a' d='M 9 9 h 9 v 9 z'/><circle id='b' cx='60' cy='50' r='20'/>");
    text.append("<g id='electrodes'><rect id='left' width='10' height='80'/>");
    text.append("<rect id='right' x='70' width='10' height='80'/></g>");
    switch (random.nextInt(8)) {
      case 0 -> chain();
      case 1 -> {
        int deep = oneIn(2) ? random.nextInt(120) : random.nextInt(30_000);
        text.append("<g>".repeat(deep)).append("<g id='film'>");
        element(3);
        text.append("</g>").append("</g>".repeat(deep));
      }
      case 2 -> many();
      default -> {
        for (int n = random.nextInt(12); n >= 0; n--) {
          element(5);
        }
      }
    }
    text.append("<rect id='film' width='80' height='80'/>");
    text.append(isGarbage(5) ? any("", "<g>", "</g></g>", "&amp;<") : "</svg>");
  }

  /** Each group shows the next one several times, down to one of something or nothing. */
  private void chain() {
    int length = 1 + random.nextInt(14);
    int times = 1 + random.nextInt(10);
    for (int k = 0; k < length; k++) {
      text.append("<g id='").append(k == 0 ? "film" : "c" + k).append("'>");
      String use = oneIn(2) ? "<use href='#c%d'/>" : "<use xlink:href='#c%d' x='3' y='1'/>";
      text.append(use.formatted(k + 1).repeat(times)).append("</g>");
    }
    text.append("<g id='c%d'>".formatted(isGarbage(4) ? 1 : length));
    for (int n = random.nextInt(2); n > 0; n--) {
      element(1);
    }
    text.append("</g>");
  }

  private void many() {
    text.append("<g id='").append(any("film", "hole1", "left")).append("'>");
    for (int n = random.nextInt(oneIn(4) ? 30_000 : 900); n > 0; n--) {
      text.append("<rect x='%d' y='%d' ".formatted(random.nextInt(100), random.nextInt(100)));
      text.append("width='2' height='%d'/>".formatted(1 + random.nextInt(3)));
    }
    text.append("</g>");
  }

  private String number() {
    return switch (random.nextInt(40)) {
      case 0 -> isGarbled ? any("1e400", "NaN", "", "9".repeat(20_000) + "!") : "1e-300";
      case 1 -> Double.toString(random.nextDouble(-1e6, 1e6));
      default -> String.format(Locale.ROOT, "%.2f", random.nextDouble(-10, 100));
    };
  }

  private String numbers(int n) {
    StringBuilder all = new StringBuilder();
    for (int k = 0; k < n; k++) {
      all.append(number()).append(oneIn(2) ? "," : " ");
    }
    return all.toString();
  }

  private void attributes() {
    if (oneIn(2)) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      text.append(" id='").append(name.length() > 1 || isGarbled ? name : "e").append('\'');
    }
    if (oneIn(3)) {
      text.append(" transform='");
      for (int n = oneIn(20) ? 5000 : random.nextInt(3); n >= 0; n--) {
        text.append(any("rotate(30)", "scale(0.9)", "translate(3,4)", "skewX(9) scale(-1 1)"));
        text.append(isGarbage(4) ? any("matrix(1 0 0 1 1e30 0)", "scale(0)", "turn(3)", "(") : "");
      }
      text.append('\'');
    }
    if (oneIn(4)) {
      text.append(
          any(" fill-rule='evenodd'", " style='fill-rule:nonzero'", " clip-path='url(#a)'"));
    }
  }

  private void element(int depth) {
    String kind =
        any(
            "g", "g", "use", "path", "path", "rect", "circle", "ellipse", "polygon", "text", "svg",
            "a");
    text.append('<').append(kind);
    attributes();
    switch (kind) {
      case "use" -> text.append(" href='#").append(used()).append('\'');
      case "path" -> path();
      case "polygon" -> text.append(" points='").append(numbers(2 * count())).append('\'');
      case "rect" ->
          text.append(" width='%s' height='%s' rx='%s'".formatted(number(), number(), number()));
      case "circle" ->
          text.append(" cx='%s' cy='%s' r='%s'".formatted(number(), number(), number()));
      case "ellipse" -> text.append(" rx='%s' ry='%smm'".formatted(number(), number()));
      default -> {}
    }
    text.append('>');
    if (kind.length() == 1 && depth > 0) {
      for (int n = random.nextInt(4); n > 0; n--) {
        element(depth - 1);
      }
    }
    text.append("</").append(kind).append('>');
  }

  private String used() {
    return isGarbled ? NAMES.get(random.nextInt(NAMES.size())) : any("a", "b", "left");
  }

  private int count() {
    return oneIn(12) ? random.nextInt(6000) : 3 + random.nextInt(40);
  }

  private void path() {
    text.append(" d='M 10 10");
    int n = count();
    for (int k = 0; k < n; k++) {
      String command =
          oneIn(60) ? any("X", "", "M") : any("L", "l", "C", "q", "H", "v", "A", "T", "Z");
      text.append(command);
      switch (command) {
        case "A" -> text.append(numbers(3)).append(any("0 0 ", "1 1 ", "0 1 ")).append(numbers(2));
        case "C" -> text.append(numbers(6));
        case "q" -> text.append(numbers(4));
        case "H", "v" -> text.append(numbers(1));
        case "Z", "X" -> text.append(' ');
        default -> text.append(numbers(2));
      }
    }
    text.append('\'');
  }
}
