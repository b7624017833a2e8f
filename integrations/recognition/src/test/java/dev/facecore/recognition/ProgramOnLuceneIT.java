package dev.facecore.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramOnLuceneIT extends ProgramContract {
  @TempDir private Path scratch;

  @Override
  List<String> store() {
    return List.of("--gallery", scratch.resolve("gallery").toString());
  }

  @Test
  void a_photograph_without_one_face_is_named_and_the_others_are_enrolled() throws Exception {
    Cli.Result result =
        Cli.run(
            with("enrol", "Obama", photo("coffee.png"), photo("obama.jpg"), photo("obama2.jpg")));
    assertEquals(1, result.status());
    assertEquals(List.of("Obama is enrolled with 2 faces"), result.output());
    assertEquals(
        List.of(
            photo("coffee.png")
                + ": The image shows no face; choose one that shows the person alone."),
        result.errors());
  }

  @Test
  void a_face_that_cannot_be_read_is_not_enrolled() throws Exception {
    BufferedImage photograph = ImageIO.read(new File(photo("biden.jpg")));
    Path blurred = scratch.resolve("blurred.png");
    ImageIO.write(scaled(scaled(photograph, 40), 300), "png", blurred.toFile());
    Cli.Result result = Cli.run(with("enrol", "Biden", blurred.toString()));
    assertEquals(1, result.status());
    assertTrue(
        result
            .errors()
            .get(0)
            .startsWith(blurred + ": The image shows the face too unclearly to recognise"),
        result.errors().toString());
    Cli.Result found = Cli.run(with("recognise", blurred.toString()));
    assertTrue(found.output().get(0).contains("unknown"), "there is a face: " + found.output());
  }

  private static BufferedImage scaled(BufferedImage image, int width) {
    int height = image.getHeight() * width / image.getWidth();
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Image pixels = image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    scaled.getGraphics().drawImage(pixels, 0, 0, null);
    return scaled;
  }

  @Test
  void wrong_usage_is_explained() throws Exception {
    assertWrong(
        "face-recognition list: --gallery DIR or --database JDBC-URL is missing. Help: ",
        Cli.run("list"));
    assertWrong(
        "face-recognition enrol: There is no nowhere.jpg. Help: face-recognition enrol --help",
        Cli.run(with("enrol", "Ada", "nowhere.jpg")));
    assertWrong(
        "face-recognition recognise: No images in " + scratch,
        Cli.run(with("recognise", scratch.toString())));
    assertWrong(
        "face-recognition forget: person must be a name of 1 to 200 characters, got ' '",
        Cli.run(with("forget", " ")));
    assertWrong(
        "face-recognition recognise: rate must be above 0 and below 1, got 3.0",
        Cli.run(with("recognise", photo("obama.jpg"), "--false-positive-rate", "3")));
  }

  @Test
  void a_rate_that_cannot_be_promised_is_refused() throws Exception {
    Cli.run(with("enrol", "Obama", photo("obama.jpg")));
    Cli.Result result =
        Cli.run(with("recognise", photo("obama.jpg"), "--false-positive-rate", "1e-7"));
    assertEquals(1, result.status());
    assertTrue(
        result.errors().get(0).contains("measured only down to 1.75e-06; accept a rate of"),
        result.errors().toString());
    Cli.Result fixed = Cli.run(with("recognise", photo("obama.jpg"), "--similarity", "0.7"));
    assertTrue(
        fixed.output().get(1).endsWith("was not measured there."), fixed.output().toString());
  }

  private static void assertWrong(String expected, Cli.Result result) {
    assertEquals(2, result.status(), result.toString());
    assertEquals(1, result.errors().size(), result.toString());
    assertTrue(result.errors().get(0).startsWith(expected), result.errors().get(0));
  }
}
