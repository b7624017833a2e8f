import { colourOf, photograph } from "./boxes.js";
import { count, element } from "./dom.js";
import { jpegOf, save } from "./download.js";

/** Every place where a person was seen: that of the kept face first, then the others. */
export function sightings(face) {
  const { image_index, box, confidence, occurrences } = face;
  return [{ image_index, box, confidence, similarity: null }, ...occurrences];
}

/** A person with all the places where they were seen, by photograph. */
export function personCard(face, person, pictures) {
  const places = byPhotograph(sightings(face));
  return element(
    "li",
    { className: "person" },
    who(face, person, places),
    element(
      "div",
      { className: "places" },
      ...places.map(({ index, seen }) => place(pictures[index], seen, person)),
    ),
  );
}

function byPhotograph(places) {
  const indexes = [...new Set(places.map((seen) => seen.image_index))].sort((a, b) => a - b);
  return indexes.map((index) => ({ index, seen: places.filter((seen) => seen.image_index === index) }));
}

function who(face, person, places) {
  const title = `Person ${person + 1}`;
  const headshot = element("img", {
    className: "headshot",
    src: face.headshot_base64,
    alt: `Headshot of ${title.toLowerCase()}`,
    width: 160,
    height: 160,
  });
  const heading = element("h3", {}, title);
  heading.style.setProperty("--person", colourOf(person));
  const download = element("button", { type: "button" }, "Download headshot");
  download.setAttribute("aria-label", `Download headshot of ${title.toLowerCase()}`);
  download.addEventListener("click", () =>
    save(`person-${person + 1}.jpg`, jpegOf(face.headshot_base64)),
  );
  return element(
    "div",
    { className: "who" },
    headshot,
    element("div", {}, heading, element("p", {}, seenWords(face, places)), ...quality(face), download),
  );
}

function seenWords(face, places) {
  const times = 1 + face.occurrences.length;
  const photographs = count(places.length, "photograph", "photographs");
  return times === places.length
    ? `Seen in ${photographs}`
    : `Seen ${count(times, "time", "times")} in ${photographs}`;
}

function quality(face) {
  const words = [`Confidence ${percent(face.confidence)}`, `Quality ${percent(face.quality)}`];
  return words.map((line) => element("p", { className: "help" }, line));
}

function place(picture, seen, person) {
  const boxes = seen.map(({ box }) => ({ box, person }));
  const words = `Person ${person + 1} in ${picture.name}`;
  return element(
    "figure",
    {},
    photograph(picture, boxes, words),
    element(
      "figcaption",
      {},
      element("span", { className: "name", title: picture.name }, picture.name),
      ...seen.map((one) => element("span", { className: "help" }, placeWords(one, !picture.preview))),
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
