package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Binary files put together byte by byte, as the programs write them. */
class OvfBinaryDialectTest {
  private static final String NODES =
      "# xnodes: 1\n# ynodes: 2\n# znodes: 1\n"
          + "# xstepsize: 4e-9\n# ystepsize: 4e-9\n# zstepsize: 1e-6\n# meshunit: m\n";

  @TempDir Path folder;

  private OvfFile read(String header, byte[] data, String footer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(header.getBytes(StandardCharsets.US_ASCII));
    bytes.write(data);
    bytes.write(footer.getBytes(StandardCharsets.US_ASCII));
    Path file = folder.resolve("m.ovf");
    Files.write(file, bytes.toByteArray());
    return Ovf.read(file);
  }

  private static void assertVectors(OvfFile f) {
    assertThat(f.field().x()).containsExactly(0.5, -1);
    assertThat(f.field().y()).containsExactly(0.25, 3);
    assertThat(f.field().z()).containsExactly(-0.125, 1024);
  }

  @Test
  void oommfVersion1InSinglePrecisionIsBigEndian() throws IOException {
    // the check value and the numbers are spelt out: 49 96 B4 38 is 1234567.0
    byte[] data = {
      0x49,
      (byte) 0x96,
      (byte) 0xB4,
      0x38, // check value
      0x3F,
      0,
      0,
      0,
      0x3E,
      (byte) 0x80,
      0,
      0,
      (byte) 0xBE,
      0,
      0,
      0, // 0.5, 0.25, -0.125
      (byte) 0xBF,
      (byte) 0x80,
      0,
      0,
      0x40,
      0x40,
      0,
      0,
      0x44,
      (byte) 0x80,
      0,
      0 // -1, 3, 1024
    };
    OvfFile f =
        read(
            "# OOMMF: rectangular mesh v1.0\n# Segment count: 1\n# Begin: Segment\n"
                + "# Begin: Header\n# Desc: Time (s): 2e-09\n# Title: m\n# valueunit: \n"
                + "# valuemultiplier: 1\n# meshtype: rectangular\n"
                + NODES
                + "# End: Header\n# Begin: Data Binary 4\n",
            data,
            "\n# End: Data Binary 4\n# End: Segment\n");
    assertVectors(f);
    assertThat(f.time()).isEqualTo(2e-9);
    assertThat(f.valueUnits()).isEmpty();
  }

  @Test
  void oommfVersion1InDoublePrecisionIsBigEndianAndScaled() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(56).order(ByteOrder.BIG_ENDIAN);
    for (double v : new double[] {123456789012345.0, 1, 0.5, -0.25, -2, 6, 2048}) {
      data.putDouble(v);
    }
    assertVectors(
        read(
            "# OOMMF: rectangular mesh v1.0\n# Segment count: 1\n# Begin: Segment\n"
                + "# Begin: Header\n# Title: m\n# valueunit: T\n# valuemultiplier: 0.5\n"
                + NODES
                + "# End: Header\n# Begin: Data Binary 8\n",
            data.array(),
            "\n# End: Data Binary 8\n# End: Segment\n"));
  }

  /** mumax3 puts no new line behind the data. */
  @Test
  void mumaxSinglePrecision() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    for (float v : new float[] {1234567.0f, 0.5f, 0.25f, -0.125f, -1, 3, 1024}) {
      data.putFloat(v);
    }
    assertVectors(
        read(
            "# OOMMF OVF 2.0\n# Segment count: 1\n# Begin: Segment\n# Begin: Header\n"
                + "# Title: m\n# meshtype: rectangular\n# valuedim: 3\n# valuelabels: m_x m_y m_z\n"
                + "# valueunits: 1 1 1\n# Desc: Total simulation time:  0  s\n"
                + NODES
                + "# End: Header\n# Begin: Data Binary 4\n",
            data.array(),
            "# End: Data Binary 4\n# End: Segment\n"));
  }
}
