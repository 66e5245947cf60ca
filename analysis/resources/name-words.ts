/** Small words inside surnames, in lower case. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'al bin bint da dal de del della den der di dos du el ibn la le ten ter van von zu'.split(' '),
);

/** What may follow a surname, in lower case without dots. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Words by which a capitalized name is seen not to be a person's; all in lower case. */
export const NOT_A_PERSON = {
  /** Nouns that, with an article, stand for an institution once it was named. */
  institutions: new Set(
    `accord administration agency agreement airline airlines alliance army assembly association authority
    bank bloc board brigade bureau cabinet campaign church club college commission committee company
    confederation conference congress consortium convention corporation council court deal department
    directorate federation force foundation front fund government group institute institution junta kingdom
    league legislature militia ministry mission movement network office operation organisation organization
    pact panel parliament party plan police program programme project protocol regime regiment republic
    school senate service society summit syndicate treaty tribunal trust union university`.split(/\s+/),
  ),
  /** Other last words of institutions, places and works. */
  endings: new Set(
    `act airport arabia bay beach bill bridge brotherhood center centre city coast conservatives corps county
    day democrats emirates forces games guard guards gulf hospital house island islands jihad kingdom korea
    lake liberals market museum nations nationals palace pass pipeline province reserve resolve river
    room sea square state states storm strait strip street tower valley wall war watch waters
    world zealand`.split(/\s+/),
  ),
  /** First words of institutions and places. */
  beginnings: new Set(
    `the african american arab asian black british burkina cape central chinese christian costa cote democratic
    east eastern european federal free french general great hong human international islamic israeli ivory
    labour liberal los las middle muslim national new north northern operation pacific papua puerto republican
    royal russian san santa saudi sierra sky social south southern soviet sri state supreme sinn trinidad
    turkish united universal west western white world`.split(/\s+/),
  ),
} as const;
