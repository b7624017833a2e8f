import { byId } from "./dom.js";

const KEY = "api-token";

/** The service's token, asked for when the service wants one and kept for this tab only. */
export const token = {
  get value() {
    return sessionStorage.getItem(KEY) ?? "";
  },

  /** Asks for it; calls back when it was given. */
  ask(given) {
    byId("token-words").textContent = this.value
      ? "The server did not accept this token."
      : "This server requires a token.";
    const form = byId("access");
    form.hidden = false;
    byId("token").value = "";
    byId("token").focus();
    form.onsubmit = (event) => {
      event.preventDefault();
      const value = byId("token").value.trim();
      if (!value) return;
      sessionStorage.setItem(KEY, value);
      form.hidden = true;
      given();
    };
  },
};
