// A proxy that leads nowhere and hears what a page wants from a network. What the browser asks of its makers
// is left out.
import { createServer } from "node:http";

export async function snare(makers) {
  const heard = new Set();
  const hear = (host) => {
    if (!makers.some((maker) => host === maker || host.endsWith(`.${maker}`))) heard.add(host);
  };
  const server = createServer((request, response) => {
    hear(new URL(request.url).hostname);
    response.writeHead(503).end();
  });
  server.on("connect", (request, socket) => {
    hear(request.url.split(":")[0]);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { heard: () => [...heard], port: server.address().port, end: () => server.close() };
}
