package hopfilm.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

  @SuppressWarnings("InfiniteRecursion") // it is to overflow
  private static int deep(int n) {
    return deep(n + 1) + 1;
  }

  @Test
  void aFaultOfTheProgramIsSaidInOneLineWithItsPlace() {
    try {
      assertThat(deep(0)).isPositive();
    } catch (StackOverflowError e) {
      assertThat(Failure.reason(e))
          .isEqualTo(
              "an internal fault, please report it: StackOverflowError in hopfilm.input.FailureTest.deep");
    }
  }

  @Test
  void whereMemoryWasNotEnoughItIsSaidHowToGiveMore() {
    assertThat(Failure.reason(new OutOfMemoryError("Java heap space")))
        .contains("out of memory", "HOPFILM_JAVA_OPTS=-Xmx");
  }
}
