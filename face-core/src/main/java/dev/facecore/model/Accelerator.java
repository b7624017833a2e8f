package dev.facecore.model;

/** What runs the networks. */
public enum Accelerator {
  /** The processor's cores. */
  CPU,

  /**
   * One NVIDIA GPU through CUDA. Needs ONNX Runtime's artifact {@code onnxruntime_gpu} in place of
   * {@code onnxruntime}, and the CUDA and cuDNN libraries that its documentation names.
   */
  CUDA
}
