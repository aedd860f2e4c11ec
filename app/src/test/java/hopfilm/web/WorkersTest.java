package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that are never lost, whatever they are given to do. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {

  /** Of each task [s]. */
  private static final long TIME = 1;

  private static final String DONE = "done";
  private static final String LATE = "later than %d s";

  private final CountDownLatch end = new CountDownLatch(1);
  private final Workers workers = new Workers("hurried", 2, 100, TIME, LATE);
  private final Workers patient = new Workers("patient", 2, 100, 60, LATE);

  @AfterEach
  void stop() {
    end.countDown();
    workers.close();
    patient.close();
  }

  /** Goes on until the end of the test, whoever interrupts it. */
  private String endless() {
    while (true) {
      try {
        end.await();
        return "late";
      } catch (InterruptedException e) {
        // endless work looks at no interrupt
      }
    }
  }

  /** On a machine that is busy with other things a second may pass before any work begins. */
  private void takeWork() throws Exception {
    Caller.await(
        () -> {
          try {
            return of(workers.submit(() -> !Thread.currentThread().isInterrupted()));
          } catch (ExecutionException e) {
            return false;
          }
        });
  }

  private static <T> T of(CompletableFuture<T> answer) throws ExecutionException {
    try {
      return answer.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("there was no answer", e);
    }
  }

  private List<CompletableFuture<String>> endless(int tasks) {
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int k = 0; k < tasks; k++) {
      answers.add(workers.submit(this::endless));
    }
    for (CompletableFuture<String> answer : answers) {
      assertThatThrownBy(() -> of(answer)).hasMessageContaining("later than 1 s");
    }
    return answers;
  }

  @Test
  void workThatNeverEndsIsAnsweredForAndItsThreadReplaced() throws Exception {
    for (int k = 0; k < 3; k++) {
      endless(2);
      takeWork();
    }
  }

  @Test
  void threadsAreBoundedAndComeBackWhenTheirWorkEnds() throws Exception {
    // as many as begin, two at a time, each after the time of those before
    for (int k = 0; k < Workers.MAX_DEAF; k += 2) {
      endless(2);
    }
    // the last ones are counted just after they are answered for
    Caller.await(() -> workers.submit(() -> DONE).isCompletedExceptionally());
    assertThatThrownBy(() -> of(workers.submit(() -> DONE)))
        .cause()
        .isInstanceOfSatisfying(WebException.class, e -> assertThat(e.status()).isEqualTo(503))
        .hasMessageContaining("start it anew");
    end.countDown();
    takeWork();
  }

  @Test
  void anInterruptReachesTheWorkAndNotTheNextOne() throws Exception {
    CompletableFuture<Boolean> isInterrupted = new CompletableFuture<>();
    CompletableFuture<String> first =
        workers.submit(
            () -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                isInterrupted.complete(true);
                Thread.currentThread().interrupt();
              }
              return DONE;
            });
    assertThatThrownBy(() -> of(first)).hasMessageContaining("later than 1 s");
    assertThat(of(isInterrupted)).isEqualTo(true);
    takeWork();
  }

  @Test
  void whoeverAnswersBeforeGivesTheWorkUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> heard = new CompletableFuture<>();
    CompletableFuture<String> answer =
        patient.submit(
            () -> {
              begun.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                heard.complete(DONE);
              }
              return "late";
            });
    begun.await();
    answer.completeExceptionally(new IllegalStateException("a newer one"));
    assertThat(of(heard)).isEqualTo(DONE);
  }

  @Test
  void whatComesTooLateIsHandedOver() throws Exception {
    CompletableFuture<String> late = new CompletableFuture<>();
    CompletableFuture<String> answer = workers.submit(this::endless, late::complete);
    assertThatThrownBy(() -> of(answer)).hasMessageContaining("later than 1 s");
    end.countDown();
    assertThat(of(late)).isEqualTo("late");
  }

  @Test
  void aFaultOfTheProgramIsAnsweredAtOnceAndCostsNoThread() throws Exception {
    for (int k = 0; k < 4; k++) {
      CompletableFuture<String> answer =
          patient.submit(
              () -> {
                throw new StackOverflowError();
              });
      assertThatThrownBy(() -> of(answer))
          .cause()
          .isInstanceOfSatisfying(WebException.class, e -> assertThat(e.status()).isEqualTo(500))
          .hasMessageContaining("an internal fault, please report it: StackOverflowError in");
    }
    assertThat(of(patient.submit(() -> DONE))).isEqualTo(DONE);
  }
}
