import type { Article } from '../../analysis/article/index.js';
import { formatCount, type Parsed, toParsed } from '../../analysis/report/index.js';

/** Articles as they are read one after the other: which are copies, and what was missing. */
export class ParsedArticles {
  /** The first article with each text. */
  private readonly firstByText = new Map<string, string>();
  private missingTitles = 0;
  private missingDates = 0;
  private droppedPassages = 0;
  private copies = 0;
  count = 0;

  /** The article as `parse` prints it; a copy names the first article with the same text. */
  add(article: Article): Parsed {
    const duplicateOf = this.firstByText.get(article.textHash) ?? null;
    if (duplicateOf === null) this.firstByText.set(article.textHash, article.id);
    else this.copies++;
    this.count++;
    if (article.title === null) this.missingTitles++;
    if (article.published === null) this.missingDates++;
    this.droppedPassages += article.dropped.length;
    return toParsed(article, duplicateOf);
  }

  /** What a person should know before going on; one line, empty where there is nothing. */
  summary(): string {
    const counts = [
      [this.droppedPassages, 'passage of page furniture', 'passages of page furniture'],
      [this.missingTitles, 'title missing', 'titles missing'],
      [this.missingDates, 'date unknown', 'dates unknown'],
      [this.copies, 'copy of an earlier text', 'copies of earlier texts'],
    ] as const;
    return counts
      .filter(([count]) => count > 0)
      .map(([count, noun, plural]) => formatCount(count, noun, plural))
      .join(', ');
  }
}
