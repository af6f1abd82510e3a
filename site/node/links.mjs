// Asks for each address that comes on standard input, a line each, and writes what came of it: the status and the address,
// or the reason why there was no answer. A page that only its browser can open, because a server leaves out a certificate
// on the way to its own, is told as such.
const addresses = (await new Response(process.stdin).text()).split("\n").filter(Boolean);
const AT_ONCE = 4;
const LONGEST = 20_000;

async function ask(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(LONGEST), headers: { "user-agent": "Lawgrade check-links" } });
    await answer.body?.cancel();
    return String(answer.status);
  } catch (error) {
    return error.cause?.code ?? error.name;
  }
}

const waiting = addresses.values();
const told = new Map();
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (const address of waiting) told.set(address, await ask(address));
}));
for (const address of addresses) console.log(`${told.get(address)} ${address}`);
