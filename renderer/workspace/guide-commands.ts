import { guideCommand, guidePages } from '../../shared/guide/guide-pages.ts';
import type { Command } from './commands.ts';

/** One command for each page of the guide: the Help menus and the palette have them all. */
export const guideCommands: readonly Command[] = guidePages.map(({ id, title }) => ({
  id: guideCommand(id),
  label: `Guide: ${title}`,
  run: (actions) => {
    actions.openDialog({ kind: 'guide', page: id });
  },
}));
