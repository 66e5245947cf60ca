/** Months by number, as news pages of the languages we meet print them; without final dots. */
const MONTHS: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'januar',
    'jänner',
    'janvier',
    'janv',
    'enero',
    'ene',
    'gennaio',
    'gen',
    'janeiro',
    'januari',
    'января',
  ],
  [
    'february',
    'feb',
    'februar',
    'février',
    'févr',
    'fév',
    'febrero',
    'febbraio',
    'febr',
    'fevereiro',
    'fev',
    'februari',
    'февраля',
  ],
  ['march', 'mar', 'märz', 'mär', 'mars', 'marzo', 'março', 'maart', 'mrt', 'марта'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'апреля'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'mei', 'мая'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno', 'giu', 'junho', 'июня'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'julho', 'июля'],
  ['august', 'aug', 'août', 'agosto', 'augustus', 'августа'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre', 'setembro', 'сентября'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'ott', 'outubro', 'октября'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'ноября'],
  [
    'december',
    'dec',
    'dezember',
    'dez',
    'décembre',
    'déc',
    'diciembre',
    'dic',
    'dicembre',
    'dezembro',
    'декабря',
  ],
];

/** Days of the week from Sunday, 0. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'sonntag', 'dimanche', 'domingo', 'domenica', 'zondag', 'воскресенье'],
  ['monday', 'mon', 'montag', 'lundi', 'lunes', 'lunedì', 'maandag', 'понедельник'],
  ['tuesday', 'tue', 'tues', 'dienstag', 'mardi', 'martes', 'martedì', 'dinsdag', 'вторник'],
  ['wednesday', 'wed', 'mittwoch', 'mercredi', 'miércoles', 'mercoledì', 'woensdag', 'среда', 'среду'],
  ['thursday', 'thu', 'thurs', 'thur', 'donnerstag', 'jeudi', 'jueves', 'giovedì', 'donderdag', 'четверг'],
  ['friday', 'fri', 'freitag', 'vendredi', 'viernes', 'venerdì', 'vrijdag', 'пятница', 'пятницу'],
  ['saturday', 'sat', 'samstag', 'sonnabend', 'samedi', 'sábado', 'sabato', 'zaterdag', 'суббота', 'субботу'],
];

/** Words that stand between the parts of a printed date. */
const JOINTS = new Set(
  "at on of the le um uhr de del den der am pm h hrs hours a.m p.m noon midnight o'clock alle ore à às om".split(
    ' ',
  ),
);

const TIME_ZONE = /^(?:gmt|utc|bst|[ecmp][sd]?t|[cew]es?t|mez|mesz|ist|jst|msk|aest|aedt|z)$/u;

const monthByWord = indexed(MONTHS, 1);
const weekdayByWord = indexed(WEEKDAYS, 0);

function indexed(lists: readonly (readonly string[])[], first: number): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((words, at) => words.map((word) => [word, at + first] as const)));
}

/** Month number from 1 of a word in lower case, or undefined. */
export function monthOf(word: string): number | undefined {
  return monthByWord.get(word.replace(/\.$/u, ''));
}

/** Day of the week, 0 for Sunday, of a word in lower case, or undefined. */
export function weekdayNamed(word: string): number | undefined {
  return weekdayByWord.get(word.replace(/\.$/u, ''));
}

/** Whether a text is a date, with or without time and weekday, and nothing else. */
export function isDateText(text: string): boolean {
  const tokens = dateTokens(text);
  const named = tokens.some((token) => monthOf(token) !== undefined) && /\d/u.test(text);
  if (!named && !/\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/u.test(text)) return false;
  return tokens.length <= 14 && tokens.every(isDateToken);
}

/** Words of a text in lower case, with numbers set apart from the letters they are glued to. */
export function dateTokens(text: string): string[] {
  return unglued(text.slice(0, 200))
    .toLowerCase()
    .split(/[\s,()|·–—/]+|-(?=\s)/u)
    .filter((token) => token !== '' && token !== '-' && token !== '.');
}

function isDateToken(token: string): boolean {
  return (
    /^[\d.:+-]+(?:st|nd|rd|th|er|º|ª|am|pm|h|uhr|z|t)?[.:]?$/u.test(token) ||
    /^\d{4}-\d\d-\d\dt/u.test(token) ||
    TIME_ZONE.test(token.replace(/[+-]\d*$/u, '')) ||
    JOINTS.has(token.replace(/\.$/u, '')) ||
    monthOf(token) !== undefined ||
    weekdayNamed(token) !== undefined
  );
}

/** Pages lose the blanks between their elements: "GMT04 March", "2018Updated". */
export function unglued(text: string): string {
  return text.replace(/(\p{L}{2,})(\d)/gu, '$1 $2').replace(/(\d)(\p{Lu}\p{Ll})/gu, '$1 $2');
}
