package dev.facecore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.stage.Picture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Pixels that are decoded already give the faces of the file that they came from. */
class PixelSourcesIT {
  private static final FaceExtractor EXTRACTOR = FaceExtractor.create();
  private static final byte[] PHOTO = SamplePhotos.bytes("obama.jpg");

  @AfterAll
  static void close() {
    EXTRACTOR.close();
  }

  private static BufferedImage image() {
    try (Picture picture = Picture.decode(PHOTO, Long.MAX_VALUE)) {
      return picture.toBufferedImage();
    }
  }

  private static BufferedImage redrawn(BufferedImage image, int type) {
    BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D pen = copy.createGraphics();
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return copy;
  }

  @Test
  void give_the_faces_of_the_file() {
    byte[] bgr;
    try (Picture picture = Picture.decode(PHOTO, Long.MAX_VALUE)) {
      bgr = picture.bgr();
    }
    BufferedImage image = image();
    List<ImageSource> sources = new ArrayList<>();
    sources.add(ImageSource.bytes("file", PHOTO));
    sources.add(ImageSource.pixels("pixels", image.getWidth(), image.getHeight(), bgr));
    sources.add(ImageSource.image("as it is", image));
    sources.add(ImageSource.image("ints", redrawn(image, BufferedImage.TYPE_INT_RGB)));
    sources.add(ImageSource.image("alpha", redrawn(image, BufferedImage.TYPE_4BYTE_ABGR)));
    sources.add(ImageSource.image("part", inLarger(image)));
    List<ImageAnalysis> found = EXTRACTOR.extract(sources).images();
    assertEquals(6, found.size());
    assertEquals(1, found.get(0).faces().size());
    for (ImageAnalysis other : found) {
      assertEquals(found.get(0).faces().size(), other.faces().size(), other.source());
      Face face = other.faces().get(0);
      assertEquals(found.get(0).faces().get(0).box(), face.box(), other.source());
      assertEquals(found.get(0).faces().get(0).embedding(), face.embedding(), other.source());
    }
  }

  /** The same pixels, but as a part of another image's array. */
  private static BufferedImage inLarger(BufferedImage image) {
    int type = BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage larger = new BufferedImage(image.getWidth() + 7, image.getHeight() + 5, type);
    Graphics2D pen = larger.createGraphics();
    pen.drawImage(image, 3, 2, null);
    pen.dispose();
    return larger.getSubimage(3, 2, image.getWidth(), image.getHeight());
  }

  @Test
  void come_out_as_they_went_in() {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 3; x++) image.setRGB(x, y, 0xFF102030 + x * 0x10000 + y);
    }
    List<BufferedImage> seen = new ArrayList<>();
    try (FaceExtractor viewer =
        FaceExtractor.builder()
            .onPicture((picture, analysis) -> seen.add(picture.toBufferedImage()))
            .build()) {
      viewer.analyze(ImageSource.image("small", image));
    }
    assertEquals(1, seen.size());
    int[] expected = image.getRGB(0, 0, 3, 2, null, 0, 3);
    assertArrayEquals(expected, seen.get(0).getRGB(0, 0, 3, 2, null, 0, 3));
  }

  @Test
  void a_face_has_no_headshot_where_none_is_asked_for() {
    ImageSource source = ImageSource.bytes("file", PHOTO);
    ExtractionOptions without = ExtractionOptions.DEFAULTS.withHeadshots(false);
    Face bare = EXTRACTOR.extract(List.of(source), without).people().get(0).face();
    Face whole = EXTRACTOR.analyze(source).faces().get(0);
    assertEquals(null, bare.headshot());
    assertEquals(whole.embedding(), bare.embedding());
  }

  @Test
  void too_many_are_refused_like_those_of_a_file() {
    try (FaceExtractor small = FaceExtractor.builder().maxImagePixels(100).build()) {
      ImageSource large = ImageSource.pixels("large", 11, 10, new byte[330]);
      String message = assertThrows(ImageException.class, () -> small.analyze(large)).getMessage();
      assertTrue(message.contains("11 x 10"), message);
    }
  }

  @Test
  void wrong_sizes_are_named() {
    for (int[] size : new int[][] {{0, 5}, {5, -1}, {40_000, 40_000}}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> ImageSource.pixels("frame", size[0], size[1], new byte[0]));
    }
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ImageSource.pixels("frame", 2, 2, new byte[11]))
            .getMessage();
    assertEquals("bgr must have 3 bytes a pixel, 12, got 11", message);
  }
}
