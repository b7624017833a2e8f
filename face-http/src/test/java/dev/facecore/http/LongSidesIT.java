package dev.facecore.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Images with a side above 32,766 pixels, beyond which OpenCV refuses much; WebP ends at 16,383.
 */
class LongSidesIT {
  private static final int LONG = 34_000;
  private static final int SHORT = 280;

  @Test
  void the_face_at_the_far_end_is_found_beside_those_of_other_images() throws IOException {
    BufferedImage portrait =
        ImageIO.read(Photographs.path("obama.jpg").toFile()).getSubimage(310, 70, 360, 360);
    BufferedImage wide = canvas(portrait, LONG, SHORT);
    BufferedImage tall = canvas(portrait, SHORT, LONG);
    List<String> images = new ArrayList<>();
    images.add(element(wide, "bmp"));
    images.add(element(tall, "tiff"));
    images.add(element(wide, "jpg"));
    images.add(Photographs.asBase64(Photographs.path("biden.jpg")));
    try (RunningService service = RunningService.start()) {
      Answer answer =
          new ServiceClient(service)
              .extract(Photographs.request(images, "\"detection_size\":4096", "\"details\":true"));
      assertEquals(200, answer.status(), answer::error);
      assertEquals(4, answer.json().path("images_processed").asInt());
      assertEquals(4, answer.json().path("total_faces_detected").asInt());
      assertEquals(2, answer.json().path("unique_faces").asInt());
      int far = 0;
      for (JsonNode seen : answer.json().path("faces").path(0).path("occurrences")) {
        boolean isWide = seen.path("image_index").asInt() % 2 == 0;
        double at = seen.path("box").path(isWide ? "x" : "y").asDouble();
        assertTrue(at > 33_000 && at < LONG, "at " + at);
        far++;
      }
      assertEquals(2, far);
    }
  }

  private static BufferedImage canvas(BufferedImage portrait, int width, int height) {
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = canvas.createGraphics();
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, width, height);
    pen.drawImage(portrait, width - SHORT, height - SHORT, SHORT, SHORT, null);
    pen.dispose();
    return canvas;
  }

  private static String element(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, encoded), format);
    return "{\"image_base64\": \""
        + Base64.getEncoder().encodeToString(encoded.toByteArray())
        + "\"}";
  }
}
