/** Common given names in news, lower case: only their gender is used, to tell whom "he" or "she" means. */
const MALE = [
  'john|james|robert|michael|william|david|richard|joseph|thomas|charles|christopher|daniel|matthew|anthony|mark',
  'donald|steven|steve|stephen|paul|andrew|joshua|kenneth|kevin|brian|george|edward|ronald|timothy|jason|jeffrey',
  'jeff|ryan|jacob|gary|nicholas|nick|eric|jonathan|larry|justin|scott|brandon|benjamin|ben|samuel|sam|gregory|greg',
  'frank|alexander|alex|raymond|patrick|pat|jack|dennis|jerry|tyler|aaron|jose|adam|nathan|henry|douglas|doug|peter',
  'zachary|kyle|walter|harold|jeremy|ethan|carl|keith|roger|gerald|christian|terry|sean|arthur|austin|noah|lawrence',
  'jesse|joe|bryan|billy|jordan|albert|dylan|bruce|willie|gabriel|alan|juan|logan|wayne|ralph|roy|eugene|randy|vincent',
  'russell|louis|philip|phil|bobby|johnny|bradley|barack|mitt|newt|mike|jim|tim|tom|bob|bill|ted|jeb|marco|rand|chris',
  'bernie|rick|lindsey|martin|joel|josh|corey|roy|rudy|rupert|boris|vladimir|sergei|sergey|dmitry|dmitri|mikhail|igor',
  'yuri|viktor|oleg|ivan|nikolai|alexei|bashar|hassan|hussein|mohammed|mohammad|muhammad|mohamed|ahmed|ahmad|ali|omar',
  'abdullah|ibrahim|khalid|mahmoud|mustafa|salman|walid|riad|faisal|haider|nouri|recep|mehmet|ahmet|emmanuel|francois',
  'nicolas|jean|pierre|jacques|angelo|silvio|matteo|mario|giuseppe|jens|anders|lars|olaf|hans|klaus|wolfgang|heiko',
  'gerhard|tony|gordon|jeremy|nigel|ian|neil|graham|ashton|chuck|leon|colin|dick|dan|lloyd|pete|ed|fred|ray|carlos',
  'luis|antonio|miguel|pedro|fernando|jorge|diego|xi|shinzo|narendra|benjamin|bibi|ehud|shimon|abdel|saad|nawaz|imran',
  'hamid|ashraf|jerome|elijah|harry|mitch|cory|evan|brent|matt|rob|ron|don|gene|glenn|hugh|jay|jake|jon|julian|ken',
  'kurt|lance|lee|leo|lou|malcolm|max|miles|morgan|ned|norman|oliver|oscar|pablo|rex|rod|ross|stan|stuart|todd|trent',
  'lucas|walt|gennady|haidar|staffan|mevlut|salih|sergey|rashid|tariq|yusuf|hakan|emre|kemal|pavel|dmytro|andriy',
  'vince|wes|xavier|abraham|alfred|bernard|cecil|clarence|craig|darren|duncan|dwight|ernest|felix|herbert|herman',
].flatMap((line) => line.split('|'));

const FEMALE = [
  'mary|patricia|jennifer|linda|elizabeth|barbara|susan|jessica|sarah|karen|nancy|lisa|betty|margaret|sandra|ashley',
  'kimberly|emily|donna|michelle|carol|amanda|dorothy|melissa|deborah|stephanie|rebecca|sharon|laura|cynthia|kathleen',
  'amy|angela|shirley|anna|brenda|pamela|emma|nicole|helen|samantha|katherine|christine|debra|rachel|carolyn|janet',
  'catherine|maria|heather|diane|ruth|julie|olivia|joyce|virginia|victoria|kelly|lauren|christina|joan|evelyn|judith',
  'megan|andrea|cheryl|hannah|jacqueline|martha|gloria|teresa|ann|anne|sara|madison|frances|kathryn|janice|jean|abigail',
  'alice|julia|judy|sophia|grace|denise|amber|doris|marilyn|danielle|beverly|isabella|theresa|diana|natalie|brittany',
  'charlotte|marie|kayla|alexis|lori|hillary|ivanka|melania|chelsea|kellyanne|huma|carly|condoleezza|madeleine|nikki',
  'samantha|susan|jen|jenna|debbie|loretta|sally|dianne|kamala|tulsi|elena|sonia|ruth|angela|theresa|nicola|ursula',
  'federica|marine|christine|ursula|annalena|sanna|jacinda|julia|aung|benazir|sheikh hasina|indira|maria|olga|natalia',
  'svetlana|yulia|ekaterina|irina|tatiana|anastasia|fatima|aisha|zainab|leila|layla|rania|asma|noor|mariam|amina|tzipi',
  'golda|ayelet|valerie|wendy|kate|kathy|katie|katy|jane|jill|joni|kay|kirsten|kristen|lynn|maggie|megyn|michele|molly',
  'naomi|nina|pam|peggy|rosa|roseanne|sheila|sophie|stacey|sue|suzanne|tammy|tina|vanessa|veronica|wanda|yvonne|zoe',
  'ines|renee|joanne|nadine|amal|dalia|nadia|samira|hala|elif|ayse|emine|ingeborg|astrid|birgit|sabine|monique',
  'alicia|bridget|claire|clare|dana|dawn|eileen|eleanor|ellen|erica|erin|gail|gwen|heidi|holly|ingrid|irene|ivy',
].flatMap((line) => line.split('|'));

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...MALE.map((name): [string, Gender] => [name, 'he']),
  ...FEMALE.map((name): [string, Gender] => [name, 'she']),
]);

/** The pronoun for a person. */
export type Gender = 'he' | 'she';

/** The pronoun that goes with a given name, or null where the name is not known. */
export function genderOfName(name: string): Gender | null {
  return GENDERS.get(name.toLowerCase()) ?? null;
}
