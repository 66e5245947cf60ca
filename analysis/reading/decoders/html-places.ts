import { type DomElement, type DomNode, isElement, isTextNode } from './dom.js';

/** Classes by which pages mark the summary between headline and text. */
export const STANDFIRST =
  /(?:^|[\s_-])(?:standfirst|deck|dek|chapo|subtitle|sub-?headline|article-summary|lede?-text|teaser-text|intro)(?:$|[\s_-])/iu;

/** Elements that never hold the article. */
const TAG_REASONS: ReadonlyMap<string, string> = new Map([
  ['nav', 'menu'],
  ['aside', 'box beside the article'],
  ['footer', 'page footer'],
  ['figcaption', 'picture caption'],
  ['caption', 'table caption'],
  ['button', 'button'],
  ['form', 'form'],
  ['dialog', 'dialog of the page'],
]);

/**
 * Names in classes and ids that say what an element is for, in this order. They are believed only
 * of elements with little text, since some pages call their whole article "content-with-comments".
 */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:$|[\s_-])/iu, 'cookie notice'],
  [
    /(?:^|[\s_-])(?:caption|legende|bildunterschrift|photo-?credit|image-?credit|wp-caption-text)(?:$|[\s_-])/iu,
    'picture caption',
  ],
  [
    /(?:^|[\s_-])(?:read-?more|alire|lire-?aussi|see-?also|related(?:-\w+)?|recirc|outbrain|taboola|recommended|most-?(?:read|popular|viewed)|trending|promo|teaser-list)(?:$|[\s_-])/iu,
    'links to other pieces',
  ],
  [
    /(?:^|[\s_-])(?:ad|ads|advert|advertisement|ad-?slot|sponsor(?:ed)?|reklam|werbung|anzeige)(?:$|[\s_-])/iu,
    'advertisement',
  ],
  [/(?:^|[\s_-])(?:newsletter|subscribe|subscription|paywall|abo)(?:$|[\s_-])/iu, 'invitation to subscribe'],
  [/(?:^|[\s_-])(?:share|sharing|share-?tools|social|social-?links)(?:$|[\s_-])/iu, 'sharing controls'],
  [/(?:^|[\s_-])(?:comments?|disqus|disqus_thread)(?:$|[\s_-])/iu, 'comments'],
  [/(?:^|[\s_-])(?:highlights|key-?points)(?:$|[\s_-])/iu, 'highlights box'],
  [/(?:^|[\s_-])(?:breadcrumbs?|crumbs|menu|navbar|topbar|skip)(?:$|[\s_-])/iu, 'menu'],
  [/(?:^|[\s_-])(?:author-?bio|about-?the-?author)(?:$|[\s_-])/iu, 'note about the author'],
];

/** Characters, and nodes, of the largest box that a name alone settles. */
const MAX_BOX = 1_200;

/** Why an element is not part of the article as its tag, class or id says, or null. */
export function outsideReason(element: DomElement, tag: string): string | null {
  const byTag = TAG_REASONS.get(tag);
  if (byTag)
    return tag === 'aside' || tag === 'footer' || tag === 'form' ? whereShort(element, byTag) : byTag;
  if (isHidden(element)) return whereShort(element, 'hidden on the page');
  const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (name.trim() === '') return null;
  const named = NAMED.find(([pattern]) => pattern.test(name.slice(0, 300)));
  return named ? whereShort(element, named[1]) : null;
}

function isHidden(element: DomElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true;
  return /display\s*:\s*none/iu.test((element.getAttribute('style') ?? '').slice(0, 300));
}

/** Old templates wrap whole articles into elements named or tagged for something else. */
function whereShort(element: DomElement, reason: string): string | null {
  return isShort(element) ? reason : null;
}

/** Stops as soon as the element is known to be long: boxes are nested, and each would be read again. */
function isShort(element: DomElement): boolean {
  const open: DomNode[] = [element];
  let characters = 0;
  for (let visited = 0; visited < MAX_BOX; visited++) {
    const node = open.pop();
    if (!node) return true;
    if (isTextNode(node)) characters += (node.textContent ?? '').length;
    else if (isElement(node)) open.push(...node.childNodes);
    if (characters > MAX_BOX) return false;
  }
  return false;
}
