import { element, svg } from "./dom.js";

const GOLDEN_ANGLE = 137.508;

/** A colour of their own for each person, whatever their number. */
export const colourOf = (person) => `hsl(${(160 + person * GOLDEN_ANGLE) % 360} 85% 38%)`;

/**
 * An image with boxes over it; each box is {box, person}, in pixels of the image as displayed.
 *
 * @param label what is written at the box of a person, from 0
 */
export function photograph(picture, boxes, description, label = (person) => String(person + 1)) {
  const { preview } = picture;
  if (!preview) return placeholder(picture, description);
  const { width, height } = preview;
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    ...boxes.flatMap((face) => drawn(face, label(face.person), preview)),
  );
  const image = element("img", { src: preview.address, alt: description, width, height });
  return element("div", { className: "photograph" }, image, drawing);
}

function placeholder(picture, description) {
  const words = picture.preview === undefined ? "…" : picture.file ? "No preview" : "At its address";
  return element("div", { className: "photograph none", role: "img", "aria-label": description }, words);
}

function drawn({ box, person }, label, { width, height }) {
  const colour = colourOf(person);
  const frame = svg("rect", { ...box, class: "box", stroke: colour, "data-person": person + 1 });
  const textSize = Math.max(width, height) / (label.length > 3 ? 32 : 14);
  const tag = { width: textSize * (0.5 + 0.55 * label.length), height: textSize * 1.1 };
  // Above the box and within the image.
  const x = Math.max(0, Math.min(box.x, width - tag.width));
  const y = Math.max(0, box.y - tag.height);
  return [
    frame,
    svg("rect", { x, y, ...tag, fill: colour }),
    svg("text", { x: x + tag.width / 2, y: y + textSize * 0.85, "font-size": textSize }, label),
  ];
}
