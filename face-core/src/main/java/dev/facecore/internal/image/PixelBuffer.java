package dev.facecore.internal.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.util.Arrays;

/** Brings pixels in and out as they are, without a file format between. Stateless, thread-safe. */
public final class PixelBuffer {
  private static final int CHANNELS = 3;

  private PixelBuffer() {}

  /** A picture of a copy of these pixels; the caller closes it. */
  public static DecodedImage picture(int width, int height, byte[] bgr, long maxPixels) {
    new PixelLimit(maxPixels).check(width, height);
    return DecodedImage.copyOf(width, height, bgr);
  }

  /** A picture of a copy of an image's pixels, in sRGB; transparency is dropped. */
  public static DecodedImage picture(BufferedImage image, long maxPixels) {
    new PixelLimit(maxPixels).check(image.getWidth(), image.getHeight());
    return picture(image.getWidth(), image.getHeight(), bgr(image), maxPixels);
  }

  private static byte[] bgr(BufferedImage image) {
    if (isBgrRowByRow(image)) return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    byte[] bgr = new byte[Math.multiplyExact(CHANNELS * width, image.getHeight())];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        bgr[at++] = (byte) argb;
        bgr[at++] = (byte) (argb >> 8);
        bgr[at++] = (byte) (argb >> 16);
      }
    }
    return bgr;
  }

  /** Whether its array is the pixels and nothing else: a part of another image has a longer one. */
  private static boolean isBgrRowByRow(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && image.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel layout
        && layout.getScanlineStride() == CHANNELS * image.getWidth()
        && Arrays.equals(layout.getBandOffsets(), new int[] {2, 1, 0})
        && image.getRaster().getDataBuffer().getOffset() == 0
        && image.getRaster().getDataBuffer().getSize()
            == CHANNELS * image.getWidth() * image.getHeight();
  }

  /** An image of these pixels, of type {@link BufferedImage#TYPE_3BYTE_BGR}. */
  public static BufferedImage image(int width, int height, byte[] bgr) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    image.getRaster().setDataElements(0, 0, width, height, swapped(bgr));
    return image;
  }

  // A raster's elements are red, green, blue, whatever the order in its array.
  private static byte[] swapped(byte[] bgr) {
    byte[] rgb = new byte[bgr.length];
    for (int at = 0; at < bgr.length; at += CHANNELS) {
      rgb[at] = bgr[at + 2];
      rgb[at + 1] = bgr[at + 1];
      rgb[at + 2] = bgr[at];
    }
    return rgb;
  }
}
