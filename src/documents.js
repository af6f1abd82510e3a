// Fetching documents. Asked for in this way, a browser makes a document of what comes and runs nothing in it, also under a
// policy that trusts no text with that.

/** Gives the request once it is answered, whatever the answer; `type` is what it is read as, whatever a host calls it. */
export function fetchDocument(address, type) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    if (type) request.overrideMimeType(type);
    request.onload = () => done(request);
    request.onerror = () => fail(new Error(`${address} was not loaded`));
    request.send();
  });
}

/** The document of an answer, which is refused where there is none. */
export function documentOf({ status, response }) {
  if (status !== 200 || !response) throw new Error(`the server answered ${status}`);
  return response;
}
