/** {@code faces models}: lists, fetches and checks models. */
package dev.facecore.examples.models;
