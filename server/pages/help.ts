/** What each number of a report is, over what it is taken, and how sure it is. */
export const HELP = {
  author:
    'Only what the author says in the author’s own voice, over all paragraphs about the target. What a source answers for, quoted or reported, is not in it. Neutral is the usual finding for a news report.',
  quoted:
    'Only what named and unnamed sources say of the target. Choosing whom to quote is the author’s doing, so read this beside the author’s own voice, never instead of it.',
  mean: 'The mean over the paragraphs about the target, deck included, headline apart, each weighing the same. A score is the probability of supportive minus that of skeptical: −1 wholly skeptical, +1 wholly supportive. The range says between which values the mean would fall in 95 of 100 codings by hand, if the probabilities are right. It is no sampling error: the whole article was read.',
  review:
    'Confidence is the probability that the label is right. Below 50% another label is more likely right than the one shown, so read these paragraphs yourself before you count them, and correct the label where it is wrong: a paragraph whose label was given by hand is no longer listed. The CSV of paragraphs has the same mark in its column “review”.',
  shares:
    'Of the paragraphs about the target, how many carry each label, whoever speaks. Paragraphs that do not refer to the target are counted beside them and are in no share.',
  voices:
    'The share of words is what stands in a voice’s mouth, quoted or reported, out of all words of the text (headline apart). The mean score is over the paragraphs in which that voice speaks of the target.',
  dimensions: 'Cues counted by the issue on which they judge. A cue without an issue is not counted here.',
  evidence:
    'Words that moved a score, numbered through the article. A weight is in log-odds of supportive against skeptical; the weights of a paragraph and its remainder add up to its score before it is squeezed into −1 to +1. Words that a rule found say how they bear on the target. Of others it only says that, where they stand, they read as speaking for or against it: a trained model weighs them, and knows no reason. The remainder is what no words account for: the baseline, and what that model does not lay on words.',
  compare:
    'Two to six articles are read, not tested: with so few no average, no significance and no trend is meant. What stands out here is a reason to read the words, which every number leads to. What is missing in a column was not found there, which is not proof that it is not said.',
  comparedVoices:
    'People and organizations are taken for the same where their names match, whatever case, accents and titles; a surname alone is taken for the only full name that ends with it. All authors stand in one row, each under its own article. Voices without a name are put together, since “an official” here is not “an official” there.',
  comparedCues:
    'Cues counted by the issue on which they judge: to the left those against the target, to the right those for it, all articles on one scale. Long articles have more cues: compare the sides of a bar rather than its length.',
  runs: 'Over all paragraphs and headlines that both runs coded, whoever speaks; what people corrected by hand is not in it. Alpha sets the agreement against what chance would give: 1 is perfect, 0 is chance. It says how far two ways of scoring agree, never which one is right: only a sample coded by hand tells that.',
  byHand:
    'A label given by hand counts as certain: supportive +1, skeptical −1, neutral and mixed 0, unrelated none. A paragraph whose voices were labeled by hand takes its label from them, unless it was labeled itself. The machine’s values stay beside it, on every page and in every table.',
} as const;

/** What each number in the list of articles is. */
export const LIBRARY_HELP = {
  voices:
    'The author is what the author says in the author’s own voice; quoted voices are all sources that the article quotes or reports, taken together. The label is over the whole article. The bar beside it shows how often each label occurs: for the author over the paragraphs about the target, for quoted voices once for each voice in each of these paragraphs.',
  whole:
    'Label and mean score of the article whoever speaks, over the paragraphs about the target, headline apart. It mixes author and sources: read it beside the two columns before it. A score lies between −1, wholly skeptical, and +1, wholly supportive.',
  confidence:
    '“Low confidence” stands where the probability of the label is below 50%: another label is more likely right. Probabilities are calibrated on gold paragraphs, which are not your articles: read a few yourself.',
  related:
    'Paragraphs that refer to the target, of all paragraphs of the article. Few of them make a shaky label.',
} as const;

/** What the numbers of a validation are. */
export const VALIDATION_HELP = {
  verdicts:
    'A label is usable where it is right in at least 60% of the paragraphs that the program gives it to, and found in at least 60% of those that people give it to, both ends of the interval included. “Check” means that the interval reaches below 60%: code more, or read these paragraphs yourself. “Distrust” means that the figure itself is below. Fewer than ten paragraphs tell nothing. The 60% are a convention.',
  alphaLabel:
    'Krippendorff’s alpha over the five labels, taken as different and no more: 1 is perfect agreement, 0 what chance would give. From .80 conclusions are customary, from .667 tentative ones; below, the rules of coding are not clear enough to judge anything by them.',
  alphaRelated: 'The same over two answers only: does the paragraph refer to the target, or not.',
  alphaDirection:
    'Ordinal alpha over skeptical, neutral or mixed, and supportive, in that order: to take skeptical for supportive counts as a larger difference than to take it for neutral. Over paragraphs that nobody calls unrelated.',
  percent:
    'Of all pairs of codings of one paragraph, the share with the same label. It does not take chance into account, so read it beside alpha, never alone.',
  intervals:
    'In brackets stands what the figure would lie between in 95 of 100 such samples, by drawing the articles again a thousand times. Few articles make wide brackets.',
  accuracy:
    'Share of the paragraphs of the library to which the program gives the label that people give. Each sampled paragraph counts for those it stands for, so that rare labels of which more were drawn do not count too much.',
  macroF1:
    'Mean over the labels of F1, which is high only where a label is both right and found. Rare labels count as much as frequent ones.',
  classes:
    'Right: of the paragraphs that the program gives the label to, the share to which people give it too (precision). Found: of those that people give it to, the share to which the program does (recall). F1 brings both into one. Shares are weighted to the library; “by people” and “by the program” count sampled paragraphs.',
  confusion:
    'Sampled paragraphs, not weighted. In the shaded cells both say the same. The table of figures has the same weighted to the library.',
  majority:
    'The label that most coders gave. Where two are ahead together there is none: such paragraphs are left out of the comparison and listed below. A paragraph that one person coded has that person’s label.',
  disagreements:
    'First what one takes for supportive and another for skeptical, then what the program was surest of. Read them to see whether the rules of coding, the coders or the program are at fault. Labels are settled only after agreement was computed.',
} as const;

/** What the numbers of a study are. */
export const STUDY_HELP = {
  labels:
    'Articles by label, counted once for their authors, once for the sources that they quote, and once as a whole. Only articles that were scored toward the target are counted; how many those are stands above. Labels come from a program: call counts exploratory until people have coded a sample of these articles.',
} as const;
