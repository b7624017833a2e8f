package dev.facecore;

import dev.facecore.internal.dedup.TestFaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random changes of an album, the same for albums of equal content and equal randomness. */
final class AlbumSteps {
  private static final int MOST_IMAGES = 25;

  private AlbumSteps() {}

  /** Makes one change, or tries one that is refused. */
  static void step(FaceAlbum album, Random random) {
    int what = random.nextInt(12);
    List<String> images = album.images();
    List<AlbumPerson> people = album.people();
    if (people.size() < 2 || what < 4 && images.size() < MOST_IMAGES) {
      String key = key(random, images.size());
      if (!images.contains(key)) album.putAll(some(random, key));
      else album.replace(key, faces(random));
    } else if (what < 5) {
      album.replace(images.get(random.nextInt(images.size())), faces(random));
    } else if (what < 7) {
      album.remove(images.get(random.nextInt(images.size())));
    } else if (what < 8) {
      album.forget(any(people, random).id());
    } else if (what < 9) {
      album.name(any(people, random).id(), random.nextBoolean() ? "N" + random.nextInt() : null);
    } else {
      correct(album, what, any(any(people, random).faces(), random), random);
    }
  }

  private static void correct(FaceAlbum album, int what, FaceRef a, Random random) {
    FaceRef b = any(any(album.people(), random).faces(), random);
    try {
      if (what == 9) album.same(a, b);
      if (what == 10) album.different(a, b);
      if (what == 11) album.withdraw(a, b);
    } catch (IllegalArgumentException contradiction) {
      // Refused, as it should be; nothing has changed.
    }
  }

  private static Map<String, List<Face>> some(Random random, String key) {
    Map<String, List<Face>> images = new LinkedHashMap<>();
    images.put(key, faces(random));
    if (random.nextBoolean()) images.put(key + "+" + random.nextInt(), faces(random));
    return images;
  }

  // Some keys are no valid Unicode, as names of files may be.
  private static String key(Random random, int number) {
    return random.nextInt(5) == 0 ? "\ud800" + random.nextInt(9) : "image " + number;
  }

  static List<Face> faces(Random random) {
    List<Face> faces = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      float[] vector = new float[4];
      for (int d = 0; d < 4; d++) vector[d] = (float) (2 * random.nextGaussian());
      Face face = TestFaces.face(0, random.nextInt(3) / 2.0, vector);
      faces.add(
          new Face(
              0,
              new Box(4 * random.nextInt(9), random.nextDouble(), 10, 10),
              face.landmarks(),
              random.nextDouble(),
              face.quality(),
              face.embedding(),
              face.headshot()));
    }
    return faces;
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  /** Whether two albums have the same images, faces, and people with names and faces. */
  static boolean areEqual(FaceAlbum one, FaceAlbum other) {
    if (!one.images().equals(other.images())) return false;
    if (one.people().size() != other.people().size()) return false;
    for (int i = 0; i < one.people().size(); i++) {
      AlbumPerson a = one.people().get(i);
      AlbumPerson b = other.people().get(i);
      if (!a.faces().equals(b.faces()) || !String.valueOf(a.name()).equals(b.name() + "")) {
        return false;
      }
      for (FaceRef ref : a.faces()) {
        Face face = one.face(ref);
        if (!face.withImageIndex(0).equals(other.face(ref).withImageIndex(0))) return false;
      }
    }
    return true;
  }
}
