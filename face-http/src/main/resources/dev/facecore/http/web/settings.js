import { byId } from "./dom.js";

/** How faces are grouped, as the form says it. */
export class Settings {
  #slider = byId("threshold");
  #number = byId("threshold-number");

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
    for (const field of [this.#slider, this.#number, byId("distinct"), ...modes()]) {
      field.addEventListener("input", changed);
    }
  }

  /** The fields of a request. */
  get fields() {
    return {
      similarity_threshold: this.#slider.valueAsNumber,
      dedup: modes().find((mode) => mode.checked).value,
      same_photo_distinct: byId("distinct").checked,
      details: true,
    };
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
