import { type FurnitureRule, rule, type Seen } from './rule.js';

/** Words of the longest notice; a longer paragraph is judged by where it stands. */
const MAX_NOTICE_WORDS = 45;

/** Words of the longest line that asks something of its reader. */
const MAX_READER_WORDS = 30;

const COPYRIGHT =
  /©|^\(c\) ?\d{4}|^copyright\b|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\btodos los derechos reservados\b|\btutti i diritti riservati\b|\bmay not be (?:published|reproduced)\b/iu;
const COPYRIGHT_STARTS =
  /^(?:© ?(?:copyright|\d{4})|\(c\) ?\d{4}|copyright\b)|\b(?:all rights reserved|vorbehalten|réservés|reservados|riservati|may not be (?:published|reproduced))\b/iu;

const LABELS =
  /^(?:tags?|topics?|keywords?|key ?words|filed under|more on|subjects?|schlagw(?:ö|oe)rter|schlagworte|stichw(?:ö|oe)rter|themen|mots[- ]clés|thèmes|sujets|etiquetas|temas|argomenti|trefwoorden|etiketler)\s*:/iu;

const CREDIT =
  /^\(?(?:(?:additional |further )?(?:reporting|writing|research|editing) (?:by|in)|written by|edited by|compiled by|reported by|translated by|with (?:reporting|files|agencies|inputs?)|bearbeit(?:et|ung)|redaktion:|mit material)\b/iu;
const CONTRIBUTED =
  /\b(?:contributed (?:to this (?:report|story|article)|reporting)|contributed to this)\b|\bhaben? zu diesem (?:bericht|artikel) beigetragen\b/iu;
const DESK_INITIALS = /^[A-Za-z]{2,5}(?:[/-][A-Za-z]{2,5}){1,3}$|^[a-z]{2,4}\/[a-z]{2,4}(?: \([a-z, ]+\))?$/u;

/** Lines about the page, its makers and its rights. */
export const noticeRules: readonly FurnitureRule[] = [
  rule('copyright', 'copyright notice', 'own', isCopyright),
  rule(
    'keywords',
    'tag list (kept as keywords)',
    'keywords',
    ({ line, measures }) => !measures.fullStop && measures.words <= 60 && LABELS.test(line),
  ),
  rule(
    'credit',
    'reporting credit',
    'own',
    ({ line, measures }) =>
      measures.words <= MAX_NOTICE_WORDS &&
      (CREDIT.test(line) || (measures.words <= 25 && CONTRIBUTED.test(line))),
  ),
  rule('agency', 'credit of the agency', 'own', isAgencyLine),
  rule('initials', 'initials of the desk', 'own', ({ line }) => DESK_INITIALS.test(line)),
  rule('author-note', 'note about the author', 'own', ({ line }) =>
    /^(?:about the authors?|über den autor|über die autorin|à propos de l'auteur|sobre el autor)\b/iu.test(
      line,
    ),
  ),
  rule('reader', 'notice to readers', 'aside', isReaderNotice),
  rule('comments', 'comments', 'comments', isCommentsLine),
];

/** "(Reuters)", "-- AFP", "dpa": two letters alone may be anything. */
function isAgencyLine({ line, words }: Seen): boolean {
  if (line.length > 40) return false;
  const name = line.replace(/^[\s(/—–-]{1,6}|[\s)/.]{1,4}$/gu, '');
  return (name.length >= 3 || name !== line) && words.isAgency(name);
}

function isCopyright({ line, measures }: Seen): boolean {
  if (measures.words > MAX_NOTICE_WORDS || !COPYRIGHT.test(line)) return false;
  // A picture credit ends with the sign; a notice begins with it or names its rights.
  return COPYRIGHT_STARTS.test(line) || /©\s?(?:\p{L}+ ){0,4}\d{4}/iu.test(line);
}

const IMPERATIVE =
  /^(?:subscribe|sign up|sign in|log in|register|join|follow|click|tap|download|enter your|get (?:the|our|breaking|all|unlimited|more|daily)|support (?:our|us|independent|quality)|donate|read (?:our|the full)|share your|tell us|send (?:us|your)|email (?:us|your)|contact|call (?:us|our|the)|listen (?:to|live)|watch (?:live|our|the)|stay (?:informed|up|connected)|don't miss|never miss|become a|try (?:our|us)|start your|enable|please (?:enable|log|sign|subscribe|read|support|note|turn|disable)|like us|abonnieren sie|melden sie sich|jetzt|abonnez-vous|inscrivez-vous|recevez|suscríbete|síguenos|iscriviti)(?!\p{L})/iu;
const ADDRESSED = /\b(?:you|your|you're|sie|ihre?n?|vous|votre|vos)\b/iu;
const SERVICES =
  /\b(?:cookies?|newsletters?|subscri(?:be|ption|ptions|ber|bers)|unsubscribe|free articles?|your (?:inbox|email|browser|account|experience)|ad ?block(?:er|ing)?|privacy policy|terms of (?:use|service)|sign up|signed up|log in|app store|google play|our (?:app|website|site|daily|weekly|free|morning)|javascript|story\? call|abonnement|abonné)\b/iu;

/** A line that speaks to the reader of the page: come back, pay, consent, write to us. */
function isReaderNotice({ line, measures }: Seen): boolean {
  if (measures.quotes || measures.words > MAX_READER_WORDS) return false;
  if (ADDRESSED.test(line) && SERVICES.test(line)) return true;
  const short = measures.words <= 20;
  return (
    short &&
    IMPERATIVE.test(line) &&
    (ADDRESSED.test(line) || SERVICES.test(line) || /\b(?:us|our|here|now|today)\b/iu.test(line))
  );
}

const COMMENTS =
  /^(?:add a comment|add comment|post (?:a|your) comment|leave a (?:comment|reply)|write a comment|join the (?:conversation|discussion|debate)|view comments|show comments|\d*\s*(?:reader )?comments?|comments? (?:on this|\(|are)|discuss(?:ion)?|discuss this|have your say|what do you think|community (?:standards|guidelines)|\d*\s*kommentare?|kommentar schreiben|\d*\s*commentaires?|\d*\s*comentarios?|réagir|responses|\d+ responses)(?=$|[\s.,:;(?!\d\p{Lu}])/iu;

const TO_COMMENT =
  /\b(?:log ?in|sign in|register|registered|subscribe) (?:or \p{L}+ )?to (?:comment|post|reply|join)\b|\bcomments are (?:closed|moderated|now closed)\b/iu;

/** Words of the longest invitation to comment. */
const MAX_COMMENTS_WORDS = 16;

function isCommentsLine({ line, measures }: Seen): boolean {
  if (measures.words > MAX_COMMENTS_WORDS || measures.quotes) return false;
  return TO_COMMENT.test(line) || (COMMENTS.test(line) && (measures.words <= 8 || !measures.fullStop));
}
