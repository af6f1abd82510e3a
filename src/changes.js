// A running calculator as hosts see it: it tells of each change, and opens what a host sets.
export function changes(calculator, tell) {
  let shown;
  // `set` is what the host has set, where that has led to it.
  const report = (set) => {
    shown = calculator.address();
    tell({ address: shown, total: calculator.total(), max: calculator.max(), grade: calculator.grade(), set });
  };
  calculator.onChange((address) => address === shown || report());
  return {
    report,
    open(address) {
      calculator.open(address, false);
      report(address);
    },
  };
}
