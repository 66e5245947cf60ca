/** What the instructions say besides the rules of coding. */
export interface InstructionsOptions {
  /** Names of the targets of the sample. */
  readonly targets: readonly string[];
  /** File name of the sheet. */
  readonly sheet: string;
  readonly count: number;
}

/** Instructions for the coders of a sheet, as Markdown: how to fill it in, and the rules in short. */
export function codingInstructions({ targets, sheet, count }: InstructionsOptions): string {
  return `# How to fill in ${inline(sheet)}

The sheet has ${count} paragraphs. For each, say how it stands to the **target** in its row: ${targets.map(inline).join('; ')}.

1. Make a copy of the sheet with your name in its file name. Code alone; compare nothing before you are done.
2. Write your name in the column \`coder\`, in the first row at least.
3. Read \`before\`, \`text\` and \`after\`. Code \`text\` only: the other two tell who “he” or “the effort” is, and lend no stance.
4. Write one label in \`label\`: how the paragraph as a whole stands to the target, whoever speaks.
5. If you were asked to, write one in \`author_label\`: what the author says in the author's own voice. A paragraph that only reports what others say has a neutral author.
6. Leave \`label\` empty where you cannot decide, and say why in \`note\`.

Change nothing else. Rows may be sorted. CSV with commas, semicolons or tabs comes back alike; choose “CSV UTF-8” where the program asks.

## The labels

Take the first that fits.

| Label | When |
|---|---|
| unrelated | The paragraph does not refer to the target: not by name, not by a word that takes it up (“it”, “the effort”), not by implication. |
| mixed | At least one evaluation favors the target and one disfavors it, and neither is subordinate to the other. |
| supportive | The evaluations favor the target, or those that favor it prevail. |
| skeptical | The evaluations disfavor the target, or those that disfavor it prevail. |
| neutral | The paragraph refers to the target and evaluates nothing. |

An **evaluation** is anything by which a reader would take the speaker to hold the target, or what it does, to be good or bad, working or failing, right or wrong, worth it or not.

## Rules for recurring cases

- Code what the text says, not what you know. Strength is not coded.
- Bare facts, plans and goals are neutral.
- Harm done to the target's enemy is no blame of the target; presented as a result it is supportive.
- Harm done by the target to others is skeptical, even in level words.
- Concession: in “although A, B” the main clause decides.
- Negation turns an evaluation round: “has not weakened” is skeptical, “is not to blame” is supportive.
- Doubt dismissed (“rejected claims that it fails”) is supportive; praise dismissed is skeptical.
- Hedged praise is praise, hedged blame is blame.
- Irony: code what is meant, if you can show a reader where it shows.
- A question is coded by what it takes for granted.

The whole codebook, with examples and hard cases, is docs/codebook.md; the library shows it under Codebook.
`;
}

/** A name as one line that marks up nothing. */
function inline(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|]/gu, '\\$&');
}
