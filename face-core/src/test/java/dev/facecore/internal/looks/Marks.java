package dev.facecore.internal.looks;

import dev.facecore.Box;
import dev.facecore.BytePicture;
import dev.facecore.Deadline;
import dev.facecore.FaceLandmarks;
import dev.facecore.Point;
import dev.facecore.internal.detect.ScoutingDetector;
import dev.facecore.stage.Detection;
import dev.facecore.stage.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * A detector whose faces are pairs of marks, blue eyes above a red mouth, with the weaknesses of
 * real ones: it is surest of an upright face, thinks that every face stands, and has only a weak
 * candidate where it does not see one.
 */
final class Marks implements ScoutingDetector {
  private static final double WEAKENED = 0.3;

  /** The width of a sheet of coarse views, which this detector looks at one by one. */
  private static final int SHEET = 384;

  private static final int CELL = 96;

  /** How many degrees a face may lean to be seen at all. */
  private final double mostLean;

  /** How near to the edge a mark may lie, in pixels. */
  private final int margin;

  /** The detection sizes of all calls. */
  final List<Integer> sizes = new ArrayList<>();

  Marks(double mostLean, int margin) {
    this.mostLean = mostLean;
    this.margin = margin;
  }

  /** A picture with one face of the given width and lean. */
  static BytePicture face(int width, int height, Point middle, double side, double degrees) {
    byte[] bgr = new byte[width * height * 3];
    double x = -Math.sin(Math.toRadians(degrees)) * side / 4;
    double y = Math.cos(Math.toRadians(degrees)) * side / 4;
    for (int i = 0; i < width * height; i++) {
      Point pixel = new Point(i % width + 0.5, i / width + 0.5);
      if (pixel.distanceTo(new Point(middle.x() - x, middle.y() - y)) < side / 8) bgr[3 * i] = -1;
      if (pixel.distanceTo(new Point(middle.x() + x, middle.y() + y)) < side / 8)
        bgr[3 * i + 2] = -1;
    }
    return new BytePicture(width, height, bgr);
  }

  @Override
  public String name() {
    return "marks";
  }

  @Override
  public List<Detection> detect(Picture picture, int detectionSize, Deadline deadline) {
    return candidates(picture, detectionSize, deadline).stream()
        .filter(found -> found.confidence() >= 0.5)
        .toList();
  }

  @Override
  public List<Detection> candidates(Picture picture, int detectionSize, Deadline deadline) {
    sizes.add(detectionSize);
    if (picture.width() != SHEET) return seen(BytePicture.of(picture));
    List<Detection> all = new ArrayList<>();
    for (int y = 0; y < picture.height(); y += CELL) {
      for (int x = 0; x < SHEET; x += CELL) all.addAll(inCell(BytePicture.of(picture), x, y));
    }
    return all;
  }

  private List<Detection> inCell(BytePicture sheet, int left, int top) {
    BytePicture cell = new BytePicture(CELL, CELL, new byte[CELL * CELL * 3]);
    for (int y = 0; y < CELL; y++) {
      int from = 3 * ((top + y) * SHEET + left);
      System.arraycopy(sheet.bgr(), from, cell.bgr(), 3 * y * CELL, 3 * CELL);
    }
    View place = new View(new Point(left + CELL / 2.0, top + CELL / 2.0), 1, 0, CELL, CELL);
    return seen(cell).stream().map(face -> place.toPicture(face, sheet)).toList();
  }

  private List<Detection> seen(BytePicture picture) {
    byte[] bgr = picture.bgr();
    Point eyes = centre(bgr, picture.width(), 0);
    Point mouth = centre(bgr, picture.width(), 2);
    if (eyes == null || mouth == null) return List.of();
    double lean = Math.toDegrees(Math.atan2(eyes.x() - mouth.x(), mouth.y() - eyes.y()));
    boolean seenWell =
        Math.abs(lean) <= mostLean && !isAtTheEdge(eyes, picture) && !isAtTheEdge(mouth, picture);
    Point middle = new Point((eyes.x() + mouth.x()) / 2, (eyes.y() + mouth.y()) / 2);
    double half = eyes.distanceTo(mouth);
    return List.of(
        new Detection(
            new Box(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
                .clippedTo(picture.width(), picture.height()),
            points(middle, half, Math.abs(lean) > 60 ? 0 : lean),
            (1 - Math.abs(lean) / 3000) * (seenWell ? 1 : WEAKENED)));
  }

  private boolean isAtTheEdge(Point point, Picture picture) {
    return Math.min(
            Math.min(point.x(), point.y()),
            Math.min(picture.width() - point.x(), picture.height() - point.y()))
        < margin;
  }

  private static Point centre(byte[] bgr, int width, int channel) {
    double x = 0;
    double y = 0;
    int count = 0;
    for (int i = 0; i < bgr.length / 3; i++) {
      if ((bgr[3 * i + channel] & 0xff) < 128) continue;
      x += i % width + 0.5;
      y += i / width + 0.5;
      count++;
    }
    return count == 0 ? null : new Point(x / count, y / count);
  }

  private static FaceLandmarks points(Point middle, double half, double lean) {
    return new FaceLandmarks(
        point(middle, -half / 2, -half / 2, lean),
        point(middle, half / 2, -half / 2, lean),
        middle,
        point(middle, -half / 2, half / 2, lean),
        point(middle, half / 2, half / 2, lean));
  }

  private static Point point(Point middle, double right, double down, double lean) {
    double cosine = Math.cos(Math.toRadians(lean));
    double sine = Math.sin(Math.toRadians(lean));
    return new Point(
        middle.x() + cosine * right - sine * down, middle.y() + sine * right + cosine * down);
  }

  @Override
  public void close() {}
}
