package dev.facecore.video;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * Frames of a video file at regular times: upright, and with square pixels.
 *
 * <p>Owns FFmpeg's memory until it is closed, a few frames whatever the length of the video. Not
 * thread-safe.
 */
final class FrameReader implements Iterator<VideoFrame>, AutoCloseable {
  private static final String CONTAINERS = "mov,matroska,avi,mpegts,mpeg,flv,asf,ogg";
  private static final double MICROS = 1e6;

  static {
    // What they would print is for their developers; what a user needs to know, the exceptions say.
    System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
  }

  private final FFmpegFrameGrabber grabber;
  private final long every;
  private long frameTime;
  private int quarterTurns;
  private long start = Long.MIN_VALUE;
  private long expected;
  private long due;
  private long decoded;
  private VideoFrame next;

  private FrameReader(FFmpegFrameGrabber grabber, Duration every) {
    this.grabber = grabber;
    this.every = every.toNanos() / 1000;
  }

  /**
   * Opens a file and reads its first frame.
   *
   * @param every from one frame to the next: of each multiple of it the frame nearest to it; at
   *     least a microsecond, and where it is shorter than a frame is shown, every frame
   * @throws VideoException if it is no video, or damaged
   */
  static FrameReader open(Path file, Duration every) {
    // Named so, a file is never taken for an address; and what is in it must not lead elsewhere.
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber("file:" + file.toAbsolutePath());
    grabber.setOption("protocol_whitelist", "file");
    grabber.setOption("format_whitelist", CONTAINERS);
    FrameReader reader = new FrameReader(grabber, every);
    try {
      reader.start();
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private void start() {
    try {
      grabber.start();
    } catch (FrameGrabber.Exception e) {
      throw new VideoException(
          "Not a video, or damaged: choose an MP4, MOV, MKV, WebM, AVI, MPEG, FLV, WMV or"
              + " Ogg file that a player plays.",
          e);
    }
    if (!grabber.hasVideo())
      throw new VideoException("The file contains sound only; choose a video.");
    grabber.setImageHeight(grabber.getImageHeight());
    grabber.setImageWidth((int) Math.round(grabber.getImageWidth() * grabber.getAspectRatio()));
    quarterTurns = Math.floorMod(-Math.round(grabber.getDisplayRotation() / 90), 4);
    frameTime = Math.round(MICROS / Math.max(1, grabber.getVideoFrameRate()));
    next = read();
    if (next == null) {
      throw new VideoException(
          "No frame can be decoded; convert the video to H.264 in an MP4 file.");
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public VideoFrame next() {
    if (next == null) throw new NoSuchElementException();
    VideoFrame result = next;
    next = read();
    return result;
  }

  /** How much was decoded, in seconds from the first frame. */
  double seconds() {
    return expected / MICROS;
  }

  /**
   * Whether the file ended over a second before the length that it announces; false where it
   * announces none. Right once all is read.
   */
  boolean isCutShort() {
    AVStream stream = grabber.getFormatContext().streams(grabber.getVideoStream());
    if (stream.duration() == avutil.AV_NOPTS_VALUE) return false;
    double announced = stream.duration() * avutil.av_q2d(stream.time_base());
    // Both, for a last frame may be shown for long, and an edited file may hold frames never shown.
    return announced - seconds() > 1 && (stream.nb_frames() - decoded) * frameTime > MICROS;
  }

  // Only the frames wanted are converted to pixels: whether one is must be known before it comes.
  private VideoFrame read() {
    while (true) {
      boolean wanted = expected + frameTime / 2 >= due;
      Frame frame = grab(wanted);
      if (frame == null) return null;
      decoded++;
      if (start == Long.MIN_VALUE) start = frame.timestamp;
      long time = frame.timestamp - start;
      expected = time + frameTime;
      if (wanted) {
        due = Math.max(due, (time + frameTime / 2) / every * every) + every;
        return new VideoFrame(time / MICROS, encode(frame));
      }
    }
  }

  private Frame grab(boolean withPixels) {
    try {
      return grabber.grabFrame(false, true, withPixels, false, false);
    } catch (FrameGrabber.Exception e) {
      throw new VideoException("The video is damaged; convert it again.", e);
    }
  }

  private byte[] encode(Frame frame) {
    return Bitmap.encode(
        (ByteBuffer) frame.image[0],
        frame.imageStride,
        frame.imageWidth,
        frame.imageHeight,
        quarterTurns);
  }

  @Override
  public void close() {
    try {
      grabber.close();
    } catch (FrameGrabber.Exception e) {
      throw new IllegalStateException("FFmpeg cannot free its memory", e);
    }
  }
}
