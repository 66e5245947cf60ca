// One line that a screen reader speaks when its words change.

const line = document.createElement('p');
line.className = 'visually-hidden';
line.setAttribute('role', 'status');
document.body.append(line);

/** Has a screen reader say these words. */
export function say(words) {
  line.textContent = words;
}
