package dev.facecore.internal.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.Deadline;
import dev.facecore.DeadlineException;
import dev.facecore.ImageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Name servers that are silent hold threads, but not those of others. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NameLookupsTest {
  private static final InetAddress[] FOUND = {Fetchers.ip("93.184.215.14")};
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(15);

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Semaphore asked = new Semaphore(0);
  private final AtomicInteger hanging = new AtomicInteger();
  private NameLookups lookups;

  @AfterEach
  void stop() {
    end.countDown();
    if (lookups != null) lookups.close();
    callers.shutdownNow();
  }

  @Test
  void a_lookup_has_a_limit_of_its_own() {
    lookups = new NameLookups(this::resolve, SHORT);
    String message = failure(lookups, "a.silent.example", new Object());
    assertEquals(
        "The host name of the address could not be looked up within 0.1 s; check the address, or"
            + " send the image itself.",
        message);
  }

  @Test
  void silent_names_of_one_domain_hold_few_threads_also_when_nobody_waits() {
    lookups = new NameLookups(this::resolve, SHORT);
    for (int i = 0; i < 8; i++) failure(lookups, i + ".silent.example", new Object());
    assertEquals(4, hanging.get());
    assertEquals(List.of(FOUND), lookups.resolve("good.example.org", this, Deadline.unlimited()));
  }

  @Test
  void a_job_that_waits_for_many_silent_domains_leaves_others_their_threads() throws Exception {
    lookups = new NameLookups(this::resolve, LONG);
    for (int job = 0; job < 3; job++) {
      Object owner = new Object();
      for (int i = 0; i < 30; i++) {
        String name = "silent" + job + "-" + i + ".example";
        callers.execute(() -> failure(lookups, name, owner));
      }
    }
    asked.acquire(12);
    for (int i = 0; i < 50; i++) {
      String name = "good" + i + ".example";
      assertEquals(List.of(FOUND), lookups.resolve(name, this, Deadline.unlimited()));
    }
    assertTrue(hanging.get() < 24, "hanging " + hanging);
  }

  @Test
  void one_name_is_looked_up_once_for_all_who_ask() throws Exception {
    lookups = new NameLookups(this::resolve, LONG);
    List<Future<List<InetAddress>>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(
          callers.submit(() -> lookups.resolve("late.silent.example", this, Deadline.unlimited())));
    }
    asked.acquire();
    end.countDown();
    for (Future<List<InetAddress>> one : all) {
      assertEquals(List.of(FOUND), one.get(5, TimeUnit.SECONDS));
    }
    assertTrue(asked.availablePermits() < 9, "asked again " + asked);
  }

  @Test
  void a_name_that_has_been_silent_for_the_limit_is_not_waited_for_again() {
    lookups = new NameLookups(this::resolve, SHORT);
    failure(lookups, "a.silent.example", new Object());
    Deadline over = Deadline.unlimited();
    over.cancel();
    // Not even long enough to notice that the work is over.
    assertThrows(
        ImageException.class, () -> lookups.resolve("a.silent.example", new Object(), over));
  }

  @Test
  void who_gives_up_does_not_take_the_answer_from_others() throws Exception {
    lookups = new NameLookups(this::resolve, LONG);
    Deadline cancelled = Deadline.unlimited();
    Future<?> first =
        callers.submit(() -> lookups.resolve("late.silent.example", new Object(), cancelled));
    asked.acquire();
    Future<List<InetAddress>> second =
        callers.submit(
            () -> lookups.resolve("late.silent.example", new Object(), Deadline.unlimited()));
    cancelled.cancel();
    var thrown = assertThrows(ExecutionException.class, first::get);
    assertEquals(DeadlineException.class, thrown.getCause().getClass());
    assertFalse(second.isDone());
    end.countDown();
    assertEquals(List.of(FOUND), second.get(5, TimeUnit.SECONDS));
  }

  @Test
  void domains_are_those_that_one_owner_has() {
    assertEquals("example.com", Domains.of("a.b.example.com"));
    assertEquals("example.com", Domains.of("example.com"));
    assertEquals("localhost", Domains.of("localhost"));
    assertEquals("site.co.uk", Domains.of("a.site.co.uk"));
    assertEquals("co.uk", Domains.of("co.uk"));
    assertEquals("example.de", Domains.of("a.example.de"));
  }

  private InetAddress[] resolve(String name) throws UnknownHostException {
    if (!name.contains("silent")) return FOUND;
    hanging.incrementAndGet();
    asked.release();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new UnknownHostException(name);
    }
    return FOUND;
  }

  private static String failure(NameLookups lookups, String name, Object job) {
    return assertThrows(
            ImageException.class, () -> lookups.resolve(name, job, Deadline.unlimited()))
        .getMessage();
  }
}
