import { isDateText, unglued } from '../metadata/date-words.js';
import { isMenu } from './prose.js';
import { type FurnitureRule, rule, type Seen } from './rule.js';

/** Words of the longest line that gives nothing but a date, its label and its time. */
const MAX_DATE_WORDS = 22;

/** The same for the time and day at the head of a page. */
const MAX_CLOCK_WORDS = 10;

const DATE_LABEL =
  /(?:^|[\s|·(])(?:(?:first |last |date )?(?:published|updated|posted|modified|issued|created)|publication date|filed|ver(?:ö|oe)ffentlicht|aktualisiert|erschienen|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd)(?!\p{L})/iu;

const CLOCK = /^\d{1,2}[:.h]\d{2}(?![\d.]\d)(?!\d)/u;

/** Lines that say when: page clocks, publication and update dates. */
export const dateRules: readonly FurnitureRule[] = [
  rule('clock', 'clock of the page', 'date', isClockLine),
  rule('date', 'publication date', 'date', isDateLine),
  rule(
    'time',
    'time of day',
    'aside',
    ({ line }) =>
      line.length <= 24 &&
      CLOCK.test(line) &&
      /^[\d:.h\s]+(?:[ap]\.?m\.?|gmt|utc|et|uhr)?[\s\d:]*$/iu.test(line),
  ),
];

/** A time with a day, whatever the page has glued to them ("10:15 04.12.2014Get short URL"). */
function isClockLine({ line, measures }: Seen): boolean {
  if (measures.words > MAX_CLOCK_WORDS || measures.fullStop || !CLOCK.test(line)) return false;
  if (DATE_LABEL.test(unglued(line))) return false;
  return isDateText(line) || /^.{5,16}\d{1,2}[./ ](?:\d{1,2}|\p{L}{3,9})[./ ]\d{4}/u.test(line);
}

/** A year, a time, a numeric date or a span of time: "Updated: 30 killed" has none. */
const DATE_SIGN =
  /(?<!\d)(?:(?:19|20)\d{2}|\d{1,2}[:.h]\d{2}|\d{1,2}[./-]\d{1,2}|\d{1,2} (?:hours?|minutes?|days?) ago)(?!\d)|\b\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,9}\b|\b\p{L}{3,9}\.? \d{1,2}\b/u;

function isDateLine({ line: printed, block, measures }: Seen): boolean {
  if (measures.words > MAX_DATE_WORDS || measures.digitShare === 0) return false;
  const line = unglued(printed);
  if (isDateText(line) || block.pieces.some((piece) => isDateText(piece))) return true;
  if (block.pieces.some(isPostedPiece)) return true;
  const label = DATE_LABEL.exec(line);
  if (!label || !DATE_SIGN.test(line)) return false;
  const labelled = line.slice(label.index + label[0].length);
  // A sentence may say that a report was published in 2013; a label is followed by the date itself.
  if (label.index === 0 && /^\s*(?::|on\b|at\b|am\b|le\b|el\b|by\b|in\b|\d|[A-Z])/u.test(labelled))
    return !measures.fullStop || measures.words <= 8;
  return (/^\s*:/u.test(labelled) || CLOCK.test(line)) && !measures.fullStop;
}

/** "Posted in Local on Friday, December 5, 2014" as one entry of a line. */
function isPostedPiece(piece: string): boolean {
  const words = piece.split(' ');
  if (words.length > 14 || !/^(?:posted|published|updated|filed)\b/iu.test(piece)) return false;
  return words.some(
    (_, at) =>
      /^(?:on|at)$/iu.test(words[at] ?? '') &&
      isDateText(
        words
          .slice(at + 1)
          .join(' ')
          .replace(/\.$/u, ''),
      ),
  );
}

const NUMBERS_ONLY = /^[\d\s.,:+/%()°–-]{1,40}$/u;
const COUNTED =
  /^[\d.,]+\s?[km]?\+?\s*(?:shares?|comments?|views?|likes?|reads?|readers?|tweets?|votes?|replies|reactions?|followers?|photos?|images?|kommentare?|commentaires?|comentarios?|partages?|vues?)\b/iu;
const NETWORKS =
  /^(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|flipboard|messenger|tumblr|vkontakte|weibo|wechat|viber|google\+|digg|stumbleupon|xing|e-?mail|tweet|tweeten|share|teilen|partager|compartir|condividi|print|drucken|imprimer|imprimir|copy|link|save|like|pocket|skype|snapchat|rss|follow|us|on|via|this|by|to|the|and|&|article|page|story|\d[\d.,]*[km]?)$/iu;

/** Lines with next to no words: decoration, counters, menus, controls. */
export const controlRules: readonly FurnitureRule[] = [
  rule('decoration', 'decoration', 'aside', ({ line }) => !/[\p{L}\p{N}]/u.test(line)),
  rule(
    'counter',
    'counter',
    'aside',
    ({ line, measures }) =>
      NUMBERS_ONLY.test(line) || (measures.words <= 8 && !measures.fullStop && COUNTED.test(line)),
  ),
  rule(
    'address',
    'address of a page',
    'aside',
    ({ line }) => /^(?:https?:\/\/|www\.)\S+$/iu.test(line) || /^\S+@\S+\.\S+$/u.test(line),
  ),
  rule('sharing', 'sharing controls', 'aside', isSharing),
  rule('menu', 'menu', 'aside', isMenuLine),
  rule(
    'series',
    'label of a story series with its count',
    'series',
    ({ line, measures }) => measures.words <= 14 && /^[^\d].*\S\s?\(\d[\d.,]*\)$/u.test(line),
  ),
];

function isSharing({ line, measures }: Seen): boolean {
  if (measures.words > 12) return false;
  const words = line.split(/[\s|,•·:]+/u).filter((word) => /[\p{L}\p{N}&]/u.test(word));
  const lettered = words.some((word) => /\p{L}{3}/u.test(word));
  return lettered && words.every((word) => NETWORKS.test(word));
}

function isMenuLine(seen: Seen): boolean {
  const { block, measures } = seen;
  if (measures.ended || !isMenu(block)) return false;
  const longest = Math.max(...block.pieces.map((piece) => piece.split(' ').length));
  return block.pieces.length >= 3 ? longest <= 6 : longest <= 3;
}
