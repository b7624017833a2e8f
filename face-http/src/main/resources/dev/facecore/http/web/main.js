import { chooseFrom } from "./choose.js";
import { byId } from "./dom.js";
import { showPhotograph } from "./large.js";
import { done, hideError, showError, working } from "./messages.js";
import { PictureList } from "./picture-list.js";
import { canRegroup, regrouped, UNGROUPED } from "./regroup.js";
import { requestBody } from "./request-body.js";
import { goToResult, hideResult, showResult, summary } from "./result.js";
import { offerSamples } from "./samples.js";
import { extractFaces } from "./server.js";
import { Settings } from "./settings.js";
import { token } from "./token.js";

const list = new PictureList(byId("pictures"), picturesChanged, showPhotograph);
const settings = new Settings(settingsChanged);
const takeAddresses = chooseFrom(list);
let underWay = null;
/** The last answer with each face for itself; null where there is none, or the page cannot group it. */
let ungrouped = null;
let isAnswered = false;

offerSamples(list, find, showError);
byId("request").addEventListener("submit", (event) => {
  event.preventDefault();
  takeAddresses();
  find();
});
byId("cancel").addEventListener("click", () => stop("Cancelled."));
byId("clear").addEventListener("click", () => {
  list.clear();
  byId("files").focus();
});

async function find() {
  if (await ask()) goToResult();
}

function picturesChanged() {
  const isEmpty = list.pictures.length === 0;
  byId("clear").hidden = isEmpty;
  hideError();
  if (isEmpty) forget("");
  else if (isAnswered || underWay) stop("The images have changed. Press “Find people”.");
}

/** Groups anew in the page; nothing is sent again. */
function settingsChanged() {
  if (!isAnswered) return;
  if (!ungrouped) return stop("The settings have changed. Press “Find people”.");
  const answer = regrouped(ungrouped.answer, settings.values);
  showResult(answer, ungrouped.pictures, list);
  done(summary(answer));
}

function stop(words) {
  underWay?.abort();
  done(words);
}

function forget(words) {
  isAnswered = false;
  ungrouped = null;
  stop(words);
  hideResult();
  list.forgetResults();
}

/** Asks about all images; whether there is an answer to look at. */
async function ask() {
  stop("");
  hideError();
  const pictures = list.pictures;
  const own = new AbortController();
  underWay = own;
  busy(true);
  try {
    if (pictures.length === 0) throw new Error("Choose at least one image first.");
    const answer = await answerTo(pictures, own.signal);
    await list.previewsMade();
    own.signal.throwIfAborted();
    showResult(answer, pictures, list);
    isAnswered = true;
    done(summary(answer));
    return true;
  } catch (error) {
    if (own.signal.aborted) return false;
    forget("");
    if (error.status === 401) token.ask(find);
    else showError(error);
    return false;
  } finally {
    if (underWay === own) busy(false);
  }
}

async function answerTo(pictures, signal) {
  const apart = await sent(pictures, UNGROUPED, signal);
  ungrouped = canRegroup(apart) ? { answer: apart, pictures } : null;
  return ungrouped
    ? regrouped(apart, settings.values)
    : await sent(pictures, settings.fields, signal);
}

async function sent(pictures, fields, signal) {
  const body = await requestBody(pictures, fields, (read) =>
    working("Reading the images", read / pictures.length),
  );
  signal.throwIfAborted();
  return extractFaces(body, {
    token: token.value,
    signal,
    sent: (share) =>
      share < 1 ? working("Sending the images", share) : working("Looking for people"),
  });
}

function busy(isBusy) {
  if (!isBusy) underWay = null;
  byId("cancel").hidden = !isBusy;
  byId("result").setAttribute("aria-busy", String(isBusy));
}
