package dev.facecore.http.request;

import dev.facecore.http.exchange.Problem;

/**
 * How much one request may hold, and what it means where it is silent.
 *
 * @param maxRequestBytes the whole body
 * @param maxImages images in one request
 * @param maxImageBytes one image, without its base64
 * @param minFaceSize in pixels, where the request names none
 */
public record RequestLimits(
    long maxRequestBytes, int maxImages, long maxImageBytes, int minFaceSize) {
  /** Refuses one image more where there are as many as allowed. */
  void requireRoom(int images) {
    if (images < maxImages) return;
    throw Problem.badRequest(
        "Too many images: at most " + maxImages + " are allowed in one request.");
  }
}
