package dev.facecore.spark;

import dev.facecore.Face;
import dev.facecore.ImageException;
import dev.facecore.ImageSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A folder of pictures to a table of faces: {@code ExtractFacesJob INPUT OUTPUT [--headshots]}.
 *
 * <p>The bytes of a picture are read by the task that works on it and are never shuffled.
 */
public final class ExtractFacesJob {
  /** The default of {@link dev.facecore.FaceExtractorBuilder#maxImageBytes}. */
  private static final long MAX_IMAGE_BYTES = 64L << 20;

  private ExtractFacesJob() {}

  public static void main(String[] arguments) throws IOException {
    boolean withHeadshots = arguments.length == 3 && arguments[2].equals("--headshots");
    if (arguments.length != (withHeadshots ? 3 : 2)) {
      throw new IllegalArgumentException("usage: ExtractFacesJob INPUT OUTPUT [--headshots]");
    }
    try (SparkSession spark = SparkSession.builder().appName("extract faces").getOrCreate()) {
      faces(spark, arguments[0], withHeadshots).write().parquet(arguments[1]);
    }
  }

  /**
   * The faces of all pictures below a folder, as {@link FaceRow} describes them. A picture that
   * cannot be read is a row with an error, one without faces a row without a face.
   */
  static Dataset<Row> faces(SparkSession spark, String input, boolean withHeadshots) {
    Dataset<Row> files =
        spark.read().format("binaryFile").option("recursiveFileLookup", true).load(input);
    // Both conditions are on the listing: what is too large is never read.
    Dataset<Row> pictures = files.where("length <= " + MAX_IMAGE_BYTES).select("path", "content");
    Dataset<Row> tooLarge = files.where("length > " + MAX_IMAGE_BYTES).select("path");
    return pictures
        .mapPartitions(analyze(withHeadshots), Encoders.row(FaceRow.SCHEMA))
        .union(tooLarge.mapPartitions(refuse(), Encoders.row(FaceRow.SCHEMA)));
  }

  private static MapPartitionsFunction<Row, Row> analyze(boolean withHeadshots) {
    return pictures ->
        stream(pictures)
            .flatMap(
                picture -> rows(picture.getAs("path"), picture.getAs("content"), withHeadshots))
            .iterator();
  }

  private static MapPartitionsFunction<Row, Row> refuse() {
    String error = ImageException.tooLarge(MAX_IMAGE_BYTES).getMessage();
    return files ->
        stream(files)
            .map(file -> FaceRow.withoutFace(file.getAs("path"), error).toRow())
            .iterator();
  }

  private static Stream<Row> rows(String path, byte[] content, boolean withHeadshots) {
    List<Face> faces;
    try {
      faces = ExecutorExtractor.get().analyze(ImageSource.bytes(path, content)).faces();
    } catch (ImageException e) {
      return Stream.of(FaceRow.withoutFace(path, e.getMessage()).toRow());
    }
    if (faces.isEmpty()) return Stream.of(FaceRow.withoutFace(path, null).toRow());
    List<Row> rows = new ArrayList<>(faces.size());
    for (Face face : faces) rows.add(FaceRow.of(path, rows.size(), face, withHeadshots).toRow());
    return rows.stream();
  }

  /** Lazy: a picture is read when the one before it is done. */
  private static Stream<Row> stream(Iterator<Row> rows) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
  }
}
