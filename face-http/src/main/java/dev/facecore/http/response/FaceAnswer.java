package dev.facecore.http.response;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/**
 * A person, in the answer to {@code POST /extract-faces}.
 *
 * @param details null unless they were asked for
 */
record FaceAnswer(
    float[] embedding,
    String headshotBase64,
    double confidence,
    UUID faceId,
    @JsonUnwrapped FaceDetails details) {}
