// Comforts on top of pages that work without any script: one subject a file.

import './auto-forms.js';
import './drop-files.js';
import './keyboard.js';
import './paper.js';
import './polling.js';
import './sending.js';
import './tips.js';

/** Lists whose rows can be checked have more of their own. */
if (document.querySelector('[data-bulk]')) import('./library.js');

/** Forms of drafts show what the draft would do. */
if (document.querySelector('form[data-draft]')) import('./preview.js');
