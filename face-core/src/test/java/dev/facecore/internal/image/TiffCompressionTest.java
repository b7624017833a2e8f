package dev.facecore.internal.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.facecore.ImageException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TiffCompressionTest {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits"})
  void whole_tiles_are_read_and_short_ones_refused(String compression) throws IOException {
    byte[] tiff = written(compression);
    assertArrayEquals(TestPictures.gradient(WIDTH, HEIGHT), TestPictures.decoded(tiff));
    int refused = 0;
    for (int cut = 1; cut < 400; cut += 3) {
      byte[] shortened = tiff.clone();
      if (!shortenLastTile(shortened, cut)) continue;
      try {
        TestPictures.decoded(shortened);
        // The end code alone is not missed.
        assertTrue(cut < 8, "accepted at " + cut);
      } catch (ImageException expected) {
        refused++;
      }
    }
    assertTrue(refused > 50, "refused " + refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "PackBits"})
  void a_tile_of_noise_is_refused(String compression) throws IOException {
    byte[] tiff = written(compression);
    TiffDirectory directory = directory(tiff);
    int tile = (int) directory.value(TiffTag.TILE_OFFSETS, 0);
    int length = (int) directory.value(TiffTag.TILE_BYTE_COUNTS, 0);
    for (int i = 2; i < length; i++) tiff[tile + i] = (byte) 0x80;
    ImageException refusal = assertThrows(ImageException.class, () -> TestPictures.decoded(tiff));
    assertEquals("The TIFF data end early; send the whole file.", refusal.getMessage());
  }

  private static TiffDirectory directory(byte[] tiff) {
    return TiffDirectory.readFirst(Bytes.bigEndian(ImageFormat.TIFF, tiff));
  }

  /** Whether there was enough to cut off. */
  private static boolean shortenLastTile(byte[] tiff, int cut) {
    TiffDirectory directory = directory(tiff);
    int last = (int) directory.count(TiffTag.TILE_BYTE_COUNTS) - 1;
    int length = (int) directory.value(TiffTag.TILE_BYTE_COUNTS, 0, last);
    if (length <= cut) return false;
    EncodedStream.Piece entry = directory.entry(TiffTag.TILE_BYTE_COUNTS);
    ByteBuffer bytes = ByteBuffer.wrap(tiff);
    int array = bytes.getInt(entry.from() + 8);
    bytes.putInt(last == 0 ? entry.from() + 8 : array + 4 * last, length - cut);
    return true;
  }

  private static byte[] written(String compression) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionType(compression);
      settings.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setTiling(WIDTH, 64, 0, 0);
      BufferedImage image = TestPictures.buffered(BufferedImage.TYPE_3BYTE_BGR, WIDTH, HEIGHT);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
