const by = (id) => document.getElementById(id);
by("first").addEventListener("lawgrade-change", ({ detail }) => {
  by("grade-heard").textContent = `${detail.grade}, ${detail.total} of ${detail.max}`;
});
const second = by("second");
by("move").addEventListener("click", () => by("column").append(second));
by("remove").addEventListener("click", () => second.remove());
