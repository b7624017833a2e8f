package dev.facecore.internal.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import dev.facecore.PlatformException;

/** Runs networks on the first NVIDIA GPU. */
final class Cuda {
  private static final int FIRST_GPU = 0;

  private Cuda() {}

  /**
   * Makes sessions opened with these options run there.
   *
   * @throws PlatformException if this build or this machine cannot
   */
  static void addTo(OrtSession.SessionOptions options) {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw new PlatformException(
          PlatformException.Part.ACCELERATOR,
          "This build runs on the processor only: CUDA needs one with -Daccelerator=cuda, or the"
              + " artifact onnxruntime_gpu in place of onnxruntime.",
          null);
    }
    try {
      options.addCUDA(FIRST_GPU);
    } catch (OrtException e) {
      throw new PlatformException(
          PlatformException.Part.ACCELERATOR,
          "CUDA cannot be used on this machine: it needs an NVIDIA GPU with its driver, CUDA 12 and"
              + " cuDNN 9. Install them, or run on the processor.",
          e);
    }
  }
}
