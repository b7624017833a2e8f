package dev.facecore.spark;

import dev.facecore.Box;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * One line of the table of faces: a face, or a picture without any. Lossless: {@link #toFace} has
 * the same embedding, bit for bit.
 *
 * @param path of the picture, as Spark's file sources write it
 * @param face the position of the face in its picture from left to right, from 0; null for a
 *     picture without faces, and then so are all columns between this and {@code error}
 * @param box left, top, width and height in pixels of the picture as displayed
 * @param landmarks x and y of the five points, in the order of {@link FaceLandmarks#points}
 * @param headshot a JPEG of 160×160 pixels, or null where it was not asked for
 * @param error why the picture could not be read, or null
 */
record FaceRow(
    String path,
    Integer face,
    double[] box,
    double[] landmarks,
    Double confidence,
    Double quality,
    String model,
    Double rawLength,
    float[] embedding,
    byte[] headshot,
    String error)
    implements Serializable {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "path STRING NOT NULL, face INT,"
              + " box STRUCT<x: DOUBLE, y: DOUBLE, width: DOUBLE, height: DOUBLE>,"
              + " landmarks ARRAY<DOUBLE>, confidence DOUBLE, quality DOUBLE, model STRING,"
              + " raw_length DOUBLE, embedding ARRAY<FLOAT>, headshot BINARY, error STRING");

  static FaceRow of(String path, int index, Face face, boolean withHeadshot) {
    Box box = face.box();
    return new FaceRow(
        path,
        index,
        new double[] {box.x(), box.y(), box.width(), box.height()},
        face.landmarks().points().stream()
            .flatMap(point -> List.of(point.x(), point.y()).stream())
            .mapToDouble(coordinate -> coordinate)
            .toArray(),
        face.confidence(),
        face.quality(),
        face.embedding().model(),
        face.embedding().rawLength(),
        face.embedding().values(),
        withHeadshot ? face.headshot().jpeg() : null,
        null);
  }

  /** A picture without faces; the error is null where it could be read. */
  static FaceRow withoutFace(String path, String error) {
    return new FaceRow(path, null, null, null, null, null, null, null, null, null, error);
  }

  /** Reads a row that has a face; its headshot is left out. */
  static FaceRow of(Row row) {
    Row box = row.getAs("box");
    List<Double> landmarks = row.getList(row.fieldIndex("landmarks"));
    List<Float> values = row.getList(row.fieldIndex("embedding"));
    float[] embedding = new float[values.size()];
    int next = 0;
    for (float value : values) embedding[next++] = value;
    return new FaceRow(
        row.getAs("path"),
        row.getAs("face"),
        new double[] {box.getDouble(0), box.getDouble(1), box.getDouble(2), box.getDouble(3)},
        landmarks.stream().mapToDouble(coordinate -> coordinate).toArray(),
        row.getAs("confidence"),
        row.getAs("quality"),
        row.getAs("model"),
        row.getAs("raw_length"),
        embedding,
        null,
        null);
  }

  Row toRow() {
    return RowFactory.create(
        path,
        face,
        box == null ? null : RowFactory.create(box[0], box[1], box[2], box[3]),
        landmarks,
        confidence,
        quality,
        model,
        rawLength,
        embedding,
        headshot,
        error);
  }

  /** As the library knows it; a headshot that was not kept is empty. */
  Face toFace() {
    return new Face(
        0,
        new Box(box[0], box[1], box[2], box[3]),
        new FaceLandmarks(point(0), point(1), point(2), point(3), point(4)),
        confidence,
        quality,
        Embedding.restored(model, embedding, rawLength),
        Headshot.ofJpeg(headshot == null ? new byte[0] : headshot));
  }

  private Point point(int index) {
    return new Point(landmarks[2 * index], landmarks[2 * index + 1]);
  }
}
