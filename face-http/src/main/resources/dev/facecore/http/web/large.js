import { colourOf, photograph } from "./boxes.js";
import { byId, element } from "./dom.js";

const dialog = byId("large");

// A click beside what it shows closes it, as the key Escape does.
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest(".close")) dialog.close();
});

/** Shows something large until it is closed. */
export function showLarge(title, ...content) {
  const close = element("button", { type: "button", className: "close" }, "Close");
  const heading = element("h2", { id: "large-title" }, title);
  dialog.replaceChildren(
    element("div", { className: "sheet" }, element("div", { className: "bar" }, heading, close), ...content),
  );
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}

/** Shows a image large with its boxes and who they are; boxes are {box, person}. */
export function showPhotograph(picture, boxes, words) {
  const people = [...new Set(boxes.map(({ person }) => person))].sort((a, b) => a - b);
  const names = people.map((person) => {
    const name = element("li", {}, nameOf(person));
    name.style.setProperty("--person", colourOf(person));
    return name;
  });
  showLarge(
    picture.name,
    photograph(picture, boxes, picture.name, nameOf),
    element("p", { className: "help" }, words),
    element("ul", { className: "names" }, ...names),
  );
}

export const nameOf = (person) => `Person ${person + 1}`;
