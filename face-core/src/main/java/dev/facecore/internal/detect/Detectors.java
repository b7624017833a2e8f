package dev.facecore.internal.detect;

import dev.facecore.internal.onnx.OnnxModel;
import dev.facecore.internal.onnx.PixelRecipe;
import dev.facecore.stage.FaceDetector;
import java.util.List;

/**
 * The detectors that this version knows. Each takes over the models it is given: closing it closes
 * them.
 */
public final class Detectors {
  private Detectors() {}

  /** RetinaFace; its outputs must be boxes, scores and points. Takes any size of input. */
  public static ScoutingDetector retinaFace(String name, OnnxModel model, PixelRecipe recipe) {
    return new PointDetector(name, retinaFace(model, recipe));
  }

  /**
   * CenterFace; its outputs must be heat, log sizes, offsets and points. These are off by up to a
   * tenth of the face's width, so the second pass gives better ones.
   */
  public static FaceDetector centerFace(
      String name, OnnxModel model, PixelRecipe recipe, LandmarkPass landmarks) {
    InputShape shape = InputShape.multipleOf(CenterFaceDecoder.MULTIPLE);
    CandidateFinder finder =
        network(model, recipe, shape, new CenterFaceDecoder(), CenterFaceDecoder.MAX_OVERLAP);
    return new BoxDetector(name, finder, landmarks);
  }

  /** SCRFD; its outputs must be scores, boxes and points, each of the strides 8, 16 and 32. */
  public static FaceDetector scrfd(String name, OnnxModel model, PixelRecipe recipe) {
    InputShape shape = InputShape.of(model.contract(), Grid.MULTIPLE);
    return new PointDetector(
        name, network(model, recipe, shape, new ScrfdDecoder(), ScrfdDecoder.MAX_OVERLAP));
  }

  /**
   * YuNet; its outputs must be class scores, object scores, boxes and points, each of the strides
   * 8, 16 and 32.
   */
  public static FaceDetector yuNet(String name, OnnxModel model, PixelRecipe recipe) {
    InputShape shape = InputShape.of(model.contract(), Grid.MULTIPLE);
    return new PointDetector(
        name, network(model, recipe, shape, new YuNetDecoder(), YuNetDecoder.MAX_OVERLAP));
  }

  /**
   * MTCNN; its three networks in order, whose outputs must be scores and offsets, and of the third
   * also points.
   */
  public static FaceDetector mtcnn(String name, List<OnnxModel> models, PixelRecipe recipe) {
    List<MtcnnStage> stages = models.stream().map(model -> new MtcnnStage(model, recipe)).toList();
    CandidateFinder finder = new MtcnnFinder(stages.get(0), stages.get(1), stages.get(2));
    return new PointDetector(
        name, new TiledFinder(finder, Candidate::shareOfSmaller, MtcnnFinder.OVERLAP));
  }

  /** The Ultra-Light single-shot detector; its outputs must be boxes and scores. */
  public static FaceDetector ultraLight(
      String name, OnnxModel model, PixelRecipe recipe, LandmarkPass landmarks) {
    InputShape shape = InputShape.of(model.contract(), 1);
    CandidateFinder finder =
        network(model, recipe, shape, new UltraLightDecoder(), UltraLightDecoder.MAX_OVERLAP);
    return new BoxDetector(name, finder, landmarks);
  }

  /**
   * One of OpenCV's cascades.
   *
   * @param xml its file
   * @throws dev.facecore.ModelException if it is no cascade; {@code landmarks} stays open
   */
  public static FaceDetector cascade(String name, byte[] xml, LandmarkPass landmarks) {
    CandidateFinder finder = new CascadeFinder(name, xml);
    return new BoxDetector(
        name, new TiledFinder(finder, Candidate::overlap, CascadeFinder.MAX_OVERLAP), landmarks);
  }

  /** RetinaFace as the second pass of a detector without points. */
  public static LandmarkPass landmarks(OnnxModel model, PixelRecipe recipe) {
    return new LandmarkPass(retinaFace(model, recipe));
  }

  private static CandidateFinder retinaFace(OnnxModel model, PixelRecipe recipe) {
    InputShape shape = InputShape.multipleOf(Grid.MULTIPLE);
    OutputDecoder decoder = new RetinaFaceDecoder(ScoutingDetector.WEAK);
    return network(model, recipe, shape, decoder, RetinaFaceDecoder.MAX_OVERLAP);
  }

  /** A network of one size shrinks every picture to it, so that there is nothing to bound. */
  private static CandidateFinder network(
      OnnxModel model,
      PixelRecipe recipe,
      InputShape shape,
      OutputDecoder decoder,
      double overlap) {
    CandidateFinder finder = new NetworkFinder(model, recipe, shape, decoder, overlap);
    return shape.isFixed() ? finder : new TiledFinder(finder, Candidate::overlap, overlap);
  }
}
