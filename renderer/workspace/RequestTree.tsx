import { ChevronRight, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { responseOf } from '../../shared/exchange/exchange.ts';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import { isEdited } from '../state/selectors.ts';
import type { OpenRequest } from '../state/state.ts';
import { actions, useWindow } from '../state/store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { lastStatus } from './history-words.ts';
import { folderMenu, requestMenu } from './row-menus.ts';
import styles from './Sidebar.module.css';
import { onRowMenu, RowEnd, SectionWords, SidebarSection, type OpenMenu } from './SidebarSection.tsx';
import { folderIds, shortMethod, titleOf, treeOf, type TreeNode } from './tree.ts';

const statusOf = (
  open: OpenRequest | undefined,
  history: readonly HistoryEntry[],
  node: TreeNode & { kind: 'request' },
): number | undefined => {
  const last = open?.attempts.at(-1)?.attempt.exchanges.at(-1);
  return last === undefined ? lastStatus(history, node.draft) : responseOf(last)?.status;
};

/** Rows stand 16 px further in with each level. */
const indent = (level: number): string => `${8 + (level - 1) * 16}px`;

interface NodeProps {
  readonly node: TreeNode;
  readonly onMenu: OpenMenu;
}

const Folder = ({ node, onMenu }: NodeProps & { readonly node: TreeNode & { kind: 'folder' } }) => {
  const groups = () => folderMenu(node.path);
  return (
    <TreeItem id={node.id} textValue={node.name} className={styles['row'] ?? ''}>
      <TreeItemContent>
        {({ level }) => (
          <div
            className={styles['inner']}
            style={{ paddingInlineStart: indent(level) }}
            onContextMenu={onRowMenu(node.name, groups, onMenu)}
          >
            <Button slot="chevron" className={styles['twist'] ?? ''}>
              <ChevronRight aria-hidden="true" />
            </Button>
            <span className={styles['name']}>{node.name}</span>
            <RowEnd label={node.name} groups={groups} onMenu={onMenu}>
              {node.hasAuth && 'auth'}
            </RowEnd>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{(child) => <Node node={child} onMenu={onMenu} />}</Collection>
    </TreeItem>
  );
};

const Request = ({ node, onMenu }: NodeProps & { readonly node: TreeNode & { kind: 'request' } }) => {
  const open = useWindow((state) => state.open[node.id]);
  const isCurrent = useWindow((state) => state.current === node.id);
  const history = useWindow((state) => state.history);
  const draft = open?.draft ?? node.draft;
  const status = statusOf(open, history, node);
  const title = titleOf(draft);
  const edited = open !== undefined && isEdited(open);
  const groups = () => requestMenu(node.id, open);
  return (
    <TreeItem
      id={node.id}
      textValue={`${draft.method} ${title}`}
      className={styles['row'] ?? ''}
      data-current={isCurrent || undefined}
    >
      <TreeItemContent>
        {({ level }) => (
          <div
            className={styles['inner']}
            style={{ paddingInlineStart: indent(level) }}
            onContextMenu={onRowMenu(title, groups, onMenu)}
          >
            <span className={styles['verb']}>{shortMethod(draft.method)}</span>
            <span className={styles['name']}>{title}</span>
            {edited && <span className={styles['edited']} role="img" aria-label="not saved" />}
            <RowEnd label={title} groups={groups} onMenu={onMenu}>
              {status !== undefined && (
                <span data-refused={[401, 403, 407, 419].includes(status) || undefined}>{status}</span>
              )}
            </RowEnd>
          </div>
        )}
      </TreeItemContent>
    </TreeItem>
  );
};

const Node = ({ node, onMenu }: NodeProps) =>
  node.kind === 'folder' ? <Folder node={node} onMenu={onMenu} /> : <Request node={node} onMenu={onMenu} />;

export const RequestTree = ({ onMenu }: { readonly onMenu: OpenMenu }) => {
  const saved = useWindow((state) => state.workspace.requests);
  const folders = useWindow((state) => state.workspace.folders);
  const open = useWindow((state) => state.open);
  const nodes = useMemo(() => {
    const known = new Set(saved.map((draft) => draft.id));
    const unsaved = Object.values(open)
      .map((request) => request.draft)
      .filter((draft) => !known.has(draft.id))
      .map((draft): TreeNode => ({ kind: 'request', id: draft.id, draft }));
    return [...unsaved, ...treeOf(saved, folders)];
  }, [saved, folders, open]);

  return (
    <SidebarSection
      title="Requests"
      action={
        <IconButton label="New request" size="small" onPress={actions.newRequest} placement="right">
          <Plus aria-hidden="true" />
        </IconButton>
      }
    >
      {nodes.length === 0 ? (
        <SectionWords>Saved as readable files in a folder that belongs in git.</SectionWords>
      ) : (
        <Tree
          // A tree learns its folders once; with other folders it is another tree.
          key={folderIds(nodes).join()}
          aria-label="Requests"
          className={styles['list'] ?? ''}
          items={nodes}
          defaultExpandedKeys={folderIds(nodes)}
          onAction={(key) => {
            actions.openRequest(String(key));
          }}
        >
          {(node) => <Node node={node} onMenu={onMenu} />}
        </Tree>
      )}
    </SidebarSection>
  );
};
