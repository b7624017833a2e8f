import { byId, count } from "./dom.js";
import { save } from "./download.js";
import { headshotFile, personCard, sightings } from "./people.js";
import { zip } from "./zip.js";

/** The quality below which a face can hardly be recognised. */
const RECOGNISABLE = 0.05;

let shown = null;
let people = [];

byId("download-json").addEventListener("click", () =>
  save("faces.json", new Blob([JSON.stringify(shown)], { type: "application/json" })),
);
byId("download-headshots").addEventListener("click", () =>
  save("headshots.zip", zip(people.map(headshotFile))),
);

/** Shows an answer, which is offered for saving. */
export function showResult(answer, pictures, list) {
  shown = answer;
  byId("result-title").textContent = summary(answer);
  byId("result-facts").textContent = facts(answer);
  byId("download-headshots").hidden = answer.faces.length === 0;
  people = inOrder(answer.faces);
  const boxes = boxesByPicture(people, pictures);
  showPeople(pictures, boxes);
  pictures.forEach((picture, index) => list.showFaces(picture, boxes[index]));
  for (const { image_index, error } of answer.image_errors ?? []) {
    list.showError(pictures[image_index], error);
  }
  byId("result").hidden = false;
}

const isUnclear = (face) => face.quality < RECOGNISABLE;

/** Those seen most come first, those who can hardly be recognised last; so they are numbered. */
function inOrder(faces) {
  return [...faces].sort(
    (a, b) => isUnclear(a) - isUnclear(b) || b.occurrences.length - a.occurrences.length,
  );
}

function showPeople(pictures, boxes) {
  const cards = people.map((face, person) =>
    personCard(face, person, pictures, (index) => boxes[index]),
  );
  const unclear = cards.splice(people.findIndex(isUnclear) >>> 0);
  byId("people").replaceChildren(...cards);
  const fold = byId("unclear");
  fold.querySelector(".people").replaceChildren(...unclear);
  fold.querySelector("summary").textContent =
    `${count(unclear.length, "person", "people")} whose face can hardly be recognised`;
  fold.hidden = unclear.length === 0;
}

export function hideResult() {
  byId("result").hidden = true;
}

/** Brings the answer into view. */
export function goToResult() {
  byId("result-title").focus({ preventScroll: true });
  byId("result").scrollIntoView({ block: "start" });
}

/** The answer in one sentence. */
export function summary(answer) {
  const people =
    answer.unique_faces === 0 ? "Nobody" : count(answer.unique_faces, "person", "people");
  const photographs = count(answer.images_processed, "image", "images");
  const failed = answer.image_errors?.length ?? 0;
  return `${people} in ${photographs}${failed ? `; ${failed} could not be read` : ""}`;
}

function facts(answer) {
  const faces = count(answer.total_faces_detected, "face", "faces");
  const seconds = (answer.processing_time_ms / 1000).toFixed(1);
  return `${faces} found in ${seconds} s with ${answer.model.embedder} + ${answer.model.detector}. Request ${answer.request_id}.`;
}

function boxesByPicture(faces, pictures) {
  const boxes = pictures.map(() => []);
  faces.forEach((face, person) =>
    sightings(face).forEach(({ image_index, box }) => boxes[image_index].push({ box, person })),
  );
  return boxes;
}
