import { byId } from "./dom.js";
import { Picture } from "./picture.js";

const NAMES = ["astronaut.jpg", "biden.jpg", "coffee.jpg", "obama.jpg", "obama2.jpg"];

/** Takes the images that the service brings along in place of those chosen, and goes on. */
export function offerSamples(list, chosen, failed) {
  byId("samples").addEventListener("click", async () => {
    try {
      const files = await Promise.all(NAMES.map(sample));
      list.clear();
      list.add(files.map(Picture.ofFile));
      chosen();
    } catch {
      failed(new Error("The sample images could not be loaded. Try again."));
    }
  });
}

async function sample(name) {
  const answer = await fetch(`web/samples/${name}`);
  if (!answer.ok) throw new Error(name);
  return new File([await answer.blob()], name, { type: "image/jpeg" });
}
