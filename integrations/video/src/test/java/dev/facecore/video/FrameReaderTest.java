package dev.facecore.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mov", "mkv", "avi", "ts"})
  void frames_come_at_regular_times(String container) throws IOException {
    Path file = folder.resolve("grey." + container);
    try (TestVideo video = new TestVideo(file, 64, 48)) {
      for (int second = 0; second < 5; second++) {
        video.grey(30 + 40 * second, TestVideo.FRAMES_PER_SECOND);
      }
    }
    List<VideoFrame> frames = read(file, SECOND);
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0, 4.0), rounded(frames));
    for (int second = 0; second < 5; second++) {
      BufferedImage picture = picture(frames.get(second));
      assertEquals(64, picture.getWidth());
      assertEquals(48, picture.getHeight());
      assertEquals(30 + 40 * second, picture.getRGB(32, 24) & 0xff, 4, "grey at " + second);
    }
  }

  @ParameterizedTest
  @CsvSource({"500ms, 10", "1500ms, 4", "40ms, 125", "1ms, 125", "10s, 1"})
  void any_distance_can_be_chosen(String every, int count) throws IOException {
    Path file = grey("grey.mp4", 125);
    Duration time = new TimeConverter().convert(every);
    List<VideoFrame> frames = read(file, time);
    assertEquals(count, frames.size());
    double step = Math.max(0.04, time.toMillis() / 1000.0);
    for (int i = 0; i < count; i++) {
      assertEquals(i * step, frames.get(i).seconds(), 0.021, "frame " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, -90})
  void turned_video_comes_upright(int counterclockwise) throws IOException {
    BufferedImage stored = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 24; y++) for (int x = 0; x < 32; x++) stored.setRGB(x, y, 0xffffff);
    Path file = folder.resolve("turned.mp4");
    try (TestVideo video = new TestVideo(file, 64, 48)) {
      video.recorder().setDisplayRotation(counterclockwise);
      video.show(stored, 1);
    }
    BufferedImage shown = picture(read(file, SECOND).get(0));
    boolean isOnItsSide = Math.abs(counterclockwise) == 90;
    assertEquals(isOnItsSide ? 48 : 64, shown.getWidth());
    assertEquals(isOnItsSide ? 64 : 48, shown.getHeight());
    String bright = isBright(shown, 8, 8) ? "top left" : "";
    bright += isBright(shown, shown.getWidth() - 8, 8) ? "top right" : "";
    bright += isBright(shown, 8, shown.getHeight() - 8) ? "bottom left" : "";
    bright += isBright(shown, shown.getWidth() - 8, shown.getHeight() - 8) ? "bottom right" : "";
    String expected =
        switch (counterclockwise) {
          case 90 -> "bottom left";
          case 180 -> "bottom right";
          case -90 -> "top right";
          default -> "top left";
        };
    assertEquals(expected, bright);
  }

  @Test
  void pixels_come_square() throws IOException {
    Path file = folder.resolve("wide.mkv");
    try (TestVideo video = new TestVideo(file, 64, 48)) {
      video.recorder().setAspectRatio(1.5); // of a pixel
      video.grey(90, 3);
    }
    assertEquals(96, picture(read(file, SECOND).get(0)).getWidth());
  }

  @Test
  void a_file_that_ends_early_is_read_and_told() throws IOException {
    Path whole = noisy("whole.mp4");
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
    assertFalse(isCutShort(whole));
    assertTrue(isCutShort(half));
    assertTrue(read(half, SECOND).size() >= 2, "what is there is read");
  }

  @Test
  void what_is_no_video_is_refused_in_one_sentence() throws IOException {
    byte[] video = Files.readAllBytes(noisy("whole.mp4"));
    List<Path> refused =
        List.of(
            Files.write(folder.resolve("start.mp4"), Arrays.copyOf(video, 600)),
            Files.createFile(folder.resolve("empty.mp4")),
            Files.writeString(folder.resolve("text.mp4"), "no video ".repeat(1000)),
            Files.writeString(folder.resolve("text.txt"), "no video ".repeat(1000)),
            Files.writeString(folder.resolve("list.m3u8"), playlist(grey("grey.ts", 25))),
            Path.of("../../face-examples/photos/obama.jpg"));
    for (Path file : refused) {
      VideoException refusal =
          assertThrows(VideoException.class, () -> read(file, SECOND), file.toString());
      assertTrue(
          refusal.getMessage().matches("Not a video, or damaged: [^.]*\\."), refusal.getMessage());
    }
    assertEquals(6, refused.size());
  }

  @Test
  void sound_alone_is_refused() throws IOException {
    Path file = folder.resolve("sound.mp4");
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toString(), 1)) {
      recorder.start();
      recorder.recordSamples(ShortBuffer.allocate(recorder.getSampleRate()));
    }
    VideoException refusal = assertThrows(VideoException.class, () -> read(file, SECOND));
    assertEquals("The file contains sound only; choose a video.", refusal.getMessage());
  }

  private static String playlist(Path segment) {
    return "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + segment + "\n#EXT-X-ENDLIST\n";
  }

  @Test
  void ffmpeg_is_the_build_under_the_lgpl() {
    String licence = avcodec.avcodec_license().getString(StandardCharsets.US_ASCII);
    assertTrue(licence.startsWith("LGPL"), licence);
  }

  private Path grey(String name, int frames) throws IOException {
    Path file = folder.resolve(name);
    try (TestVideo video = new TestVideo(file, 64, 48)) {
      video.grey(120, frames);
    }
    return file;
  }

  private Path noisy(String name) throws IOException {
    Path file = folder.resolve(name);
    BufferedImage photo = TestVideo.photo("coffee.png");
    try (TestVideo video = new TestVideo(file, 320, 240)) {
      for (int second = 0; second < 8; second++) {
        video.show(photo.getSubimage(10 * second, 0, 300, 300), 1);
      }
    }
    return file;
  }

  private static boolean isCutShort(Path file) {
    try (FrameReader frames = FrameReader.open(file, SECOND)) {
      frames.forEachRemaining(frame -> {});
      return frames.isCutShort();
    }
  }

  private static List<VideoFrame> read(Path file, Duration every) {
    List<VideoFrame> read = new ArrayList<>();
    try (FrameReader frames = FrameReader.open(file, every)) {
      frames.forEachRemaining(read::add);
    }
    return read;
  }

  private static List<Double> rounded(List<VideoFrame> frames) {
    return frames.stream().map(frame -> Math.round(frame.seconds() * 20) / 20.0).toList();
  }

  private static BufferedImage picture(VideoFrame frame) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(frame.bitmap()));
  }

  private static boolean isBright(BufferedImage picture, int x, int y) {
    return (picture.getRGB(x, y) & 0xff) > 128;
  }
}
