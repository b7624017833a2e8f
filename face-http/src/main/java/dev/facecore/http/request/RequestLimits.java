package dev.facecore.http.request;

/**
 * How much one request may hold, and what it means where it is silent.
 *
 * @param maxRequestBytes the whole body
 * @param maxImages pictures in one request
 * @param maxImageBytes one picture, decoded from base64
 * @param minFaceSize in pixels, where the request names none
 */
public record RequestLimits(
    long maxRequestBytes, int maxImages, long maxImageBytes, int minFaceSize) {}
