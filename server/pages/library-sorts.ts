import { type Direction, SORTS, type Sort, type SortName } from '../store/index.js';
import { type LibraryView, sortWord, viewAddress } from './library-address.js';

/** What a sort is called, and each of its directions. */
const NAMES: Readonly<Record<SortName, Readonly<Record<'name' | Direction, string>>>> = {
  date: { name: 'Published', desc: 'newest first', asc: 'oldest first' },
  title: { name: 'Title', asc: 'A to Z', desc: 'Z to A' },
  outlet: { name: 'Outlet', asc: 'A to Z', desc: 'Z to A' },
  score: { name: 'Score', desc: 'most supportive first', asc: 'most skeptical first' },
  confidence: { name: 'Confidence', asc: 'least sure first', desc: 'surest first' },
  related: { name: 'Paragraphs about the target', desc: 'most first', asc: 'fewest first' },
  added: { name: 'Added to the library', desc: 'last first', asc: 'first first' },
};

/** Every order as a choice in a list. */
export function sortChoices(current: Sort) {
  return (Object.keys(NAMES) as SortName[]).flatMap((by) => {
    const { first } = SORTS[by];
    const directions: Direction[] = first === 'asc' ? ['asc', 'desc'] : ['desc', 'asc'];
    return directions.map((direction) => ({
      value: sortWord({ by, direction }),
      name: sortInWords({ by, direction }),
      isCurrent: current.by === by && current.direction === direction,
    }));
  });
}

/** An order in words: "Published, newest first". */
export function sortInWords({ by, direction }: Sort): string {
  return `${NAMES[by].name}, ${NAMES[by][direction]}`;
}

/** The head of a column that the list can be sorted by. */
export interface ColumnHead {
  readonly href: string;
  /** What following the link does. */
  readonly title: string;
  /** For `aria-sort`; null where the list is not sorted by this column. */
  readonly sorted: 'ascending' | 'descending' | null;
}

/** The heads of the columns: one that is sorted by is turned around, another begins as readers expect. */
export function columnHeads(view: LibraryView): Record<SortName, ColumnHead> {
  const heads = (Object.keys(NAMES) as SortName[]).map((by) => [by, columnHead(view, by)]);
  return Object.fromEntries(heads) as Record<SortName, ColumnHead>;
}

function columnHead(view: LibraryView, by: SortName): ColumnHead {
  const isCurrent = view.sort.by === by;
  const direction = isCurrent ? opposite(view.sort.direction) : SORTS[by].first;
  const sort = { by, direction };
  const ascending = view.sort.direction === 'asc';
  return {
    href: viewAddress({ ...view, sort, after: undefined }),
    title: `Sort: ${sortInWords(sort)}`,
    sorted: isCurrent ? (ascending ? 'ascending' : 'descending') : null,
  };
}

function opposite(direction: Direction): Direction {
  return direction === 'asc' ? 'desc' : 'asc';
}
