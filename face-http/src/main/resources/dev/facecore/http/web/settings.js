import { byId } from "./dom.js";

/** Which faces count and how they are grouped, as the form says it. */
export class Settings {
  #slider = byId("threshold");
  #number = byId("threshold-number");
  #quality = byId("quality");

  constructor(changed) {
    this.#slider.addEventListener("input", () => {
      this.#number.value = this.#slider.value;
    });
    this.#number.addEventListener("input", () => {
      if (this.#number.validity.valid && this.#number.value) this.#slider.value = this.#number.value;
    });
    this.#number.addEventListener("change", () => {
      this.#number.value = this.#slider.value;
    });
    this.#quality.addEventListener("change", () => {
      this.#quality.value = this.#leastQuality;
    });
    for (const field of [this.#slider, this.#number, this.#quality, byId("distinct"), ...modes()]) {
      field.addEventListener("input", changed);
    }
  }

  /** The fields of a request. */
  get fields() {
    return {
      similarity_threshold: this.#slider.valueAsNumber,
      min_quality: this.#leastQuality,
      dedup: modes().find((mode) => mode.checked).value,
      same_photo_distinct: byId("distinct").checked,
      details: true,
    };
  }

  /** Within its range whatever was typed; nothing typed is 0. */
  get #leastQuality() {
    return Math.min(1, Math.max(0, this.#quality.valueAsNumber || 0));
  }

  get token() {
    return byId("token").value.trim();
  }

  askForToken() {
    byId("token").closest("details").open = true;
    byId("token").focus();
  }
}

function modes() {
  return [...document.querySelectorAll("input[name=dedup]")];
}
