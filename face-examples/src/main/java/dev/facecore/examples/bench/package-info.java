/** {@code faces bench}: measures speed. */
package dev.facecore.examples.bench;
