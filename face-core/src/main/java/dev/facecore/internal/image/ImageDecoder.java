package dev.facecore.internal.image;

/** Decodes an encoded picture into pixels as displayed. */
public final class ImageDecoder {
  private ImageDecoder() {}

  public static DecodedImage decode(byte[] encoded, long maxPixels) {
    throw new UnsupportedOperationException();
  }
}
