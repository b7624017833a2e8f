import { byId } from "./dom.js";
import { Picture } from "./picture.js";

/**
 * Lets images be chosen, dropped, pasted and named by address; gives a function that takes the
 * addresses that were written but not added yet.
 */
export function chooseFrom(list) {
  const addFiles = (files) => list.add([...files].map(Picture.ofFile));
  chosen(addFiles);
  dropped(addFiles);
  document.addEventListener("paste", (event) => addFiles(event.clipboardData.files));

  const addresses = byId("addresses");
  const takeAddresses = () => {
    const lines = addresses.value.split("\n").map((line) => line.trim());
    list.add(lines.filter((line) => line !== "").map(Picture.ofAddress));
    addresses.value = "";
  };
  byId("add-addresses").addEventListener("click", takeAddresses);
  return takeAddresses;
}

function chosen(addFiles) {
  const files = byId("files");
  files.addEventListener("change", () => {
    addFiles(files.files);
    files.value = ""; // so that a removed image can be chosen again
  });
}

// The whole page takes a drop: beside the field, a browser would show the file instead of the page.
function dropped(addFiles) {
  const drop = byId("drop");
  const highlight = (isOver) => drop.classList.toggle("over", isOver);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    highlight(true);
  });
  document.addEventListener("dragleave", (event) => highlight(event.relatedTarget !== null));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    highlight(false);
    addFiles(event.dataTransfer.files);
  });
}
