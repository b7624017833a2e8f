import { element } from "./dom.js";

/** Offers a file for saving. */
export function save(name, blob) {
  const href = URL.createObjectURL(blob);
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** The bytes of a base64 data URI. */
export function bytesOf(dataUri) {
  const text = atob(dataUri.slice(dataUri.indexOf(",") + 1));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
