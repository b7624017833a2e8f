package dev.facecore.internal.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs network files by ONNX Runtime alone, to compare what the library makes of them. */
final class Networks {
  private Networks() {}

  /** One of the bundled files, by its name without the suffix. */
  static byte[] read(String name) throws IOException {
    String file = "/dev/facecore/models/" + name + ".onnx";
    try (InputStream stream = Networks.class.getResourceAsStream(file)) {
      return stream.readAllBytes();
    }
  }

  /** All outputs for one input of random numbers, always the same, from -1 to 1. */
  static List<float[]> run(byte[] model, long[] shape) throws OrtException {
    int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    FloatBuffer pixels = FloatBuffer.allocate(size);
    Random random = new Random(1);
    for (int i = 0; i < size; i++) pixels.put(i, 2 * random.nextFloat() - 1);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session = environment.createSession(model, options);
        OnnxTensor tensor = OnnxTensor.createTensor(environment, pixels, shape);
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), tensor))) {
      return session.getOutputNames().stream()
          .map(output -> ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer().array())
          .toList();
    }
  }
}
