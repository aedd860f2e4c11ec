package hopfilm.drawing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A picture of two greys as signs, row by row from the top left. */
public final class SignPicture {

  /** Signs of a file, with blanks and ends of lines between them. */
  private static final long MAX_BYTES = 100_000;

  private static final String SIGNS = "[+-]+";

  private SignPicture() {}

  /**
   * Signs as they are given, or those of a file of that name in a folder; empty where it is
   * neither.
   *
   * @throws DrawingException if the file is no picture
   * @throws IOException if it cannot be read
   */
  public static Optional<String> of(String text, Function<String, Path> files)
      throws IOException, DrawingException {
    if (isSigns(text)) {
      return Optional.of(signs(text));
    }
    try {
      Path file = files.apply(text);
      return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether these are signs, and no name of a file. */
  public static boolean isSigns(String text) {
    return signs(text).matches(SIGNS);
  }

  /**
   * Reads lines of + and -, or an image, whose pixels are - where they are darker than the middle
   * grey.
   *
   * @throws DrawingException if it is none of both
   * @throws IOException if it cannot be read
   */
  static String read(Path file) throws IOException, DrawingException {
    if (Files.size(file) <= MAX_BYTES) {
      try {
        String signs = signs(Files.readString(file, StandardCharsets.UTF_8));
        if (signs.matches(SIGNS)) {
          return signs;
        }
      } catch (CharacterCodingException e) {
        // no text, so an image
      }
    }
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".txt")) {
      throw new DrawingException("%s has no lines of + and - alone".formatted(file));
    }
    BufferedImage image = GreyPicture.read(file, new DrawingBudget());
    if (Math.multiplyFull(image.getWidth(), image.getHeight()) > MAX_BYTES) {
      throw new DrawingException(
          "%s has %d x %d pixels, and a picture has one for each pixel of the row; scale it down"
              .formatted(file, image.getWidth(), image.getHeight()));
    }
    StringBuilder signs = new StringBuilder();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        signs.append(GreyPicture.at(image, x, y) < 0.5 ? '-' : '+');
      }
    }
    return signs.toString();
  }

  /** Signs without what is between them; a typographic minus counts as one. */
  private static String signs(String text) {
    return text.replaceAll("\\s", "").replace('\u2212', '-').replace('\u2013', '-');
  }
}
