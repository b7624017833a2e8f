package dev.facecore;

import dev.facecore.stage.Detection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What src/test/python/make_golden.py wrote; its head describes the form. */
record GoldenFaces(String picture, int width, int height, List<GoldenFace> faces) {

  record GoldenFace(Detection detection, Embedding embedding) {}

  static List<GoldenFaces> read() {
    try (InputStream stream = GoldenFaces.class.getResourceAsStream("/golden/photos.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<GoldenFaces> pictures = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        List<GoldenFace> faces = new ArrayList<>();
        int count = Integer.parseInt(words[4]);
        for (int i = 0; i < count; i++) faces.add(face(lines.readLine()));
        pictures.add(
            new GoldenFaces(
                words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]), faces));
      }
      return pictures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldenFace face(String line) {
    double[] n = Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
    List<Point> points = new ArrayList<>();
    for (int i = 5; i < 15; i += 2) points.add(new Point(n[i], n[i + 1]));
    float[] embedding = new float[n.length - 15];
    for (int i = 0; i < embedding.length; i++) embedding[i] = (float) n[15 + i];
    return new GoldenFace(
        new Detection(
            new Box(n[0], n[1], n[2], n[3]),
            new FaceLandmarks(
                points.get(0), points.get(1), points.get(2), points.get(3), points.get(4)),
            n[4]),
        Embedding.of("ArcFace@cbd7a8d4", embedding));
  }
}
