// The list of articles: how many are checked, all of a page at once, addresses without empty parts.

const form = document.querySelector('[data-bulk]');
const boxes = [...form.querySelectorAll('input[name="article"]')];
const all = form.querySelector('[data-check-all]');
const bar = form.querySelector('[data-bulk-bar]');
const scopes = [...form.querySelectorAll('input[name="scope"]')];

/** The bar stays in sight while something is checked, and says how much. */
function showChecked() {
  const count = boxes.filter((box) => box.checked).length;
  bar.querySelector('[data-checked-count]').textContent = String(count);
  bar.classList.toggle('follows', count > 0);
  all.checked = count === boxes.length;
  all.indeterminate = count > 0 && count < boxes.length;
}

all.hidden = false;
all.nextElementSibling?.remove();
all.addEventListener('change', () => {
  for (const box of boxes) box.checked = all.checked;
  showChecked();
});
form.addEventListener('change', (event) => {
  if (!event.target.matches('input[name="article"]')) return;
  for (const scope of scopes) scope.checked = scope.value === 'checked';
  showChecked();
});
showChecked();
// A browser that comes back to the page checks what was checked, after this script ran.
window.addEventListener('pageshow', showChecked);

/** Fields that were left empty do not belong into the address. */
for (const filter of document.querySelectorAll('form[data-filter]')) {
  filter.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
}
