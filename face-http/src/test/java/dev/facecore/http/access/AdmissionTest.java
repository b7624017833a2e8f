package dev.facecore.http.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for a turn ends for the reason there was. */
@Timeout(30)
class AdmissionTest {
  private final Admission admission = new Admission(1, 4);

  @Test
  void an_interrupt_is_not_called_a_time_limit_and_stays_one() {
    Deadline deadline = Deadline.after(Duration.ofMinutes(5));
    try (Admission.Permit working = admission.awaitTurn(false, deadline)) {
      Thread.currentThread().interrupt();
      DeadlineException failure =
          assertThrows(DeadlineException.class, () -> admission.awaitTurn(false, deadline));
      assertEquals("The waiting thread was interrupted.", failure.getMessage());
    } finally {
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void a_deadline_says_that_it_passed_and_leaves_no_interrupt() {
    try (Admission.Permit working = admission.awaitTurn(false, Deadline.unlimited())) {
      Deadline deadline = Deadline.after(Duration.ofMillis(20));
      DeadlineException failure =
          assertThrows(DeadlineException.class, () -> admission.awaitTurn(false, deadline));
      assertEquals("The time limit of 0.02 s passed.", failure.getMessage());
    }
    assertFalse(Thread.currentThread().isInterrupted());
  }
}
