package hopfilm.io;

/** How the numbers of an OVF file are stored. */
public enum OvfFormat {
  /** Decimal numbers that read back to the same bits. */
  TEXT("Text", 0),
  /** IEEE single precision, half the size of {@link #BINARY8}. */
  BINARY4("Binary 4", 4),
  /** IEEE double precision. */
  BINARY8("Binary 8", 8);

  /** First number of a data block of single precision: tells the byte order and a damaged file. */
  static final float CHECK4 = 1234567.0f;

  /** First number of a data block of double precision. */
  static final double CHECK8 = 123456789012345.0;

  private final String label;
  private final int bytes;

  OvfFormat(String label, int bytes) {
    this.label = label;
    this.bytes = bytes;
  }

  /** The words behind {@code # Begin: Data}. */
  String label() {
    return label;
  }

  /** Bytes a number; 0 for text. */
  int bytes() {
    return bytes;
  }
}
