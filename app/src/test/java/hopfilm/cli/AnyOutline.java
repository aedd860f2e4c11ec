package hopfilm.cli;

import java.util.SplittableRandom;

/** Experiments whose shapes are trees of unions, copies, turned shapes, drawings and pictures. */
final class AnyOutline {

  private final SplittableRandom random;

  /** Whether some of its values are out of range. */
  private final boolean isGarbled;

  private AnyOutline(SplittableRandom random) {
    this.random = random;
    this.isGarbled = random.nextInt(4) == 0;
  }

  /** An experiment; drawings are {@code a.svg}, pictures {@code a.png}. */
  static String of(SplittableRandom random) {
    return new AnyOutline(random).experiment();
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private String any(String... of) {
    return of[random.nextInt(of.length)];
  }

  private String experiment() {
    StringBuilder text = new StringBuilder();
    if (oneIn(2)) {
      text.append("device: {svg: a.svg, scale: %s}\n".formatted(any("1 nm", "2 nm", "9 nm")));
      return text + "film: {cell: %s}\n".formatted(any("1 nm", "4 nm")) + rest();
    }
    boolean isLarge = oneIn(6);
    text.append("film:\n  size: [%s, %s]\n".formatted(extent(isLarge), extent(isLarge)));
    text.append("  cell: 4 nm\n");
    text.append(oneIn(4) ? "  edges: periodic-x\n" : "");
    if (oneIn(2)) {
      text.append("  mask:\n");
      for (int n = random.nextInt(4); n >= 0; n--) {
        text.append("    - ").append(shape(4)).append('\n');
      }
    }
    if (oneIn(2)) {
      return text
          + "electrodes: {layout: %s}\n".formatted(any("sides-y", "edge-centres, length: 40 nm"))
          + rest();
    }
    text.append("electrodes:\n");
    for (int n = 0; n < 2 + random.nextInt(3); n++) {
      String one = shape(3).substring(1);
      text.append("  - {name: e%d, %s\n".formatted(n, one));
    }
    return text + rest();
  }

  private static String rest() {
    return "initial: {texture: uniform}\nprotocol: [{rest: 1 ps}]\n";
  }

  private String extent(boolean isLarge) {
    return 4 * (isLarge ? 300 + random.nextInt(700) : 10 + random.nextInt(90)) + " nm";
  }

  private String at() {
    return oneIn(30)
        ? any("10 mm", "-3 um", "1e400 nm", "0.001 nm")
        : random.nextInt(-20, 400) + " nm";
  }

  private String length() {
    return isGarbled && oneIn(200)
        ? any("1 um", "0.01 nm", "10 mm")
        : 1 + random.nextInt(200) + " nm";
  }

  private String point() {
    return "[" + at() + ", " + at() + "]";
  }

  private String points() {
    StringBuilder all = new StringBuilder("[");
    for (int n = oneIn(8) ? random.nextInt(3000) : 2 + random.nextInt(9); n >= 0; n--) {
      all.append(point()).append(n > 0 ? ", " : "]");
    }
    return all.toString();
  }

  private String shape(int depth) {
    String kind =
        depth > 0 && !oneIn(3)
            ? any("union", "union", "intersection", "difference")
            : any("disc", "rectangle", "ellipse", "ring", "polygon", "contours", "image", "svg");
    StringBuilder text = new StringBuilder("{shape: " + kind);
    switch (kind) {
      case "disc" -> text.append(", centre: %s, radius: %s".formatted(point(), length()));
      case "rectangle", "ellipse" ->
          text.append(", centre: %s, size: [%s, %s]".formatted(point(), length(), length()));
      case "ring" ->
          text.append(", centre: %s, radius: 300 nm, inner: %s".formatted(point(), length()));
      case "polygon" -> text.append(", points: ").append(points());
      case "contours" -> text.append(", contours: [%s, %s]".formatted(points(), points()));
      case "image" ->
          text.append(
                  ", file: a.png, centre: %s, size: [%s, %s]"
                      .formatted(point(), length(), length()))
              .append(any("", "", ", pixels: light", ", threshold: 40 %"));
      case "svg" -> text.append(", file: a.svg, id: ").append(any("left", "right", "a", "b"));
      default -> {
        text.append(", parts: [");
        for (int n = 1 + random.nextInt(3); n >= 0; n--) {
          text.append(shape(depth - 1)).append(n > 0 ? ", " : "]");
        }
      }
    }
    if (oneIn(3)) {
      text.append(", rotate: %d deg".formatted(random.nextInt(-360, 361)));
    }
    if (oneIn(3)) {
      int most = oneIn(2) ? 4 : 34;
      text.append(", copies: %dx%d".formatted(1 + random.nextInt(most), 1 + random.nextInt(most)));
      text.append(", spacing: [%s, %s]".formatted(at(), at()));
    }
    return text.append('}').toString();
  }
}
