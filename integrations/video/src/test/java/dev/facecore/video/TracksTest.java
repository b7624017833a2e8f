package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.facecore.Box;
import dev.facecore.DedupMode;
import dev.facecore.Embedding;
import dev.facecore.Face;
import dev.facecore.FaceLandmarks;
import dev.facecore.Headshot;
import dev.facecore.Point;
import dev.facecore.stage.FaceDeduplicator;
import dev.facecore.stage.FaceDeduplicator.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which faces of neighbouring frames are one person. */
class TracksTest {
  private static final List<Double> SECONDS = List.of(0.0, 1.0, 2.0, 3.0);
  private static final Point POINT = new Point(1, 1);

  private static Face face(int frame, double x, float... embedding) {
    return new Face(
        frame,
        new Box(x, 10, 40, 40),
        new FaceLandmarks(POINT, POINT, POINT, POINT, POINT),
        0.9,
        0.5,
        Embedding.of("test", embedding),
        Headshot.ofJpeg(new byte[0]));
  }

  @Test
  void follow_a_face_that_stays_where_it_is() {
    List<Face> faces = List.of(face(0, 10, 1, 0), face(1, 12, 1, 1.5f), face(2, 20, 0, 1));
    assertEquals(List.of(new Pair(0, 1), new Pair(1, 2)), Tracks.of(faces, SECONDS));
  }

  @Test
  void end_at_a_cut_a_jump_a_gap_and_a_long_step() {
    List<Face> cut = List.of(face(0, 10, 1, 0), face(1, 10, 0, 1));
    assertEquals(List.of(), Tracks.of(cut, SECONDS));
    List<Face> jump = List.of(face(0, 10, 1, 0), face(1, 40, 1, 0));
    assertEquals(List.of(), Tracks.of(jump, SECONDS));
    List<Face> gap = List.of(face(0, 10, 1, 0), face(2, 10, 1, 0));
    assertEquals(List.of(), Tracks.of(gap, List.of(0.0, 0.4, 0.8)));
    List<Face> step = List.of(face(0, 10, 1, 0), face(1, 10, 1, 0));
    assertEquals(List.of(), Tracks.of(step, List.of(0.0, 2.0)));
    assertEquals(List.of(), Tracks.of(List.of(), SECONDS));
  }

  @Test
  void never_link_two_faces_of_one_frame() {
    List<Face> crowd =
        List.of(face(0, 10, 1, 0), face(0, 18, 1, 0), face(1, 12, 1, 0), face(2, 14, 1, 0));
    assertEquals(List.of(new Pair(0, 2), new Pair(2, 3)), Tracks.of(crowd, SECONDS));
  }

  @Test
  void join_what_similarity_alone_would_split() {
    List<Face> turning = List.of(face(0, 10, 1, 0), face(1, 12, 1, 1.8f), face(2, 12, -0.5f, 1));
    FaceDeduplicator groups = FaceDeduplicator.of(DedupMode.CLUSTER, 0.6, false);
    assertEquals(3, groups.group(turning).size());
    assertEquals(1, VideoPerson.group(turning, SECONDS, groups, 2).size());
  }
}
