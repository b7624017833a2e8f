/**
 * Everything that opens a connection: {@link dev.facecore.fetch.SafeFetcher} for images by address,
 * {@link dev.facecore.fetch.ModelDownloads} for models. {@code face-core} opens none.
 */
@NullMarked
package dev.facecore.fetch;

import org.jspecify.annotations.NullMarked;
