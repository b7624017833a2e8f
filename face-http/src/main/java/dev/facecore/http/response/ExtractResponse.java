package dev.facecore.http.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The answer to {@code POST /extract-faces}; what is null is left out. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExtractResponse(
    List<FaceEntry> faces,
    int totalFacesDetected,
    int uniqueFaces,
    int imagesProcessed,
    List<ImageError> imageErrors,
    String requestId,
    double processingTimeMs,
    ModelEntry model,
    TimingsEntry timingsMs) {

  /** One person. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FaceEntry(
      float[] embedding,
      String headshotBase64,
      double confidence,
      String faceId,
      Integer imageIndex,
      BoxEntry box,
      List<double[]> landmarks,
      Double quality,
      List<OccurrenceEntry> occurrences) {}

  /** In pixels of the image as displayed. */
  public record BoxEntry(double x, double y, double width, double height) {}

  /** Another sighting of a person. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record OccurrenceEntry(
      int imageIndex, BoxEntry box, double confidence, double similarity) {}

  /** An image that could not be loaded, and why. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record ImageError(int imageIndex, String error) {}

  /** Which weights made the answer, and what the threshold means for them. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record ModelEntry(
      String detector, String embedder, double threshold, Double falseMatchRate) {}

  /** Milliseconds of work, summed over images. */
  public record TimingsEntry(double load, double detect, double embed, double dedup) {}
}
