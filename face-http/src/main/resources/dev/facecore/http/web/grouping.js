import { joined } from "./linkage.js";

/** How far below the threshold a similarity still reaches it. */
const TOLERANCE = 1e-6;

/**
 * Groups faces as the service does; each is {vector, unreadable, quality, confidence, image_index, box}.
 * Gives the people by first appearance, each as {members, kept}: positions in the list of faces.
 */
export function grouped(faces, { threshold, dedup, distinct, penalty }) {
  const weighs = dedup !== "first";
  const similarity = (a, b) => matching(faces[a], faces[b], weighs ? penalty : 0);
  const rule = { floor: threshold - TOLERANCE, distinct, similarity };
  const groupOf = dedup === "cluster" ? joined(faces, rule) : firstSeen(faces, rule);
  const people = new Map();
  groupOf.forEach((group, face) => people.set(group, [...(people.get(group) ?? []), face]));
  return [...people.values()].map((members) => ({
    members,
    kept: weighs ? [...members].sort((a, b) => better(faces[a], faces[b]))[0] : members[0],
  }));
}

/** The cosine similarity. */
export function cosine(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Two faces that can hardly be read resemble each other whoever they are: their similarity is lowered. */
function matching(a, b, penalty) {
  return cosine(a.vector, b.vector) - penalty * a.unreadable * b.unreadable;
}

/** Each face joins the most similar person kept before it, the earliest on a tie. */
function firstSeen(faces, { floor, distinct, similarity }) {
  const kept = [];
  const seenIn = [];
  return faces.map((face, index) => {
    let best = -1;
    let nearest = floor;
    for (let person = 0; person < kept.length; person++) {
      if (distinct && seenIn[person].has(face.image_index)) continue;
      const near = isSame(faces[kept[person]], face) ? 1 : similarity(kept[person], index);
      if (near > nearest || (best < 0 && near >= floor)) [best, nearest] = [person, near];
    }
    if (best < 0) {
      best = kept.push(index) - 1;
      seenIn.push(new Set());
    }
    seenIn[best].add(face.image_index);
    return best;
  });
}

/** Whether two faces have the same embedding: one picture of a face. */
export function isSame(a, b) {
  return order(a.vector, b.vector) === 0;
}

/** An order of faces by what they are, never by where they stand. */
export function byContent(a, b) {
  return (
    order(a.vector, b.vector) ||
    a.quality - b.quality ||
    a.confidence - b.confidence ||
    order(edges(a.box), edges(b.box))
  );
}

const edges = ({ x, y, width, height }) => [x, y, width, height];

function better(a, b) {
  return b.quality - a.quality || b.confidence - a.confidence || byContent(a, b);
}

function order(a, b) {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}
