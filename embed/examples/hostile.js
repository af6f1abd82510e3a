const odd = [null, 1, "set", [], { lawgrade: 2, type: "set", address: "x" }, { lawgrade: 1, type: "boom" }, { lawgrade: 1, type: "set", address: 3 }, { lawgrade: 1, type: "set", address: "x".repeat(1e5) }];
let sent = 0;
const flood = () => {
  const frame = document.querySelector("law-grade").shadowRoot?.querySelector("iframe")?.contentWindow;
  for (let times = 0; frame && times < 200; times += 1) {
    frame.postMessage(odd[sent % odd.length], "*");
    sent += 1;
  }
  document.getElementById("sent").textContent = sent;
  if (sent < 20000) setTimeout(flood);
};
if (document.readyState === "complete") flood();
else addEventListener("load", flood);
