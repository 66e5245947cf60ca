/** Word lists that several rules share; lemmas in lower case. */

/** Adversaries of any target, where it has no opponents of its own listed. */
export const ADVERSARIES: ReadonlySet<string> = new Set(
  `militant insurgent terrorist jihadist jihadi extremist gunman pirate gang cartel trafficker smuggler
   bomber kidnapper poacher fraudster criminal warlord hijacker looter arsonist attacker raider`.split(/\s+/),
);

/** What adversaries use: to destroy it is to harm them. */
export const HOSTILE_THINGS: ReadonlySet<string> = new Set(
  `bomb explosive rocket mortar landmine stronghold hideout ammunition arsenal launcher cell bombmaker ied
   contraband`.split(/\s+/),
);

/** Deeds of combat: that they happened is a bare fact, not yet a success. */
export const COMBAT_ACTS: ReadonlySet<string> = new Set(
  `strike bomb attack hit target kill shell fight raid pound fire launch engage shoot battle bombard
   assault counter combat confront face oppose pursue chase track arrest detain capture wound injure`.split(
    /\s+/,
  ),
);

/** Adjectives for what is hard or easy to do. */
export const DIFFICULTY: ReadonlyMap<string, number> = new Map([
  ['hard', -0.75],
  ['difficult', -0.75],
  ['tough', -0.5],
  ['impossible', -1],
  ['costly', -0.5],
  ['dangerous', -0.5],
  ['risky', -0.5],
  ['easy', 0.75],
  ['possible', 0.5],
  ['safe', 0.5],
]);

/** What a demand asks to be done to the target that presupposes it is not done: leave, oversight, an end. */
export const OWED_TO_RULES: ReadonlySet<string> = new Set(
  `authorize authorise approve mandate sanction ratify legalize legitimize investigate probe audit scrutinize
   suspend halt stop end scrap disband withdraw abolish repeal rethink reconsider reform dissolve punish ban
   hold explain apologize apologise respect comply obey justify disclose publish cease leave`.split(/\s+/),
);

/** Modals that demand. */
export const DEMANDING: ReadonlySet<string> = new Set(['should', 'must', 'ought', 'need', 'needs']);

/** Verbs that turn round what their object or complement says. */
export const REVERSERS: ReadonlySet<string> = new Set(
  `deny dismiss reject refute rebut dispute doubt question silence allay dispel debunk disprove downplay
   contest challenge belie contradict undercut discount disbelieve brush`.split(/\s+/),
);
/** Nouns for what somebody holds against, or hopes of, the target. */
export const CLAIMS: ReadonlySet<string> = new Set(
  `claim fear doubt worry concern suggestion allegation accusation charge criticism prediction rumor rumour
   warning notion idea impression myth talk suspicion assertion complaint skeptic sceptic critic doubter
   detractor pessimist`.split(/\s+/),
);

/** Predicates by which they are dismissed. */
export const SET_ASIDE: ReadonlySet<string> = new Set(
  `groundless unfounded baseless wrong false premature misplaced exaggerated overblown untrue mistaken foolish
   unjustified unwarranted evaporated`.split(/\s+/),
);

/** People whom a target must not harm. */
export const BYSTANDERS: ReadonlySet<string> = new Set(
  `civilian villager child woman resident family patient worshipper bystander schoolchild farmer people man girl boy
   infant mother father refugee pupil student passenger shopper mourner pensioner worker journalist doctor nurse
   medic noncombatant innocent person customer prisoner protester protestor demonstrator`.split(/\s+/),
);
