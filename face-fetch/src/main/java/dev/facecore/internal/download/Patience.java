package dev.facecore.internal.download;

import java.time.Duration;

/**
 * How long a download waits, and how often it starts again.
 *
 * @param connect for a connection
 * @param answer for the head of an answer
 * @param stall for the next byte of a body
 * @param pause before going on after a break; doubled as long as nothing arrives
 * @param attempts in a row that may bring nothing
 */
record Patience(Duration connect, Duration answer, Duration stall, Duration pause, int attempts) {
  static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          3);
}
