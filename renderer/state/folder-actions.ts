import { folderKey } from '../../shared/workspace/folder.ts';
import { ask, notify, type Context } from './context.ts';
import { deletion, type Deletions } from './deleting.ts';
import * as tree from './tree.ts';

export interface FolderActions {
  /** Gives a folder another name or place, with all in it. */
  moveFolder(from: readonly string[], to: readonly string[]): Promise<void>;
  /** Deletes a folder with all in it. */
  deleteFolder(path: readonly string[]): void;
  /** Remembers which folders are folded, by their keys. */
  foldFolders(keys: readonly string[]): void;
}

/** Folders of the tree as a whole. What they say of auth and variables is saved with them (saveFolder). */
export const folderActions = (context: Context, deletions: Deletions): FolderActions => {
  const move = async (from: readonly string[], to: readonly string[]): Promise<boolean> => {
    const reply = await ask(context, 'moveFolder', { from: [...from], to: [...to] });
    if (reply !== undefined) context.update((state) => tree.folderMoved(state, from, to));
    return reply !== undefined;
  };

  return {
    async moveFolder(from, to) {
      if (folderKey(from) === folderKey(to) || !(await move(from, to))) return;
      const isRenamed = folderKey(from.slice(0, -1)) === folderKey(to.slice(0, -1));
      const name = from.at(-1) ?? '';
      notify(context, {
        tone: 'neutral',
        text: isRenamed
          ? `Renamed “${name}” to “${to.at(-1) ?? ''}”.`
          : `Moved “${name}” ${tree.placeOf(to.slice(0, -1))}.`,
        action: { label: 'Undo', run: () => void move(to, from) },
      });
    },

    deleteFolder(path) {
      const content = tree.contentOf(context.get(), path);
      const requests = content.requests.map(({ id }) => id);
      const folders = content.folders.map((folder) => folder.path);
      const undo = deletions.begin({
        id: folderKey(path),
        inside: [...requests, ...folders.map(folderKey)],
        hide: (state) => tree.withoutContent(state, content),
        show: (state) => tree.withContent(state, content),
        finish: async () => {
          const paths = folders.map((folder) => [...folder]);
          await ask(context, 'deleteAll', { requests, folders: paths, environments: [], profiles: [] });
        },
      });
      const { tone, action } = deletion('', undo);
      const count = requests.length === 1 ? 'one request' : `${requests.length} requests`;
      const text = `Deleted “${path.at(-1) ?? ''}” with ${count}.`;
      notify(context, { tone, text, ...(action === undefined ? {} : { action }) });
    },

    foldFolders(keys) {
      context.update((state) => ({ ...state, folded: [...keys] }));
    },
  };
};
