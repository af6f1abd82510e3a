// A host's own card: a card file, a spreadsheet or a table at an address that the host's page may read.

// In bytes, unless the host allows more.
const MOST = 1 << 20;

/**
 * The file at an address: what it is called, and its bytes.
 * @throws {RangeError} where it is larger than allowed
 */
export async function cardOf(address, most = MOST) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const tooLarge = () => new RangeError("the card is too large");
  if (Number(response.headers.get("content-length")) > most) throw tooLarge();
  const [reader, parts] = [response.body.getReader(), []];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
  const bytes = await new Blob(parts).arrayBuffer();
  return { name: address.pathname.split("/").pop(), bytes };
}
