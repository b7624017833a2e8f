package dev.facecore.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.facecore.examples.Cli;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmark reports; never how fast it is. */
class BenchCommandIT {
  @Test
  void prints_one_line_that_adds_up() throws Exception {
    Cli.Result result = Cli.run("bench", "photos", "--rounds", "2", "--threads", "2");
    assertEquals(0, result.status(), result.errors());
    assertEquals(1, result.output().lines().count());
    JsonNode report = new ObjectMapper().readTree(result.output());
    List<String> names = new ArrayList<>();
    report.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "images",
            "faces",
            "images_without_face",
            "megapixels_per_image",
            "looks_per_image",
            "looks_per_image_without_face",
            "threads",
            "rounds",
            "seconds",
            "images_per_second",
            "median_seconds",
            "stages",
            "outside_networks_and_codec",
            "peak_rss_mb",
            "java",
            "onnxruntime",
            "opencv",
            "cpu"),
        names);
    assertEquals(5, report.get("images").asInt());
    assertEquals(4, report.get("faces").asInt());
    assertEquals(1, report.get("images_without_face").asInt());
    assertTrue(report.get("megapixels_per_image").asDouble() > 0.1);
    assertTrue(report.get("looks_per_image").asDouble() >= 1);
    assertTrue(report.get("looks_per_image_without_face").asDouble() >= 1);
    assertEquals(2, report.get("rounds").asInt());
    assertTrue(report.get("median_seconds").asDouble() >= report.get("seconds").asDouble());
    double stages = 0;
    for (JsonNode stage : report.get("stages")) stages += stage.asDouble();
    assertEquals(6, report.get("stages").size());
    // Two threads cannot work longer than twice the time on the clock.
    assertTrue(stages > 0 && stages <= 2.05 * report.get("seconds").asDouble(), report.toString());
    double outside = report.get("outside_networks_and_codec").asDouble();
    assertTrue(outside > 0 && outside < 1, report.toString());
  }
}
