/** Countries and places whose names also stand for those who govern there, lower case. */
const COUNTRIES = [
  'afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus',
  'belgium|bolivia|bosnia|botswana|brazil|britain|bulgaria|burundi|cambodia|cameroon|canada|chad|chile|china',
  'colombia|congo|costa rica|croatia|cuba|cyprus|czechia|denmark|ecuador|egypt|el salvador|england|eritrea',
  'estonia|ethiopia|fiji|finland|france|gabon|georgia|germany|ghana|greece|guatemala|guinea|guyana|haiti',
  'honduras|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan',
  'kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|liberia|libya|lithuania|luxembourg|madagascar',
  'malawi|malaysia|mali|malta|mauritania|mexico|moldova|mongolia|montenegro|morocco|mozambique|myanmar|namibia',
  'nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|northern ireland|norway',
  'oman|pakistan|palestine|panama|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda',
  'saudi arabia|scotland|senegal|serbia|sierra leone|singapore|slovakia|slovenia|somalia|south africa',
  'south korea|south sudan|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand',
  'togo|tunisia|turkey|turkmenistan|uganda|ukraine|united arab emirates|united kingdom|united states|uruguay',
  'uzbekistan|vatican|venezuela|vietnam|wales|yemen|zambia|zimbabwe|us|u.s.|usa|uk|u.k.|uae|america|european union',
  'eu|un|u.n.|united nations|nato|islamic state|hong kong|new york|los angeles|white house|downing street',
].flatMap((line) => line.split('|'));

const SEATS_OF_POWER = [
  'washington|moscow|damascus|tehran|beijing|brussels|london|paris|berlin|ankara|baghdad|kremlin|pentagon|riyadh',
  'kiev|kyiv|cairo|tokyo|seoul|pyongyang|islamabad|new delhi|delhi|jerusalem|ottawa|canberra|warsaw|rome|madrid',
  'athens|doha|amman|beirut|kabul|westminster|elysee|knesset|vatican|hague|geneva|vienna|caracas|havana|brasilia',
].flatMap((line) => line.split('|'));

const PLACES: ReadonlySet<string> = new Set([...COUNTRIES, ...SEATS_OF_POWER]);
const LONGEST_PLACE = 3;

/** How many of the words at the start are the name of a country or seat of power; 0 where none. */
export function placeLength(words: readonly string[]): number {
  for (let length = Math.min(LONGEST_PLACE, words.length); length > 0; length--) {
    if (PLACES.has(words.slice(0, length).join(' ').toLowerCase())) return length;
  }
  return 0;
}

/** Words that make a name that of an organization or institution, lower case. */
export const ORGANIZATION_WORD =
  /^(?:administration|agency|alliance|army|assembly|association|authority|bank|board|bureau|cabinet|campaign|caucus|center|centre|church|coalition|college|commission|committee|community|company|conference|congress|corporation|corps|council|court|department|directorate|embassy|federation|forces?|forum|foundation|front|fund|government|group|house|inc\.?|institute|institution|international|journal|league|magazine|media|military|ministry|mission|monitor|movement|nations|navy|network|news|observatory|office|organi[sz]ation|panel|parliament|party|police|post|press|radio|service|services|senate|society|staff|street|state|states|television|times|today|tribune|troops|tv|union|university|watch|command|parliament|militia|brigade|regime|team|camp|firm|paper|newspaper|website|outlet|channel|broadcaster|poll|survey|report|study|statement|document|letter|memo|email|article|editorial)$/iu;

/** Nouns, lower case, for groups that are answered by "they". */
export const GROUP_WORD =
  /^(?:officials|critics|supporters|sources|experts|analysts|activists|lawmakers|democrats|republicans|conservatives|liberals|members|leaders|aides|advisers|allies|opponents|residents|voters|reporters|journalists|people|some|many|others|most|diplomats|ministers|commanders|rebels|protesters|authorities|observers|lawyers|prosecutors|investigators|researchers|scholars|witnesses|doctors|economists|strategists|operatives|insiders|delegates|senators|congressmen|governors|men|women|parents|students|americans|russians|syrians|iraqis|kurds|arabs|europeans|muslims|christians)$/iu;
