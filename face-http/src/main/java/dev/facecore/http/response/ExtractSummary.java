package dev.facecore.http.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the answer to {@code POST /extract-faces} says beside its faces.
 *
 * @param imageErrors the images that could not be loaded; left out where there are none
 * @param model null unless details were asked for
 * @param timingsMs null unless details were asked for
 */
record ExtractSummary(
    int totalFacesDetected,
    int uniqueFaces,
    int imagesProcessed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ImageError> imageErrors,
    String requestId,
    double processingTimeMs,
    ModelAnswer model,
    TimingsAnswer timingsMs) {}
