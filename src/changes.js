// A running calculator as hosts see it: it tells of each change, and opens what a host sets.
export function changes({ page, open }, tell) {
  let shown;
  // `set` is what the host has set, where that has led to it.
  const report = (set) => {
    shown = page.address();
    tell({ address: shown, total: page.total(), max: page.max(), grade: page.grade(), set });
  };
  page.onChange((address) => address === shown || report());
  // Not every page tells at once what it shows already.
  if (shown === undefined) report();
  return {
    report,
    async open(address) {
      await open(address);
      report(address);
    },
  };
}
