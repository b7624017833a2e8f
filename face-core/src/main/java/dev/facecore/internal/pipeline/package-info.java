/** Runs the stages in their order and decides on which threads. */
package dev.facecore.internal.pipeline;
