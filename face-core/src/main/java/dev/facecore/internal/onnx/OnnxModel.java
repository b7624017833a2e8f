package dev.facecore.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.facecore.Deadline;
import dev.facecore.InferenceException;
import dev.facecore.ModelException;
import dev.facecore.PlatformException;
import dev.facecore.internal.natives.NativeTime;
import dev.facecore.model.Accelerator;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Owns one network in native memory for its lifetime. Thread-safe: runs go on side by side, each on
 * the thread that calls, or on several where {@link IdleCores} lends them; {@link #close} waits for
 * them.
 */
public final class OnnxModel implements AutoCloseable {
  /** Values of an input that is common: 1,280 by 1,280 pixels of three channels. */
  private static final int COMMON_INPUT = 3 * 1280 * 1280;

  /** Values of the largest input that is run on several cores: 640 by 640 pixels. */
  private static final int WIDE_INPUT = 3 * 640 * 640;

  private static final String GIVE_BACK = "memory.enable_memory_arena_shrinkage";

  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WideSession wide;
  private final ModelContract contract;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private OnnxModel(
      String name,
      OrtEnvironment environment,
      OrtSession session,
      WideSession wide,
      ModelContract contract) {
    this.name = name;
    this.environment = environment;
    this.session = session;
    this.wide = wide;
    this.contract = contract;
  }

  /**
   * Opens a network and checks its inputs and outputs.
   *
   * @param weights asked for the file's bytes now, and once more if many runs may use several cores
   * @throws ModelException if the bytes are no network or not the expected one
   * @throws PlatformException if ONNX Runtime cannot be loaded on this machine, or cannot use the
   *     accelerator on it
   */
  public static OnnxModel open(
      String name, Supplier<byte[]> weights, ModelContract contract, Accelerator accelerator) {
    OrtEnvironment environment = OrtLibrary.environment();
    OrtSession session = createSession(name, weights.get(), environment, accelerator);
    WideSession wide = new WideSession(threads -> open(weights.get(), environment, threads));
    try {
      return new OnnxModel(name, environment, session, wide, contract.resolvedFor(name, session));
    } catch (OrtException e) {
      closeAfter(e, session);
      throw new ModelException(
          "The model file of " + name + " cannot be inspected: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      closeAfter(e, session);
      throw e;
    }
  }

  // One thread for each session: work is parallel over pictures, where it pays more.
  private static OrtSession createSession(
      String name, byte[] weights, OrtEnvironment environment, Accelerator accelerator) {
    try (OrtSession.SessionOptions options = options(1)) {
      if (accelerator == Accelerator.CUDA) Cuda.addTo(options);
      return create(weights, environment, options);
    } catch (OrtException e) {
      throw new ModelException(
          "The model file of "
              + name
              + " is not a network that ONNX Runtime can open. Correct the file or its entry in"
              + " the catalogue.",
          e);
    }
  }

  // Its threads wait for work without rest while a run goes on, and stop when it ends.
  private static OrtSession open(byte[] weights, OrtEnvironment environment, int threads)
      throws OrtException {
    try (OrtSession.SessionOptions options = options(threads)) {
      options.addConfigEntry("session.force_spinning_stop", "1");
      return create(weights, environment, options);
    }
  }

  private static OrtSession.SessionOptions options(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    return options;
  }

  private static OrtSession create(
      byte[] weights, OrtEnvironment environment, OrtSession.SessionOptions options)
      throws OrtException {
    return environment.createSession(PreluRewrite.of(VanishingWeights.zeroed(weights)), options);
  }

  private static void closeAfter(Exception failure, OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      failure.addSuppressed(e);
    }
  }

  /** The inputs and outputs that were checked when it was opened. */
  public ModelContract contract() {
    return contract;
  }

  /**
   * Runs the network once.
   *
   * @param input a direct buffer from its position to its limit; not kept
   * @param shape its sizes, such as [1,3,H,W]
   * @return the outputs in the order of the contract, flat, on the heap
   * @throws InferenceException if the network fails
   * @throws dev.facecore.DeadlineException if the deadline passes before or during the run
   * @throws IllegalStateException if this model is closed
   */
  public float[][] run(FloatBuffer input, long[] shape, Deadline deadline) {
    return run(input, shape, deadline, input.remaining() > COMMON_INPUT);
  }

  /**
   * Gives memory that earlier runs took back to the system. There is no other way to it than a run,
   * so this is one.
   *
   * @param input a direct buffer, as for {@link #run(FloatBuffer, long[], Deadline)}
   */
  public void giveBack(FloatBuffer input, long[] shape) {
    run(input, shape, Deadline.unlimited(), true);
  }

  private float[][] run(FloatBuffer input, long[] shape, Deadline deadline, boolean givesBack) {
    lock.readLock().lock();
    try {
      if (closed) throw new IllegalStateException("the model " + name + " is closed");
      deadline.check();
      return runOpen(input, shape, deadline, givesBack);
    } catch (OrtException e) {
      if (deadline.isOver()) throw deadline.exception();
      throw new InferenceException(
          "The network " + name + " failed; check that the machine has memory left.", e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private float[][] runOpen(FloatBuffer input, long[] shape, Deadline deadline, boolean givesBack)
      throws OrtException {
    int cores = input.remaining() > WIDE_INPUT ? 1 : IdleCores.now();
    OrtSession session = wide.forRunOn(cores).orElse(this.session);
    try (OrtSession.RunOptions options = options(givesBack);
        Deadline.Watch watch = deadline.watch(() -> terminate(options));
        OnnxTensor tensor = OnnxTensor.createTensor(environment, input, shape);
        OrtSession.Result result =
            NativeTime.count(() -> session.run(Map.of(contract.input().name(), tensor), options))) {
      float[][] outputs = new float[contract.outputs().size()][];
      for (int i = 0; i < outputs.length; i++) {
        String output = contract.outputs().get(i).name();
        outputs[i] = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer().array();
      }
      return outputs;
    }
  }

  // ONNX Runtime keeps what its largest runs took, which makes the next ones quick; what only rare
  // runs take is given back, at a tenth of their time.
  private static OrtSession.RunOptions options(boolean givesBack) throws OrtException {
    OrtSession.RunOptions options = new OrtSession.RunOptions();
    if (givesBack) options.addRunConfigEntry(GIVE_BACK, "cpu:0");
    return options;
  }

  private static void terminate(OrtSession.RunOptions options) {
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Frees the network; waits for runs under way. Closing twice is safe. Not to be called from a
   * thread that is inside {@link #run}.
   */
  @Override
  public void close() {
    // OrtSession.close() during run() would kill the JVM, and a second one throws.
    lock.writeLock().lock();
    try {
      if (closed) return;
      closed = true;
      wide.close();
      session.close();
    } catch (OrtException e) {
      throw new InferenceException(
          "The network " + name + " cannot be closed: " + e.getMessage(), e);
    } finally {
      lock.writeLock().unlock();
    }
  }
}
