// Paper cannot be clicked: reasons and folded cards are opened for printing, and folded again after it.

const FOLDED = '.card details:not([open]), details.fold:not([open]), details.more:not([open])';

let opened = [];

window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll(FOLDED)];
  for (const details of opened) details.open = true;
});
window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});
