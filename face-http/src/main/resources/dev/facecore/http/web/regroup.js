import { cosine, grouped } from "./grouping.js";

/** With these the service leaves every face for itself, so that the page can group them. */
export const UNGROUPED = { similarity_threshold: 1, dedup: "first", details: true };

/** More faces take the page too long to group. */
const MOST_FACES = 1500;

export const canRegroup = (answer) => answer.total_faces_detected <= MOST_FACES;

/**
 * The answer that the service would give to other settings: {threshold, dedup, distinct, quality}.
 *
 * @param answer to a request with the fields of UNGROUPED
 */
export function regrouped(answer, { threshold, dedup, distinct, quality }) {
  const faces = everyFace(answer).filter((face) => face.quality >= quality);
  const penalty = answer.model.unreadable_penalty;
  const people = grouped(faces, { threshold, dedup, distinct, penalty });
  const { false_match_rate: _, ...model } = answer.model;
  return {
    ...answer,
    faces: people.map((person) => personOf(person, faces)),
    total_faces_detected: faces.length,
    unique_faces: people.length,
    model: { ...model, threshold },
  };
}

/** All faces by image and within it from the left; what the service found twice has one embedding. */
function everyFace(answer) {
  const faces = answer.faces.flatMap((face) => {
    const { occurrences, ...rest } = face;
    // The service's numbers are floats: the nearest double of their digits is another number.
    const kept = { ...rest, vector: Float32Array.from(rest.embedding) };
    const others = occurrences.map(({ image_index, box, confidence }) => ({
      ...kept,
      image_index,
      box,
      confidence,
    }));
    return [kept, ...others];
  });
  return faces.sort((a, b) => a.image_index - b.image_index || a.box.x - b.box.x);
}

function personOf({ members, kept }, faces) {
  const { vector, ...face } = faces[kept];
  const occurrences = members
    .filter((member) => member !== kept)
    .map((member) => {
      const { image_index, box, confidence, vector: other } = faces[member];
      const similarity = Math.max(-1, Math.min(1, cosine(vector, other)));
      return { image_index, box, confidence, similarity: Math.round(similarity * 1e6) / 1e6 };
    });
  return { ...face, occurrences };
}
