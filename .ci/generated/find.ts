// Finds a face with the generated TypeScript client: node find.js ADDRESS PHOTO
import { readFileSync } from "node:fs";
import { Configuration, Dedup, FacesApi, StateApi } from "./client/index.js";

const [address, photo] = process.argv.slice(2);
const configuration = new Configuration({ basePath: address });
const images = [{ image_base64: readFileSync(photo).toString("base64") }];
const answer = await new FacesApi(configuration).extractFaces({
  extractRequest: { images, dedup: Dedup.Cluster, details: true },
});
const [person] = answer.faces;
const ready = await new StateApi(configuration).ready();
if (person.embedding.length !== 512 || !person.box || person.box.width <= 0 || ready.status !== "ready") {
  throw new Error("the answer is not whole");
}
console.log(`TypeScript: ${answer.unique_faces} unique of ${answer.total_faces_detected} faces`);
