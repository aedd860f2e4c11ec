package hopfilm.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of a text such as a slip of the hand makes, and some that no hand would make. */
enum Mutation {
  DELETE_LINE,
  DELETE_TOKEN,
  DELETE_CHARACTER,
  SWAP_LINES,
  SWAP_TOKENS,
  SWAP_VALUES,
  REPEAT_LINE,
  REPEAT_TOKEN,
  CHANGE_UNIT,
  CHANGE_NUMBER,
  CHANGE_DIGIT,
  CHANGE_SIGN,
  CHANGE_INDENTATION,
  CHANGE_CASE,
  INSERT_ODD,
  INSERT_LONG,
  MAKE_LIST,
  MAKE_MAP,
  CUT_OFF;

  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z_]+|[0-9.]+(?:e[+-]?\\d+)?|\\s+|[^\\sA-Za-z0-9]");
  private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z^])-?\\d[0-9.]*");
  private static final Pattern UNIT =
      Pattern.compile("(?<=\\d )(nm|um|ns|ps|mV|V|kA/m|pJ/m|kJ/m\\^3|mA|mT|uOhm m|Ohm|%|deg|GHz)");
  private static final Pattern VALUE = Pattern.compile("(?<=: )[^\\[\\]{},\"\\n#]+");
  private static final Pattern SIGN = Pattern.compile("[+-](?=[+\\d-])");

  private static final List<String> UNITS =
      List.of(
          "nm", "mm", "m", "ps", "s", "kV", "mV", "T", "A", "mJ/m^2", "Ohm", "%", "", "nmm", "n m",
          "1/nm", "m/0", "K", "kg^9");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1e9",
          "1e12",
          "1e-12",
          "1e999",
          "1e-999",
          "1e400",
          "0x10",
          "1_000",
          ".5",
          "5.",
          "007",
          ".inf",
          ".nan",
          "1,5",
          "99999999999999999999",
          "2147483648",
          "1..9999999");
  private static final List<String> ODD =
      List.of(
          "\t",
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "#",
          " #",
          "&a ",
          "*a",
          "!",
          "!!int ",
          "!!binary ",
          "|",
          ">",
          "%",
          "@",
          "`",
          "?",
          "? ",
          "- ",
          "---\n",
          "...\n",
          "\0",
          "\u0007",
          "\u001B[31m",
          "\uFEFF",
          "\u202E",
          "\u2028",
          "\u00B5",
          "\u2212",
          "\uD83D\uDE00",
          "\r",
          "\n",
          "\\",
          "\"\\0\"",
          "\"\\x85\"",
          "\"\\uD800\"",
          "<<: ",
          "~",
          ",",
          ",,",
          "%n%d",
          "$HOME");

  static Mutation any(SplittableRandom random) {
    return values()[random.nextInt(values().length)];
  }

  String apply(String text, SplittableRandom random) {
    return switch (this) {
      case DELETE_LINE -> lines(text, l -> l.remove(random.nextInt(l.size())));
      case SWAP_LINES -> lines(text, l -> swap(l, random));
      case REPEAT_LINE -> lines(text, l -> l.add(random.nextInt(l.size()), any(l, random)));
      case CHANGE_INDENTATION -> lines(text, l -> indent(l, random));
      case DELETE_TOKEN -> tokens(text, t -> t.remove(random.nextInt(t.size())));
      case SWAP_TOKENS -> tokens(text, t -> swap(t, random));
      case REPEAT_TOKEN -> tokens(text, t -> t.add(random.nextInt(t.size()), any(t, random)));
      case DELETE_CHARACTER -> {
        int at = random.nextInt(text.length());
        yield text.substring(0, at) + text.substring(at + 1);
      }
      case INSERT_ODD -> insert(text, any(ODD, random), random);
      case INSERT_LONG -> {
        String piece = List.of("x", "9", "[", "{a: ", "+", "\u00FC").get(random.nextInt(6));
        yield insert(text, piece.repeat(List.of(300, 3000, 30_000).get(random.nextInt(3))), random);
      }
      case CHANGE_UNIT -> one(text, UNIT, u -> any(UNITS, random), random);
      case CHANGE_NUMBER -> one(text, NUMBER, n -> any(NUMBERS, random), random);
      case CHANGE_DIGIT -> one(text, NUMBER, n -> digit(n, random), random);
      case CHANGE_SIGN -> one(text, SIGN, s -> s.equals("+") ? "-" : "+", random);
      case CHANGE_CASE -> one(text, VALUE, v -> v.toUpperCase(java.util.Locale.ROOT), random);
      case MAKE_LIST -> one(text, VALUE, v -> "[" + v + ", " + v + "]", random);
      case MAKE_MAP -> one(text, VALUE, v -> "{a: " + v + "}", random);
      case SWAP_VALUES -> {
        List<String> values = VALUE.matcher(text).results().map(m -> m.group()).toList();
        yield one(text, VALUE, v -> any(values, random), random);
      }
      case CUT_OFF -> text.substring(0, random.nextInt(text.length()));
    };
  }

  private interface Change {
    void on(List<String> parts);
  }

  private static String lines(String text, Change change) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (!lines.isEmpty()) {
      change.on(lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String tokens(String text, Change change) {
    List<String> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      tokens.add(m.group());
    }
    if (!tokens.isEmpty()) {
      change.on(tokens);
    }
    return String.join("", tokens) + "\n";
  }

  private static void swap(List<String> parts, SplittableRandom random) {
    Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
  }

  private static void indent(List<String> lines, SplittableRandom random) {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    lines.set(at, random.nextBoolean() ? " ".repeat(1 + random.nextInt(4)) + line : line.strip());
  }

  private static String any(List<String> parts, SplittableRandom random) {
    return parts.isEmpty() ? "" : parts.get(random.nextInt(parts.size()));
  }

  private static String insert(String text, String piece, SplittableRandom random) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + piece + text.substring(at);
  }

  private static String digit(String number, SplittableRandom random) {
    int at = random.nextInt(number.length());
    return number.substring(0, at) + random.nextInt(10) + number.substring(at + 1);
  }

  /** Changes one of the places that a pattern finds. */
  private static String one(
      String text, Pattern pattern, UnaryOperator<String> change, SplittableRandom random) {
    long places = pattern.matcher(text).results().count();
    if (places == 0) {
      return text;
    }
    Matcher m = pattern.matcher(text);
    for (long k = random.nextLong(places); k >= 0; k--) {
      m.find();
    }
    return text.substring(0, m.start()) + change.apply(m.group()) + text.substring(m.end());
  }
}
