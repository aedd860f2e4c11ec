package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFilesTest {

  @TempDir Path folder;

  private double[] read(String text, String wanted) throws IOException {
    Path file = Files.writeString(folder.resolve("u.txt"), text);
    return NumberFiles.column(file, names -> names.indexOf(wanted));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t,u\n0,1.5\n1,-2e-3\n",
        "t;u\r\n0;1.5\r\n\r\n1;-2e-3",
        "# made by hand\n# t\tu\n0\t1.5\n# a remark\n1\t-2e-3\n",
        "t u\n  0   1.5\n 1  -2e-3  \n",
        "\"t\", \"u\"\n0, 1.5\n1, -2e-3\n",
        "\"t\",\"u\"\n\"0\",\"1.5\"\n\"1\", \"-2e-3\"\n"
      })
  void aColumnIsFoundByItsName(String text) throws IOException {
    assertThat(read(text, "u")).containsExactly(1.5, -2e-3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 1.5\n1 -2e-3\n", "# 3 remarks\n0,1.5\n1,-2e-3"})
  void columnsWithoutNamesHaveNumbers(String text) throws IOException {
    assertThat(read(text, "2")).containsExactly(1.5, -2e-3);
  }

  @Test
  void hundredsOfThousandsOfLinesAreReadToTheBit() throws IOException {
    int n = 300_000;
    StringBuilder text = new StringBuilder("t,u\n");
    for (int k = 0; k < n; k++) {
      text.append(k).append(',').append(Math.sin(k)).append('\n');
    }
    double[] numbers = read(text.toString(), "u");
    assertThat(numbers).hasSize(n);
    for (int k = 0; k < n; k++) {
      assertThat(numbers[k] == Math.sin(k)).isTrue();
    }
    Path array = folder.resolve("u.npy");
    NumberFiles.write(array, numbers);
    assertThat(NumberFiles.column(array, names -> 0)).isEqualTo(numbers);
  }

  @Test
  void anArrayMayHaveColumns() throws IOException {
    Path file = folder.resolve("two.npy");
    NumberFiles.write(file, new double[] {1, 2, 3, 4, 5, 6});
    byte[] bytes = Files.readAllBytes(file);
    String header = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    String shaped = header.replace("(6,), }  ", "(3, 2), }");
    Files.write(file, shaped.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThat(NumberFiles.column(file, names -> names.indexOf("2"))).containsExactly(2, 4, 6);
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThatThrownBy(() -> read("u,v\n1,2\n3\n", "u"))
        .hasMessageContaining("line 3 has 1 number,");
    assertThatThrownBy(() -> read("u\n1\nx\n", "u")).hasMessageContaining("\"x\" is not a number");
    assertThatThrownBy(() -> read("u\n1\ninf\n", "u")).hasMessageContaining("line 3");
    for (String ofJava : new String[] {"0x1p-3", "-0x1P-3", "0.1f", "1D", "\"0.1F\""}) {
      assertThatThrownBy(() -> read("u\n1\n" + ofJava + "\n", "u"))
          .hasMessageContaining("is not a number");
    }
    assertThatThrownBy(() -> read("", "")).hasMessageContaining("holds no numbers");
  }
}
