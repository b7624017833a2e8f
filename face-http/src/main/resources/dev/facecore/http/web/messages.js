import { byId, element } from "./dom.js";

/** How far the work is; read out as it changes. Without a share, its end is not known. */
export function working(words, share) {
  const bar = byId("progress");
  bar.hidden = false;
  if (share === undefined) bar.removeAttribute("value");
  else bar.value = share;
  say(words);
}

/** The work is over. */
export function done(words) {
  byId("progress").hidden = true;
  say(words);
}

// An unchanged text is not set again, so that it is not read out again.
function say(words) {
  const status = byId("status");
  if (status.textContent !== words) status.textContent = words;
}

export function showError(error) {
  const box = byId("error");
  const parts = [element("p", {}, error.message)];
  if (error.requestId) parts.push(element("p", { className: "help" }, `Request ${error.requestId}`));
  box.replaceChildren(...parts);
  box.hidden = false;
}

export function hideError() {
  byId("error").hidden = true;
}
