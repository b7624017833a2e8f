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
      this.#quality.value = this.values.quality;
    });
    for (const field of [this.#slider, this.#number, this.#quality, byId("distinct"), ...modes()]) {
      field.addEventListener("input", () => {
        this.#summarise();
        changed();
      });
    }
    this.#summarise();
  }

  /** What was chosen; a quality is within its range whatever was typed, and nothing typed is 0. */
  get values() {
    return {
      threshold: this.#slider.valueAsNumber,
      quality: Math.min(1, Math.max(0, this.#quality.valueAsNumber || 0)),
      dedup: modes().find((mode) => mode.checked).value,
      distinct: byId("distinct").checked,
    };
  }

  /** The same as fields of a request. */
  get fields() {
    const { threshold, quality, dedup, distinct } = this.values;
    return {
      similarity_threshold: threshold,
      min_quality: quality,
      dedup,
      same_photo_distinct: distinct,
      details: true,
    };
  }

  #summarise() {
    const { threshold, dedup } = this.values;
    byId("settings-words").textContent = `Settings: similarity ${threshold.toFixed(2)}, ${dedup}`;
  }
}

function modes() {
  return [...document.querySelectorAll("input[name=dedup]")];
}
