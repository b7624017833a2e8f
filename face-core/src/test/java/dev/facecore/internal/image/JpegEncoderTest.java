package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

class JpegEncoderTest {
  @Test
  void a_region_comes_back_nearly_as_it_was() {
    byte[] png = TestPictures.encoded(".png", 200, 180);
    try (DecodedImage picture = ImageDecoder.decode(png, TestPictures.NO_LIMIT)) {
      Mat region = picture.pixels().submat(new Rect(11, 7, 160, 160));
      byte[] expected = new byte[160 * 160 * 3];
      byte[] jpeg;
      try {
        for (int y = 0; y < 160; y++) {
          byte[] row = new byte[160 * 3];
          region.get(y, 0, row);
          System.arraycopy(row, 0, expected, y * row.length, row.length);
        }
        jpeg = JpegEncoder.encode(region);
      } finally {
        region.release();
      }
      byte[] back = TestPictures.decoded(jpeg);
      assertEquals(expected.length, back.length);
      assertTrue(TestPictures.difference(expected, back) < 1.5);
      assertArrayEquals(TestPictures.gradient(200, 180), picture.bgr());
    }
  }
}
