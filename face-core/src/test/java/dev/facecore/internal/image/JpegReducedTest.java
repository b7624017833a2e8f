package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

class JpegReducedTest {
  private static final int GREY = 0;

  @BeforeAll
  static void load() {
    OpenCvLibrary.load();
  }

  /** Every size from one block to several units, each at another quality and smoothness. */
  @ParameterizedTest
  @CsvSource({
    GREY + ", 0, 0",
    GREY + ", 3, 1",
    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444 + ", 0, 0",
    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444 + ", 1, 1",
    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422 + ", 0, 1",
    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422 + ", 2, 0",
    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420 + ", 0, 0",
    Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420 + ", 5, 1",
  })
  void pixels_are_those_of_the_native_decoder(int sampling, int restarts, int optimized) {
    Random random = new Random(sampling + restarts);
    int compared = 0;
    for (int side = 1; side <= 120; side++) {
      int other = 1 + random.nextInt(120);
      byte[] file = jpeg(side, other, sampling, restarts, optimized, random);
      JpegDirect direct = assertInstanceOf(JpegDirect.class, source(file));
      for (int factor : new int[] {4, 8}) {
        Mat here = direct.reduced().decode(factor).orElseThrow();
        Mat there =
            NativeDecoder.decodeReduced(ImageFormat.JPEG, direct.natively().stream(), factor);
        assertEquals(there.size(), here.size());
        assertEquals(0, Core.norm(there, here, Core.NORM_INF), side + " x " + other);
        here.release();
        there.release();
        compared++;
      }
    }
    assertEquals(240, compared);
  }

  @Test
  void other_kinds_and_scales_are_left_to_the_native_decoder() {
    Random random = new Random(1);
    byte[] tall = jpeg(50, 60, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_440, 0, 0, random);
    assertInstanceOf(JpegPixels.class, source(tall));
    assertInstanceOf(JpegPixels.class, source(TestPictures.jpeg(50, 60, true)));
    byte[] common = jpeg(50, 60, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420, 0, 0, random);
    JpegDirect direct = assertInstanceOf(JpegDirect.class, source(common));
    assertTrue(direct.reduced().decode(2).isEmpty());
    assertTrue(direct.reduced().decode(1).isEmpty());
  }

  @Test
  void damaged_codes_make_the_pixels_of_the_native_decoder() {
    Random random = new Random(2);
    byte[] whole = jpeg(90, 70, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420, 2, 0, random);
    int here = 0;
    int natively = 0;
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      damaged[700 + random.nextInt(whole.length - 702)] = (byte) random.nextInt();
      JpegDirect direct;
      Optional<Mat> pixels;
      try {
        direct = assertInstanceOf(JpegDirect.class, source(damaged));
        pixels = direct.reduced().decode(4);
      } catch (ImageException e) {
        refused++;
        continue;
      }
      if (pixels.isEmpty()) {
        natively++;
        continue;
      }
      Mat there = NativeDecoder.decodeReduced(ImageFormat.JPEG, direct.natively().stream(), 4);
      assertEquals(0, Core.norm(there, pixels.get(), Core.NORM_INF), "damage " + i);
      there.release();
      pixels.get().release();
      here++;
    }
    assertTrue(here > 20 && natively > 20, here + ", " + natively + ", " + refused);
  }

  @Test
  void a_larger_look_needs_no_second_count() {
    byte[] file = jpeg(80, 80, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420, 0, 0, new Random(3));
    try (DecodedImage image = ImageDecoder.decode(file, TestPictures.NO_LIMIT, 20)) {
      assertEquals(4, image.at(0.25).factor());
      assertEquals(new Size(80, 80), image.pixels().size());
      assertFalse(image.pixels().empty());
    }
  }

  private static PixelSource source(byte[] file) {
    return ImageDecoder.readHeader(file, TestPictures.NO_LIMIT).source();
  }

  private static byte[] jpeg(
      int width, int height, int sampling, int restarts, int optimized, Random random) {
    Mat pixels = new Mat(height, width, CvType.CV_8UC3);
    byte[] noise = new byte[width * height * 3];
    random.nextBytes(noise);
    pixels.put(0, 0, noise);
    int blur = random.nextInt(4);
    if (blur > 0) Imgproc.blur(pixels, pixels, new Size(3 * blur, 3 * blur));
    if (sampling == GREY) Imgproc.cvtColor(pixels, pixels, Imgproc.COLOR_BGR2GRAY);
    MatOfByte encoded = new MatOfByte();
    MatOfInt settings =
        new MatOfInt(
            Imgcodecs.IMWRITE_JPEG_QUALITY,
            5 + random.nextInt(96),
            Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
            restarts,
            Imgcodecs.IMWRITE_JPEG_OPTIMIZE,
            optimized,
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
            sampling == GREY ? Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444 : sampling);
    try {
      assertTrue(Imgcodecs.imencode(".jpg", pixels, encoded, settings));
      return encoded.toArray();
    } finally {
      pixels.release();
      settings.release();
      encoded.release();
    }
  }
}
