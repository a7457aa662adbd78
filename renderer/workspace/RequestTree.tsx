import { Plus, Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { ListLayout, Tree, Virtualizer, type Key } from 'react-aria-components';
import { folderKey } from '../../shared/workspace/folder.ts';
import { isEdited } from '../state/selectors.ts';
import type { WindowState } from '../state/state.ts';
import { actions, useWindow, windowStore } from '../state/store.ts';
import { useRested } from '../state/use-rested.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useRowKeys } from '../ui/use-row-keys.ts';
import { placeOfName, RenameField, type RenamedPlace } from './RenameField.tsx';
import type { TreeEdits } from './row-menus.ts';
import styles from './Sidebar.module.css';
import { SectionWords, SidebarSection, type OpenMenu } from './SidebarSection.tsx';
import { draftsFound, folderIds, nodesById, titleOf, treeOf, type TreeNode } from './tree.ts';
import { TreeRow } from './TreeRows.tsx';
import { useTreeDrag } from './use-tree-drag.ts';

/** Height of a row in CSS pixels, `--row` of the tokens: a tree of thousands places its rows without drawing them. */
const rowHeight = 28;

/** From so many requests on they are looked for rather than looked at. */
const manyRequests = 10;

const unsavedIds = ({ tabs, workspace }: WindowState): readonly string[] => {
  const known = new Set(workspace.requests.map(({ id }) => id));
  return tabs.filter((id) => !known.has(id));
};

/** Which open requests no file holds: another text when there are others. */
const unsavedSignature = (state: WindowState): string => unsavedIds(state).join('\n');

/** What their rows are called. */
const unsavedNames = (state: WindowState): string =>
  unsavedIds(state)
    .map((id) => {
      const draft = state.open[id]?.draft;
      return draft === undefined ? '' : `${draft.method} ${titleOf(draft)}`;
    })
    .join('\n');

const useNodes = (typed: string): readonly TreeNode[] => {
  const saved = useWindow((state) => state.workspace.requests);
  const folders = useWindow((state) => state.workspace.folders);
  const unsaved = useWindow(unsavedSignature);
  const names = useRested(unsavedNames);
  const kept = useMemo(
    () => treeOf(draftsFound(saved, typed), typed.trim() === '' ? folders : []),
    [saved, folders, typed],
  );
  const fresh = useMemo(() => {
    const { open } = windowStore.getState();
    const drafts = (unsaved === '' ? [] : unsaved.split('\n')).flatMap((id) => open[id]?.draft ?? []);
    return draftsFound(drafts, typed).map((draft): TreeNode => ({ kind: 'request', id: draft.id, draft }));
    // The names are read out of the state with the drafts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [unsaved, names, typed]);
  return useMemo(() => [...fresh, ...kept], [fresh, kept]);
};

/** Deletes what a row stands for: a saved request, a folder with all in it, or closes what was never saved. */
const removeNode = (node: TreeNode): void => {
  if (node.kind === 'folder') {
    actions.deleteFolder(node.path);
    return;
  }
  const open = windowStore.getState().open[node.id];
  if (open !== undefined && open.saved === undefined && isEdited(open)) actions.closeRequests([node.id]);
  else void actions.deleteRequest(node.id);
};

/** Resolves to the id of its row: a folder is known by its path. */
const renameNode = async (node: TreeNode, name: string): Promise<string> => {
  if (node.kind === 'request') {
    await actions.renameRequest(node.id, name);
    return node.id;
  }
  const to = [...node.path.slice(0, -1), name];
  await actions.moveFolder(node.path, to);
  return folderKey(to);
};

export const RequestTree = ({ onMenu }: { readonly onMenu: OpenMenu }) => {
  const count = useWindow((state) => state.workspace.requests.length);
  const folded = useWindow((state) => state.folded);
  const [filter, setFilter] = useState('');
  const [renamed, setRenamed] = useState<RenamedPlace>();
  const list = useRef<HTMLDivElement>(null);
  const nodes = useNodes(filter);
  const byId = useMemo(() => nodesById(nodes), [nodes]);
  const dragAndDropHooks = useTreeDrag(byId);
  const expanded = useMemo(() => {
    const all = folderIds(nodes);
    if (filter.trim() !== '') return all;
    const closed = new Set(folded);
    return all.filter((id) => !closed.has(id));
  }, [nodes, folded, filter]);

  const edits: TreeEdits = useMemo(
    () => ({
      rename(id) {
        // The menu that asked for it gives the focus back first.
        setTimeout(() => {
          if (list.current !== null) setRenamed(placeOfName(list.current, id, styles['name'] ?? ''));
        }, 50);
      },
    }),
    [],
  );
  useRowKeys(list, {
    F2: edits.rename,
    Delete: (id) => {
      const node = byId.get(id);
      if (node !== undefined) removeNode(node);
    },
  });

  const focusRow = (id: string): void => {
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus();
  };

  const fold = (keys: Set<Key>): void => {
    if (filter.trim() !== '') return;
    const folders = folderIds(nodes);
    actions.foldFolders(folders.filter((id) => !keys.has(id)));
  };

  return (
    <SidebarSection
      title="Requests"
      action={
        <IconButton label="New request" size="small" onPress={actions.newRequest} placement="right">
          <Plus aria-hidden="true" />
        </IconButton>
      }
    >
      {(count >= manyRequests || filter !== '') && (
        <div className={styles['search']}>
          <TextInput
            label="Filter requests"
            labelHidden
            face="ui"
            type="search"
            placeholder="Filter"
            value={filter}
            start={<Search aria-hidden="true" />}
            onChange={setFilter}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter !== '') {
                event.preventDefault();
                event.stopPropagation();
                setFilter('');
              }
            }}
          />
        </div>
      )}
      {nodes.length === 0 ? (
        <SectionWords>
          {filter === ''
            ? 'Saved as readable files in a folder that belongs in git.'
            : 'No request has these words.'}
        </SectionWords>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
          <Tree
            ref={list}
            aria-label="Requests"
            className={styles['list'] ?? ''}
            items={nodes}
            dependencies={[edits, onMenu]}
            expandedKeys={expanded}
            onExpandedChange={fold}
            onAction={(key) => {
              const node = byId.get(String(key));
              if (node?.kind === 'folder') {
                actions.foldFolders(
                  folded.includes(node.id) ? folded.filter((id) => id !== node.id) : [...folded, node.id],
                );
              } else actions.openRequest(String(key));
            }}
            dragAndDropHooks={dragAndDropHooks}
          >
            {(node) => <TreeRow node={node} edits={edits} onMenu={onMenu} />}
          </Tree>
        </Virtualizer>
      )}
      {renamed !== undefined && (
        <RenameField
          key={renamed.id}
          place={renamed}
          onDone={(name) => {
            setRenamed(undefined);
            const node = byId.get(renamed.id);
            focusRow(renamed.id);
            if (node === undefined || name === undefined) return;
            void renameNode(node, name).then((id) => requestAnimationFrame(() => focusRow(id)));
          }}
        />
      )}
    </SidebarSection>
  );
};
