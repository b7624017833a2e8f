package dev.facecore.leaks;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isNative;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;

/**
 * Makes calls of OpenCV fail, one after the other, as its bindings do when memory runs out in a
 * library below it: with an exception of the class {@link Exception} itself, which nothing
 * declares. Only calls on the thread that asks for it fail.
 */
public final class NativeFaults {
  private static final StackWalker STACK = StackWalker.getInstance();
  private static final int FRAMES = 5;

  /** The calls that have failed, each by the way that led to it; only where calls shall fail. */
  private static final ThreadLocal<Set<List<String>>> FAILED = new ThreadLocal<>();

  static {
    new AgentBuilder.Default()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .disableClassFormatChanges()
        .type(nameStartsWith("org.opencv.imgproc.Imgproc").or(named("org.opencv.core.Core")))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(Call.class).on(isPublic().and(isStatic()).and(not(isNative())))))
        .type(named("org.opencv.imgcodecs.Imgcodecs"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(Call.class).on(isPublic().and(isStatic()).and(not(isNative())))))
        .type(named("org.opencv.core.Mat"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(Call.class)
                        .on(
                            namedOneOf("submat", "rowRange", "clone", "copyTo", "convertTo", "put")
                                .or(namedOneOf("get", "zeros", "setTo", "create"))
                                .or(isConstructor().and(not(takesArguments(0))))
                                .and(not(isNative())))))
        .installOn(ByteBuddyAgent.getInstrumentation());
  }

  private NativeFaults() {}

  /** Called at the start of a call of OpenCV. */
  public static void called() {
    Set<List<String>> failed = FAILED.get();
    if (failed != null && failed.add(way())) NativeFaults.<RuntimeException>sneak();
  }

  private static List<String> way() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> !frame.getClassName().equals(NativeFaults.class.getName()))
                .limit(FRAMES)
                .map(StackWalker.StackFrame::toString)
                .toList());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void sneak() throws E {
    throw (E) new Exception("a C++ exception of another library");
  }

  /**
   * Runs the work until no call of OpenCV has failed in it: each fails once, and once for each way
   * that leads to it.
   *
   * @param left told what each run that failed left open
   * @return how many calls failed
   */
  public static int everywhere(Supplier<AutoCloseable> work, Consumer<List<String>> left)
      throws Exception {
    Set<List<String>> failed = new HashSet<>();
    int before;
    do {
      before = failed.size();
      List<String> open = NativeLedger.open();
      FAILED.set(failed);
      try (AutoCloseable done = work.get()) {
        FAILED.remove(); // closing is not to fail
      } catch (Exception e) {
        // The failure that was asked for, or what the work made of it.
      } finally {
        FAILED.remove();
      }
      List<String> more = new ArrayList<>(NativeLedger.open());
      open.forEach(more::remove);
      left.accept(more);
    } while (failed.size() > before);
    return failed.size();
  }

  /** Woven into OpenCV's Java code. */
  static final class Call {
    private Call() {}

    @Advice.OnMethodEnter
    static void enter() {
      NativeFaults.called();
    }
  }
}
