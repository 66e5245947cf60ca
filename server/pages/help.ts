/** What each number of a report is, over what it is taken, and how sure it is. */
export const HELP = {
  author:
    'Only what the author says in the author’s own voice, over all paragraphs about the target. What a source answers for, quoted or reported, is not in it. Neutral is the usual finding for a news report.',
  quoted:
    'Only what named and unnamed sources say of the target. Choosing whom to quote is the author’s doing, so read this beside the author’s own voice, never instead of it.',
  mean: 'The mean over the paragraphs about the target, deck included, headline apart, each weighing the same. A score is the probability of supportive minus that of skeptical: −1 wholly skeptical, +1 wholly supportive. The range says between which values the mean would fall in 95 of 100 codings by hand, if the probabilities are right. It is no sampling error: the whole article was read.',
  shares:
    'Of the paragraphs about the target, how many carry each label, whoever speaks. Paragraphs that do not refer to the target are counted beside them and are in no share.',
  voices:
    'The share of words is what stands in a voice’s mouth, quoted or reported, out of all words of the text (headline apart). The mean score is over the paragraphs in which that voice speaks of the target.',
  dimensions: 'Cues counted by the issue on which they judge. A cue without an issue is not counted here.',
  evidence:
    'All words that moved a score, numbered through the article. A weight is in log-odds of supportive against skeptical; the weights of a paragraph and its remainder add up to its score before it is squeezed into −1 to +1.',
} as const;
