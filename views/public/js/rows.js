// Going through the rows or cards of a page, one by one.

/** Cards where there are some, else the rows of tables, else panels. */
const KINDS = ['.card', 'tbody tr', '.panel'];

function rows() {
  const main = document.querySelector('main');
  for (const kind of KINDS) {
    const found = [...main.querySelectorAll(kind)].filter((row) => row.checkVisibility());
    if (found.length > 0) return found;
  }
  return [];
}

/** The row or card that has the focus, or in which something has it; null where there is none. */
export function currentRow() {
  return rows().find((row) => row.contains(document.activeElement)) ?? null;
}

/** Moves by `step` rows; the first press goes to the first row. */
export function moveBy(step) {
  const all = rows();
  const current = currentRow();
  const row = current === null ? all[0] : all[all.indexOf(current) + step];
  if (!row) return;
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** Opens what the row with the focus leads to. */
export function openRow() {
  if (document.activeElement !== currentRow()) return;
  const row = document.activeElement;
  // A row is named by its first cell; a card says at its foot where it stands.
  const link =
    row.querySelector('th a[href]') ?? row.querySelector('footer a[href]') ?? row.querySelector('a[href]');
  link?.click();
}

/** Checks the box of the current row, or unchecks it. */
export function checkRow() {
  currentRow()?.querySelector('input[type="checkbox"]')?.click();
}
