// Has the program of frameworks' pages read its data in steps, between which the page answers.
import { pause } from "./pause.js";
import { LoadError } from "./programs.js";

/** The program and what it has read: of `lines`, or of those that stand in the page. */
export async function readInSteps(programs, lines = programs.lines) {
  const [program, texts] = await Promise.all([programs.program("framework"), programs.texts("framework")]);
  try {
    const reading = new program.Reading(lines, texts);
    while (reading.goOn()) await pause();
    await pause();
    return { program, data: reading.data() };
  } catch {
    throw new LoadError("bad_data");
  }
}
