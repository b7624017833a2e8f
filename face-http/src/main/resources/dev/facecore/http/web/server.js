/** The service refused a request, or could not be asked. */
export class Refusal extends Error {
  constructor(message, status, requestId) {
    super(message);
    this.status = status;
    this.requestId = requestId;
  }
}

/** Asks for the people; `signal` stops it, `sent` is told which share of the body has gone. */
export function extractFaces(body, { token, signal, sent }) {
  return new Promise((resolve, reject) => {
    // fetch() cannot tell how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", "extract-faces");
    // The browser names the type of a form itself, because it makes the boundary.
    if (body instanceof Blob) request.setRequestHeader("Content-Type", body.type);
    if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = (event) => sent(event.loaded / event.total);
    request.onload = () => answer(request, resolve, reject);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort());
    if (signal.aborted) reject(signal.reason);
    else request.send(body);
  });
}

function answer(request, resolve, reject) {
  const read = parsed(request.responseText);
  if (request.status === 200 && read) return resolve(read);
  const message = read?.error ?? `The server answered with status ${request.status}.`;
  reject(new Refusal(message, request.status, read?.request_id));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreachable() {
  return new Refusal(
    "The connection to the server failed. It may be down, or the images may exceed its limit. Try again, or send fewer.",
    0,
  );
}
