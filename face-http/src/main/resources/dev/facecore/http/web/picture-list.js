import { photograph } from "./boxes.js";
import { count, element } from "./dom.js";
import { preview } from "./preview.js";

/** The chosen images: what they are, and what was found in each. */
export class PictureList {
  #entries = new Map();
  #previews = Promise.resolve();

  /** `opened` is called with a image, its boxes and words when it is to be shown large. */
  constructor(list, changed, opened) {
    this.list = list;
    this.changed = changed;
    this.opened = opened;
  }

  get pictures() {
    return [...this.#entries.keys()];
  }

  add(pictures) {
    for (const picture of pictures) {
      const entry = this.#entry(picture);
      this.#entries.set(picture, entry);
      this.list.append(entry.item);
      if (picture.file) this.#makePreview(picture);
    }
    if (pictures.length > 0) this.changed();
  }

  clear() {
    this.pictures.forEach((picture) => this.#drop(picture));
    this.changed();
  }

  /** After every preview that was under way. */
  async previewsMade() {
    await this.#previews;
  }

  /** Shows the faces of a image, each as {box, person}. */
  showFaces(picture, faces) {
    this.#show(picture, faces, faces.length ? count(faces.length, "face", "faces") : "No face");
  }

  showError(picture, message) {
    this.#show(picture, [], message);
    this.#entries.get(picture)?.item.classList.add("failed");
  }

  forgetResults() {
    this.pictures.forEach((picture) => this.#show(picture, [], ""));
  }

  #show(picture, faces, words) {
    const entry = this.#entries.get(picture);
    if (!entry) return;
    entry.item.classList.remove("failed");
    entry.faces = faces;
    entry.words.textContent = words;
    this.#draw(picture, entry);
  }

  #entry(picture) {
    const holder = element("button", { type: "button", className: "open" });
    holder.addEventListener("click", () => this.opened(picture, entry.faces, words.textContent));
    const words = element("p", { className: "words" });
    const remove = element("button", { type: "button", className: "remove" }, "×");
    remove.setAttribute("aria-label", `Remove ${picture.name}`);
    remove.addEventListener("click", () => this.#remove(picture));
    const name = element("p", { className: "name", title: picture.name }, picture.name);
    const entry = { holder, words, remove, faces: [] };
    entry.item = element("li", {}, holder, element("div", {}, name, words), remove);
    this.#draw(picture, entry);
    return entry;
  }

  #draw(picture, entry) {
    entry.holder.replaceChildren(photograph(picture, entry.faces, picture.name));
  }

  // One after the other: each holds a whole image in memory for a moment.
  #makePreview(picture) {
    this.#previews = this.#previews.then(async () => {
      const entry = this.#entries.get(picture);
      if (!entry) return;
      picture.preview = await preview(picture.file);
      this.#draw(picture, entry);
    });
  }

  #remove(picture) {
    const next = this.#entries.get(picture).item.nextElementSibling;
    this.#drop(picture);
    (next ?? this.list.lastElementChild)?.querySelector(".remove").focus();
    this.changed();
  }

  #drop(picture) {
    this.#entries.get(picture).item.remove();
    this.#entries.delete(picture);
  }
}
