// Escape hides the explanation of the words under the pointer, until the pointer leaves them.

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') document.body.classList.add('no-tips');
});
for (const type of ['pointerout', 'focusout']) {
  document.addEventListener(type, () => document.body.classList.remove('no-tips'));
}
