package dev.facecore.video;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Writes videos out of still pictures, with FFmpeg's own MPEG-4 encoder. Owns it until closed. */
final class TestVideo implements AutoCloseable {
  static final int FRAMES_PER_SECOND = 25;
  private static final Path PHOTOS = Path.of("../../face-examples/photos");

  static {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
  }

  private final FFmpegFrameRecorder recorder;
  private final int width;
  private final int height;
  private boolean started;

  /** A video of a size as stored; the ending of its name says of which container. */
  TestVideo(Path file, int width, int height) {
    this.width = width;
    this.height = height;
    recorder = new FFmpegFrameRecorder(file.toString(), width, height);
    recorder.setFrameRate(FRAMES_PER_SECOND);
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
    recorder.setVideoBitrate(4_000_000);
    recorder.setOption("movflags", "faststart");
  }

  /** The recorder, before the first picture: for what a test wants else. */
  FFmpegFrameRecorder recorder() {
    return recorder;
  }

  /** A sample photograph. */
  static BufferedImage photo(String name) throws IOException {
    return ImageIO.read(PHOTOS.resolve(name).toFile());
  }

  /** A sample photograph's file. */
  static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(PHOTOS.resolve(name));
  }

  /** Adds a picture, drawn as large as fits in the middle. */
  TestVideo show(BufferedImage picture, int seconds) throws IOException {
    return add(bgr(fitted(picture)), seconds * FRAMES_PER_SECOND);
  }

  /** Adds frames of one grey. */
  TestVideo grey(int level, int frames) throws IOException {
    byte[] pixels = new byte[width * height * 3];
    Arrays.fill(pixels, (byte) level);
    return add(pixels, frames);
  }

  private TestVideo add(byte[] bgr, int frames) throws IOException {
    if (!started) recorder.start();
    started = true;
    try (Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3)) {
      ByteBuffer image = (ByteBuffer) frame.image[0];
      for (int y = 0; y < height; y++) {
        image.put(y * frame.imageStride, bgr, y * width * 3, width * 3);
      }
      for (int i = 0; i < frames; i++) recorder.record(frame);
    }
    return this;
  }

  private BufferedImage fitted(BufferedImage picture) {
    double scale =
        Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight());
    int shownWidth = (int) (picture.getWidth() * scale);
    int shownHeight = (int) (picture.getHeight() * scale);
    BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = frame.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(
        picture,
        (width - shownWidth) / 2,
        (height - shownHeight) / 2,
        shownWidth,
        shownHeight,
        null);
    graphics.dispose();
    return frame;
  }

  private static byte[] bgr(BufferedImage frame) {
    return ((DataBufferByte) frame.getRaster().getDataBuffer()).getData();
  }

  @Override
  public void close() throws IOException {
    recorder.close();
  }
}
