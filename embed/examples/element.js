const calculator = document.getElementById("calculator");
calculator.addEventListener("lawgrade-change", ({ detail }) => {
  document.getElementById("grade").textContent = `${detail.grade}, ${detail.total} of ${detail.max}`;
});
document.getElementById("set").addEventListener("click", () => {
  calculator.address = "pic-2019/ct-2019/on=trafficking-law-reaches-buyers";
});
