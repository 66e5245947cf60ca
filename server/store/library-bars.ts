import { type Kysely, sql } from 'kysely';
import type { Label } from '../../analysis/article/index.js';
import { groupRows } from './rows.js';
import type { Database } from './schema.js';

/** How often each label occurs among paragraphs that are about the target. */
export type LabelCounts = Readonly<Record<Exclude<Label, 'unrelated'>, number>>;

/** What the author says, paragraph by paragraph, and what quoted voices say, voice by voice in each. */
export interface SpeechCounts {
  readonly author: LabelCounts;
  readonly quoted: LabelCounts;
}

const NONE: LabelCounts = { supportive: 0, skeptical: 0, mixed: 0, neutral: 0 };

/** The counts of results, by the key of the result; the headline is counted apart and not here. */
export async function speechCounts(
  db: Kysely<Database>,
  stanceKeys: readonly number[],
): Promise<Map<number, SpeechCounts>> {
  if (stanceKeys.length === 0) return new Map();
  const keys = sql`${[...stanceKeys]}::integer[]`;
  const { rows } = await sql<{
    stance_key: number;
    label: keyof LabelCounts;
    author: number;
    quoted: number;
  }>`
    select stance_key, label, sum(author)::integer as author, sum(quoted)::integer as quoted
    from (
      select stance_key, author_label as label, 1 as author, 0 as quoted
      from unit_stances where stance_key = any(${keys}) and ordinal > 0
      union all
      select stance_key, label, 0, 1
      from voice_stances where stance_key = any(${keys}) and ordinal > 0 and kind <> 'author'
    ) as said
    where label <> 'unrelated'
    group by stance_key, label
  `.execute(db);
  const groups = groupRows(rows, (row) => row.stance_key);
  return new Map(
    stanceKeys.map((key) => {
      const counts = groups.get(key) ?? [];
      const of = (voice: 'author' | 'quoted') =>
        Object.fromEntries(counts.map((row) => [row.label, row[voice]])) as Partial<LabelCounts>;
      return [key, { author: { ...NONE, ...of('author') }, quoted: { ...NONE, ...of('quoted') } }];
    }),
  );
}
