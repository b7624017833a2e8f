package dev.facecore.internal.models;

import dev.facecore.internal.onnx.ModelContract;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One file of a model.
 *
 * @param name beside the catalogue, without folders
 * @param sha256 64 lower-case hexadecimal digits; the file is refused if it differs
 * @param bytes its size, where that is known
 * @param contract the inputs and outputs of a network; none for a file that is no network
 * @param download where it can be fetched, if it can
 */
public record ModelFile(
    String name,
    String sha256,
    OptionalLong bytes,
    Optional<ModelContract> contract,
    Optional<Download> download) {}
