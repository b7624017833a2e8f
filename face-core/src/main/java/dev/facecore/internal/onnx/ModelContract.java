package dev.facecore.internal.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.facecore.ModelException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names and shapes that the code relies on, checked when a model is opened: a wrong file fails
 * at the start, not on the first photograph.
 *
 * @param input the only input
 * @param outputs in the order in which {@link OnnxModel#run} returns them
 */
public record ModelContract(Port input, List<Port> outputs) {
  private static final long ANY = -1;
  private static final String ANY_NAME = "?";

  /** The list is copied. */
  public ModelContract {
    outputs = List.copyOf(outputs);
  }

  /**
   * One input or output.
   *
   * @param name {@code ?} is the only one, whatever its name
   * @param shape its sizes; -1 is a size that the caller chooses or the network decides
   */
  public record Port(String name, List<Long> shape) {
    private static final Pattern FORM =
        Pattern.compile("([^\\[\\]\\s]+)\\[(S(?:,S)*)\\]".replace("S", "(?:\\?|[0-9]{1,18})"));

    /** The list is copied. */
    public Port {
      shape = List.copyOf(shape);
    }

    /**
     * Reads the catalogue's form: {@code input[1,3,?,?]}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Port parse(String text) {
      Matcher found = FORM.matcher(text);
      if (!found.matches()) {
        throw new IllegalArgumentException(
            "expected a name and a shape like 'input[1,3,?,?]', got '" + text + "'");
      }
      List<Long> shape =
          Arrays.stream(found.group(2).split(","))
              .map(size -> size.equals("?") ? ANY : Long.parseLong(size))
              .toList();
      return new Port(found.group(1), shape);
    }

    private boolean accepts(long[] found) {
      if (found.length != shape.size()) return false;
      for (int i = 0; i < found.length; i++) {
        if (shape.get(i) != ANY && found[i] != ANY && shape.get(i) != found[i]) return false;
      }
      return true;
    }

    @Override
    public String toString() {
      return name + shape.toString().replace("-1", "?").replace(" ", "");
    }
  }

  /** This contract with the names that the network has, if the network keeps it. */
  ModelContract resolvedFor(String model, OrtSession session) throws OrtException {
    if (session.getInputInfo().size() != 1) {
      throw wrong(model, "has " + session.getInputInfo().size() + " inputs instead of " + input);
    }
    Map<String, NodeInfo> found = session.getOutputInfo();
    return new ModelContract(
        resolved(model, "input", input, session.getInputInfo()),
        outputs.stream().map(output -> resolved(model, "output", output, found)).toList());
  }

  private static Port resolved(
      String model, String kind, Port expected, Map<String, NodeInfo> found) {
    boolean isOnly = expected.name().equals(ANY_NAME) && found.size() == 1;
    String name = isOnly ? found.keySet().iterator().next() : expected.name();
    NodeInfo node = found.get(name);
    if (node == null) {
      throw wrong(model, "has no " + kind + " " + expected + " but " + found.keySet());
    }
    if (!(node.getInfo() instanceof TensorInfo tensor) || !expected.accepts(tensor.getShape())) {
      throw wrong(model, "has another " + kind + " than " + expected + ": " + node.getInfo());
    }
    return new Port(name, expected.shape());
  }

  private static ModelException wrong(String model, String what) {
    return new ModelException(
        "The model file of "
            + model
            + " is not the expected network: it "
            + what
            + ". Correct the file or its entry in the catalogue.");
  }
}
