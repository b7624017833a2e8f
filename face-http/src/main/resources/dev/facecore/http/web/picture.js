/** An image to ask about: a file of this device, or an address that the server fetches. */
export class Picture {
  #encoded = null;

  constructor(name, file) {
    this.name = name;
    this.file = file;
    /** Undefined until it is made; null where there is none. */
    this.preview = file ? undefined : null;
  }

  static ofFile(file) {
    return new Picture(file.name || "pasted image", file);
  }

  static ofAddress(address) {
    return new Picture(address, null);
  }

  /** Its element of the request, in parts of a Blob; the base64 is kept as a Blob, out of the heap. */
  async json() {
    if (!this.file) return [JSON.stringify({ image_url: this.name })];
    this.#encoded ??= new Blob([await base64(this.file)]);
    return ['{"image_base64":"', this.#encoded, '"}'];
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(new Error(`${file.name} cannot be read from this device; remove it.`));
    reader.readAsDataURL(file);
  });
}
