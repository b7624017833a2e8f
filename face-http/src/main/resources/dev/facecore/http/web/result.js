import { byId, count } from "./dom.js";
import { save } from "./download.js";
import { personCard, sightings } from "./people.js";

/** The quality below which a face can hardly be recognised. */
const RECOGNISABLE = 0.05;

let text = "";

byId("download-json").addEventListener("click", () =>
  save("faces.json", new Blob([text], { type: "application/json" })),
);

/** Shows an answer; its text is offered for saving as it came. */
export function showResult(answer, answerText, pictures, list) {
  text = answerText;
  byId("result-title").textContent = summary(answer);
  byId("result-facts").textContent = facts(answer);
  showPeople(answer.faces, pictures);
  showInPhotographs(answer, pictures, list);
  byId("result").hidden = false;
}

/** Who can hardly be recognised comes last, folded away; numbers are those of the answer. */
function showPeople(faces, pictures) {
  const cards = faces.map((face, person) => personCard(face, person, pictures));
  const isUnclear = (person) => faces[person].quality < RECOGNISABLE;
  const unclear = cards.filter((_, person) => isUnclear(person));
  byId("people").replaceChildren(...cards.filter((_, person) => !isUnclear(person)));
  const fold = byId("unclear");
  fold.querySelector(".people").replaceChildren(...unclear);
  fold.querySelector("summary").textContent =
    `${count(unclear.length, "person", "people")} whose face can hardly be recognised`;
  fold.hidden = unclear.length === 0;
}

export function hideResult() {
  byId("result").hidden = true;
}

/** The answer in one sentence. */
export function summary(answer) {
  const people =
    answer.unique_faces === 0 ? "Nobody" : count(answer.unique_faces, "person", "people");
  const photographs = count(answer.images_processed, "photograph", "photographs");
  const failed = answer.image_errors?.length ?? 0;
  return `${people} in ${photographs}${failed ? `; ${failed} could not be read` : ""}`;
}

function facts(answer) {
  const { threshold, false_match_rate: rate } = answer.model;
  const strangers = rate
    ? `; at this threshold about one pair of strangers in ${Math.round(1 / rate).toLocaleString("en")} is taken for one person`
    : "";
  const faces = count(answer.total_faces_detected, "face", "faces");
  const seconds = (answer.processing_time_ms / 1000).toFixed(1);
  return `${faces} found in ${seconds} s with ${answer.model.embedder} + ${answer.model.detector}, threshold ${threshold.toFixed(2)}${strangers}. Request ${answer.request_id}.`;
}

function showInPhotographs(answer, pictures, list) {
  const faces = pictures.map(() => []);
  answer.faces.forEach((face, person) =>
    sightings(face).forEach(({ image_index, box }) => faces[image_index].push({ box, person })),
  );
  pictures.forEach((picture, index) => list.showFaces(picture, faces[index]));
  for (const { image_index, error } of answer.image_errors ?? []) {
    list.showError(pictures[image_index], error);
  }
}
