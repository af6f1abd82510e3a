/** Shows the task of a workshop above the calculator, where the page was opened for one; the script lies beside `home`. */
export function openTask(home) {
  if (/[?&]task=/.test(location.search)) import(new URL(`${home}task.js`, document.baseURI)).catch((error) => console.warn(error));
}
