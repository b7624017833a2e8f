/** {@code faces compare}, {@code find} and {@code blur}: asks who is in a photograph. */
package dev.facecore.examples.people;
