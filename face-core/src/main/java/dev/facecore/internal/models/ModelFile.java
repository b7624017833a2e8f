package dev.facecore.internal.models;

import dev.facecore.internal.onnx.ModelContract;
import java.util.Optional;

/**
 * One file of a model.
 *
 * @param name beside the catalogue
 * @param sha256 64 lower-case hexadecimal digits; the file is refused if it differs
 * @param bytes its size
 * @param contract the inputs and outputs of a network; none for a file that is no network
 */
public record ModelFile(String name, String sha256, long bytes, Optional<ModelContract> contract) {}
