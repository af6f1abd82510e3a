// The addresses of a workshop: behind the `#` of its page stands a task, or what a group hands in for one. Both end with an
// address of the calculator as that has written it. Nothing behind a `#` is ever sent to a server.

// The scenario comes last and as it is, so that whatever a program hangs on a link is where the core leaves it out.
const form = /(task|hand-in)=1((?:&[a-z]+=[^&#]*)*)&at=(\S+)/;

const written = (kind, fields) => [`#${kind}=1`, ...Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join("&");

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function read(kind, text) {
  // Some programs encode a whole link once more.
  const [, found, fields, at] = form.exec(text) ?? form.exec(decoded(text)) ?? [];
  if (found !== kind) return undefined;
  const pairs = fields.split("&").filter(Boolean).map((pair) => pair.split("="));
  return { ...Object.fromEntries(pairs.map(([name, value]) => [name, decoded(value)])), at };
}

/** The address of a task, from the `#` on: what is to be done, the target in words, the groups' names, and the scenario to start from. */
export const taskAddress = ({ say, goal, groups, at }) => `${written("task", { say, goal, groups })}&at=${at}`;

/** The task in a text that has its link; nothing, where there is none. */
export const taskIn = (text) => read("task", text);

/** The address of what a group hands in, from the `#` on. */
export const handInAddress = ({ group, at }) => `${written("hand-in", { group })}&at=${at}`;

/** What a group hands in, in a text that has its link; nothing, where there is none. */
export const handInIn = (text) => read("hand-in", text);

/** The address of the card as it is, of any address on it. */
export const cardOf = (address) => address.split("/").slice(0, 2).join("/");
