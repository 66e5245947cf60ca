import { SHORTCUT_GROUPS } from '../shortcuts.js';
import { definePage, NO_PARAMS } from './page.js';

/** What the keyboard does; the same list opens over any page with `?`. */
export const shortcutsPage = definePage({
  path: '/shortcuts',
  summary: 'The keyboard shortcuts, and the switch that turns them off',
  params: NO_PARAMS,
  query: NO_PARAMS,
  make: {
    html: async () => ({
      template: 'shortcuts',
      title: 'Keyboard shortcuts',
      section: '/shortcuts',
      model: { groups: SHORTCUT_GROUPS },
    }),
  },
});
