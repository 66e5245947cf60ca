/** An entry of a list of links that every page carries. */
export interface FrameLink {
  readonly href: string;
  readonly name: string;
  /** The key that leads there after `g`; null where there is none. */
  readonly key: string | null;
}

/** The main navigation, in order. */
export const MAIN_LINKS: readonly FrameLink[] = [
  { href: '/articles', name: 'Library', key: 'l' },
  { href: '/studies', name: 'Studies', key: 's' },
  { href: '/targets', name: 'Targets', key: 't' },
  { href: '/runs', name: 'Runs', key: 'r' },
  { href: '/validation', name: 'Validation', key: 'v' },
  { href: '/imports', name: 'Imports', key: 'i' },
  { href: '/guide', name: 'Guide', key: 'h' },
];

/** What is looked up now and then: at the foot of every page, in groups. */
export const FOOT_GROUPS: readonly { readonly name: string; readonly links: readonly FrameLink[] }[] = [
  {
    name: 'How it works',
    links: [
      { href: '/method', name: 'Method', key: null },
      { href: '/codebook', name: 'Codebook', key: null },
      { href: '/lexicons', name: 'Lexicons', key: null },
    ],
  },
  {
    name: 'In this library',
    links: [
      { href: '/outlets', name: 'Outlets', key: null },
      { href: '/corrections', name: 'Corrections', key: null },
      { href: '/changes', name: 'Changes', key: null },
    ],
  },
  {
    name: 'For hands and programs',
    links: [
      { href: '/shortcuts', name: 'Keyboard shortcuts', key: null },
      { href: '/api/v1/openapi.json', name: 'API', key: null },
    ],
  },
];
