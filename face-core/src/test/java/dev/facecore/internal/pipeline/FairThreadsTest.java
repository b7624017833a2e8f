package dev.facecore.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FairThreadsTest {
  private final FairThreads threads = new FairThreads(8, Thread::new);
  private final List<Task> tasks = new ArrayList<>();

  @AfterEach
  void stop() {
    for (Task task : tasks) task.place.close();
    threads.close();
  }

  @Test
  void a_job_alone_gets_half_and_later_ones_their_share() throws Exception {
    submit("a", 20);
    submit("b", 20);
    submit("c", 20);
    submit("d", 20);
    List<Task> last = submit("e", 1);
    List<Integer> held = Stream.of("a", "b", "c", "d", "e").map(threads::heldBy).toList();
    assertEquals(List.of(4, 2, 1, 1, 0), held);
    tasks.get(0).place.close(); // the next one of those that have none
    assertTrue(last.get(0).begun.await(5, TimeUnit.SECONDS));
    for (Task task : tasks) task.place.close();
    for (Task task : tasks) assertTrue(task.begun.await(5, TimeUnit.SECONDS));
  }

  @Test
  void a_place_is_held_until_it_is_closed_and_given_back_once() throws Exception {
    List<Task> own = submit("a", 6);
    assertEquals(4, threads.heldBy("a"));
    assertTrue(own.get(0).begun.await(5, TimeUnit.SECONDS));
    assertEquals(4, threads.heldBy("a"), "the task's end does not give it back");
    own.get(0).place.close();
    own.get(0).place.close();
    assertTrue(own.get(4).begun.await(5, TimeUnit.SECONDS));
    assertEquals(1, own.get(5).begun.getCount());
    assertEquals(4, threads.heldBy("a"));
  }

  @Test
  void tasks_of_many_jobs_all_run_and_never_more_than_allowed() throws Exception {
    AtomicInteger now = new AtomicInteger();
    ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();
    CountDownLatch all = new CountDownLatch(1000);
    for (int i = 0; i < 1000; i++) {
      FairThreads.Place place = threads.place(i % 20);
      place.execute(
          () -> {
            seen.add(now.incrementAndGet());
            now.decrementAndGet();
            place.close();
            all.countDown();
          });
    }
    assertTrue(all.await(10, TimeUnit.SECONDS));
    assertEquals(1000, seen.size());
    assertTrue(seen.stream().allMatch(count -> count <= 8), seen::toString);
  }

  private List<Task> submit(String job, int count) {
    List<Task> own = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Task task = new Task(threads.place(job));
      own.add(task);
      tasks.add(task);
      task.place.execute(task.begun::countDown);
    }
    return own;
  }

  private record Task(FairThreads.Place place, CountDownLatch begun) {
    Task(FairThreads.Place place) {
      this(place, new CountDownLatch(1));
    }
  }
}
