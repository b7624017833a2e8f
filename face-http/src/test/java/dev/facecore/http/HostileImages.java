package dev.facecore.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Images of which native decoders print something. */
final class HostileImages {
  private HostileImages() {}

  /** One of each kind, as elements of a request. */
  static List<String> elements() throws IOException {
    return List.of(element(png()), element(jpeg()), element(tiff()));
  }

  private static String element(byte[] encoded) {
    return "{\"image_base64\": \"" + Base64.getEncoder().encodeToString(encoded) + "\"}";
  }

  /** The last bytes of its pixels are wrong. */
  private static byte[] png() throws IOException {
    byte[] png = Files.readAllBytes(Photographs.path("astronaut.png"));
    png[png.length - 20] ^= 0x55;
    return png;
  }

  /** Bytes that belong to nothing stand before its end mark. */
  private static byte[] jpeg() throws IOException {
    byte[] jpeg = Files.readAllBytes(Photographs.path("obama.jpg"));
    byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 9);
    for (int i = 0; i < 9; i++) longer[jpeg.length - 2 + i] = (byte) (i + 1);
    longer[longer.length - 2] = (byte) 0xFF;
    longer[longer.length - 1] = (byte) 0xD9;
    return longer;
  }

  /** It says that it is in colour, and has one sample a pixel. */
  private static byte[] tiff() {
    int[][] entries = {
      {256, 3, 8}, {257, 3, 8}, {258, 3, 8}, {259, 3, 1}, {262, 3, 2},
      {273, 4, 134}, {277, 3, 1}, {278, 3, 8}, {279, 4, 64}, {284, 3, 1}
    };
    ByteBuffer tiff = ByteBuffer.allocate(134 + 64).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II".getBytes()).putShort((short) 42).putInt(8).putShort((short) entries.length);
    for (int[] entry : entries) {
      tiff.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1).putInt(entry[2]);
    }
    return tiff.array();
  }
}
