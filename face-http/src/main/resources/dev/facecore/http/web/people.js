import { colourOf, photograph } from "./boxes.js";
import { count, element } from "./dom.js";
import { bytesOf, save } from "./download.js";
import { nameOf, showLarge, showPhotograph } from "./large.js";

/** Every place where a person was seen: that of the kept face first, then the others. */
export function sightings(face) {
  const { image_index, box, confidence, occurrences } = face;
  return [{ image_index, box, confidence, similarity: null }, ...occurrences];
}

/** A person small; a click shows every place large. `boxesIn` gives all boxes of a image. */
export function personCard(face, person, pictures, boxesIn) {
  const places = byPhotograph(sightings(face));
  const card = element(
    "button",
    { type: "button", className: "card" },
    headshot(face, person),
    element("span", { className: "who" }, nameOf(person)),
    element("span", { className: "help" }, seenWords(face, places)),
  );
  card.style.setProperty("--person", colourOf(person));
  card.addEventListener("click", () => showPerson(face, person, places, pictures, boxesIn));
  return element("li", { className: "person" }, card);
}

function byPhotograph(places) {
  const indexes = [...new Set(places.map((seen) => seen.image_index))].sort((a, b) => a - b);
  return indexes.map((index) => ({ index, seen: places.filter((seen) => seen.image_index === index) }));
}

function headshot(face, person) {
  return element("img", {
    className: "headshot",
    src: face.headshot_base64,
    alt: `Headshot of ${nameOf(person).toLowerCase()}`,
    width: 160,
    height: 160,
  });
}

export function headshotFile(face, person) {
  return { name: `person-${person + 1}.jpg`, bytes: bytesOf(face.headshot_base64) };
}

function showPerson(face, person, places, pictures, boxesIn) {
  const download = element("button", { type: "button" }, "Download headshot");
  download.addEventListener("click", () => {
    const { name, bytes } = headshotFile(face, person);
    save(name, new Blob([bytes], { type: "image/jpeg" }));
  });
  const facts = `${seenWords(face, places)}. Confidence ${percent(face.confidence)}, quality ${percent(face.quality)}.`;
  showLarge(
    nameOf(person),
    element(
      "div",
      { className: "about" },
      headshot(face, person),
      element("div", {}, element("p", {}, facts), download),
    ),
    element(
      "div",
      { className: "places" },
      ...places.map(({ index, seen }) => place(pictures[index], seen, person, boxesIn(index))),
    ),
  );
}

function seenWords(face, places) {
  const times = 1 + face.occurrences.length;
  const photographs = count(places.length, "image", "images");
  return times === places.length
    ? `Seen in ${photographs}`
    : `Seen ${count(times, "time", "times")} in ${photographs}`;
}

function place(picture, seen, person, allBoxes) {
  const boxes = seen.map(({ box }) => ({ box, person }));
  const words = seen.map((one) => placeWords(one, !picture.preview)).join("; ");
  const open = element(
    "button",
    { type: "button", className: "open" },
    photograph(picture, boxes, `${nameOf(person)} in ${picture.name}`),
  );
  open.addEventListener("click", () => showPhotograph(picture, allBoxes, words));
  return element(
    "figure",
    {},
    open,
    element(
      "figcaption",
      {},
      element("span", { className: "name", title: picture.name }, picture.name),
      element("span", { className: "help" }, words),
    ),
  );
}

function placeWords({ box, similarity }, withBox) {
  const words = similarity === null ? "the face shown" : `similarity ${similarity.toFixed(2)}`;
  if (!withBox) return words;
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round);
  return `${words}, at ${x}, ${y}; ${width} × ${height} pixels`;
}

const percent = (share) => `${Math.round(share * 100)} %`;
