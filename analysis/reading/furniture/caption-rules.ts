import { type FurnitureRule, rule, type Seen } from './rule.js';

/** Words of the longest captions met in news pages. */
const MAX_CAPTION_WORDS = 60;

/** The same for captions that only their beginning gives away. */
const MAX_UNCREDITED_WORDS = 45;

const PICTURE =
  '(?:photo(?:graph|s)?|picture|image|pic|foto|bild|photographie|crédit|imagen|abbildung|graphic|illustration)';
const CREDIT_START = new RegExp(
  `^\\(?(?:(?:courtesy|file|handout|stock) (?:photo|image|picture)|${PICTURE}(?: credit)?(?: by)? ?[:/|©]|${PICTURE} (?:by|courtesy)\\b|image credit|photo credit|credit:|caption:|bildunterschrift:|\\d+ (?:of|/) \\d+(?:$|[.:|])|file [-–—]|file photo\\b)`,
  'iu',
);
/** Case tells a credit ("Photo: Name") from a sentence ("the bigger picture: more bombs"). */
const CREDIT_END =
  /(?:\b[Cc]redit: ?\p{Lu}[^.:]{1,50}$)|(?:(?:Photo(?:graph|s)?|Picture|Image|Foto|Bild|Photographie|Imagen|PHOTO|PICTURE|FOTO)(?: [Cc]redit)?(?: by)?: ?[\p{Lu}©][^.:]{1,60}\.?\)?$)|(?:\((?:AP|AFP|REUTERS|Reuters|EPA|Getty|[Pp]hoto|[Ff]oto|[Ii]mage|[Pp]icture|Bild)\b[^()]{0,60}\)\.?$)|(?:©[^.©]{2,60}\.?$)|(?:(?:Getty Images|Shutterstock|[Ff]ile photo|via AP|via Reuters|via Getty|AP Photo|AFP Photo)\)?\.?$)|(?:(?:REUTERS|Reuters|AFP|AP|EPA|dpa|Xinhua|TASS)\/[\p{L} .-]{2,40}\)?$)|(?: \/ (?:AFP|Reuters|REUTERS|AP|dpa|EPA|Getty)\)?$)/u;
/** How captions begin that carry no credit. */
const CAPTION_START =
  /^(?:file photo|archive photo|archivbild|symbolbild|pictured|(?:in )?this (?:undated |file |handout )?(?:photo|image|picture|frame grab|handout)\b.{0,80}\b(?:dated|taken|provided|released|made available|shows?)\b|(?:a )?(?:screenshot|screengrab|still|handout) (?:from|of|taken)|a (?:general|file) view of\b)/iu;

const POINTER =
  /^[[(]?(?:read(?: (?:more|also|next|on))?|also read|also on|see also|see more|more (?:on|from|in|about)\b[^.]{0,40}:|related(?: \p{L}+)?|watch(?: also| now| live)?|gallery|slideshow|infographic|live blog|mehr zum thema|lesen sie (?:auch|mehr)|siehe auch|lire aussi|à lire(?: aussi)?|voir aussi|lea (?:también|más)|le puede interesar|leggi anche|lees ook|also in this issue|from the archive)\s?[:\]»>|→-]/iu;
const BRACKETED_POINTER = /^[[(](?:read|watch|see|related|more|listen|also)\b[^\]]{0,200}[\])]$/iu;
/** "READ MORE" in capitals needs no colon. */
const SHOUTED_POINTER =
  /^(?:READ MORE|READ ALSO|ALSO READ|SEE ALSO|RELATED|WATCH|MORE|READ NEXT|LIRE AUSSI|LEER MÁS|MEHR ZUM THEMA)\b/u;

/** Captions, credits, and lines that lead to other pieces. */
export const captionRules: readonly FurnitureRule[] = [
  rule('caption', 'picture caption', 'caption', isCaption),
  rule(
    'pointer',
    'link to another piece',
    'pointer',
    ({ line, measures }) =>
      measures.words <= 30 &&
      (BRACKETED_POINTER.test(line) ||
        (!measures.fullStop && (POINTER.test(line) || SHOUTED_POINTER.test(line)))),
  ),
];

function isCaption({ line, block, measures }: Seen): boolean {
  if (block.kind === 'caption') return true;
  if (measures.words > MAX_CAPTION_WORDS) return false;
  return (
    CREDIT_START.test(line) ||
    CREDIT_END.test(line.slice(-120)) ||
    (measures.words <= MAX_UNCREDITED_WORDS && CAPTION_START.test(line))
  );
}
