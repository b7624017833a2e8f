/** Opens one network, checks its shape, runs it and closes it. */
package dev.facecore.internal.onnx;
