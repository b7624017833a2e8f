package dev.facecore.leaks;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class after which more native memory is open than before: every picture, tensor,
 * result and session must be closed, not left to a finaliser. Registered for all tests. OpenCV's
 * CascadeClassifier is left out: it has no way to be closed.
 */
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(LeakCheck.class);

  /** Work that a test has cancelled may take so long to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static {
    new AgentBuilder.Default()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .disableClassFormatChanges()
        .type(
            namedOneOf(
                "org.opencv.core.Mat",
                "ai.onnxruntime.OnnxTensor",
                "ai.onnxruntime.OrtSession",
                "ai.onnxruntime.OrtSession$Result",
                "ai.onnxruntime.OrtSession$RunOptions",
                "ai.onnxruntime.OrtSession$SessionOptions"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder
                    .visit(Advice.to(NativeLedger.Opened.class).on(isConstructor()))
                    .visit(
                        Advice.to(NativeLedger.Closed.class)
                            .on(namedOneOf("close", "release").and(takesNoArguments()))))
        .installOn(ByteBuddyAgent.getInstrumentation());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getStore(OURS).put("before", NativeLedger.open());
  }

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    List<?> before = context.getStore(OURS).get("before", List.class);
    List<String> left = left(before);
    Instant end = Instant.now().plus(PATIENCE);
    while (!left.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(20);
      left = left(before);
    }
    assertEquals(List.of(), left, "native memory that was not closed");
  }

  private static List<String> left(List<?> before) {
    List<String> left = new ArrayList<>(NativeLedger.open());
    before.forEach(left::remove);
    return left;
  }
}
