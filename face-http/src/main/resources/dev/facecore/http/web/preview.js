const LONGEST_SIDE = 960;

/**
 * A small copy of a image with the size it has when displayed; null if the browser cannot show it.
 * The original is decoded once and let go, so that a hundred of them fit into a phone.
 */
export async function preview(file) {
  const original = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = original;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    return { width, height, address: URL.createObjectURL(await scaled(image, width, height)) };
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(original);
  }
}

async function scaled(image, width, height) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("too large"))), "image/webp", 0.85),
  );
}
