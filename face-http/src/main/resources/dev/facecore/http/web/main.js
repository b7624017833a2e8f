import { chooseFrom } from "./choose.js";
import { byId } from "./dom.js";
import { done, hideError, showError, working } from "./messages.js";
import { PictureList } from "./picture-list.js";
import { requestBody } from "./request-body.js";
import { hideResult, showResult, summary } from "./result.js";
import { extractFaces } from "./server.js";
import { Settings } from "./settings.js";

/** A moved setting asks again by itself while that sends no more than this. */
const EASILY_SENT_BYTES = 20e6;
const PAUSE_MS = 400;

const list = new PictureList(byId("pictures"), picturesChanged);
const settings = new Settings(settingsChanged);
const takeAddresses = chooseFrom(list);
let underWay = null;
let isAnswered = false;
let pause = null;

byId("request").addEventListener("submit", async (event) => {
  event.preventDefault();
  takeAddresses();
  if (await ask()) byId("result-title").focus();
});
byId("cancel").addEventListener("click", () => stop("Cancelled."));
byId("clear").addEventListener("click", () => {
  list.clear();
  byId("files").focus();
});

function picturesChanged() {
  const isEmpty = list.pictures.length === 0;
  byId("clear").hidden = isEmpty;
  hideError();
  if (isEmpty) forget("");
  else if (isAnswered || underWay) stop("The photographs have changed: press “Find people”.");
}

function settingsChanged() {
  clearTimeout(pause);
  if (!isAnswered) return;
  const bytes = list.pictures.reduce((sum, picture) => sum + picture.bytesToSend, 0);
  if (bytes <= EASILY_SENT_BYTES) pause = setTimeout(ask, PAUSE_MS);
  else stop("The settings have changed: press “Find people”.");
}

function stop(words) {
  clearTimeout(pause);
  underWay?.abort();
  done(words);
}

function forget(words) {
  isAnswered = false;
  stop(words);
  hideResult();
  list.forgetResults();
}

/** Asks about all photographs; whether there is an answer to look at. */
async function ask() {
  stop("");
  hideError();
  const pictures = list.pictures;
  const own = new AbortController();
  underWay = own;
  busy(true);
  try {
    if (pictures.length === 0) throw new Error("Choose at least one photograph first.");
    const { text, answer } = await answerTo(pictures, own.signal);
    await list.previewsMade();
    own.signal.throwIfAborted();
    showResult(answer, text, pictures, list);
    isAnswered = true;
    done(summary(answer));
    return true;
  } catch (error) {
    if (own.signal.aborted) return false;
    forget("");
    showError(error);
    if (error.status === 401) settings.askForToken();
    return false;
  } finally {
    if (underWay === own) busy(false);
  }
}

async function answerTo(pictures, signal) {
  const body = await requestBody(pictures, settings.fields, (read) =>
    working("Reading the photographs", read / pictures.length),
  );
  signal.throwIfAborted();
  return extractFaces(body, {
    token: settings.token,
    signal,
    sent: (share) =>
      share < 1 ? working("Sending the photographs", share) : working("Looking for people"),
  });
}

function busy(isBusy) {
  if (!isBusy) underWay = null;
  byId("cancel").hidden = !isBusy;
  byId("result").setAttribute("aria-busy", String(isBusy));
}
