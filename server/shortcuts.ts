import { MAIN_LINKS } from './navigation.js';

/** A key, or keys one after the other, and what they do. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Every shortcut of views/public/js/keyboard.js, grouped as the page of shortcuts lists them. */
export const SHORTCUT_GROUPS: readonly { readonly name: string; readonly shortcuts: readonly Shortcut[] }[] =
  [
    {
      name: 'Everywhere',
      shortcuts: [
        { keys: ['?'], does: 'Show this list' },
        { keys: ['/'], does: 'Go to the search field' },
        { keys: ['Esc'], does: 'Leave a field; close this list, or the explanation of a marked word' },
      ],
    },
    {
      name: 'Go to',
      shortcuts: MAIN_LINKS.flatMap(({ key, name }) =>
        key === null ? [] : [{ keys: ['g', key], does: name }],
      ),
    },
    {
      name: 'In lists and on cards',
      shortcuts: [
        { keys: ['j'], does: 'Next row or card' },
        { keys: ['k'], does: 'Row or card before' },
        { keys: ['Enter'], does: 'Open it' },
        { keys: ['x'], does: 'Check it, or uncheck it' },
        { keys: ['c'], does: 'Compare what is checked (two to six articles)' },
      ],
    },
    {
      name: 'On a report',
      shortcuts: [{ keys: ['e'], does: 'Edit title, outlet, date and text' }],
    },
  ];
