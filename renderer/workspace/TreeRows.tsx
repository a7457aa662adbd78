import { ChevronRight } from 'lucide-react';
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { responseOf } from '../../shared/exchange/exchange.ts';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import { isEdited } from '../state/selectors.ts';
import type { OpenRequest } from '../state/state.ts';
import { useWindow } from '../state/store.ts';
import { Grip } from './Grip.tsx';
import { lastStatus } from './history-words.ts';
import { folderMenu, requestMenu, type TreeEdits } from './row-menus.ts';
import styles from './Sidebar.module.css';
import { onRowMenu, RowEnd, type OpenMenu } from './SidebarSection.tsx';
import { shortMethod, titleOf, type TreeNode } from './tree.ts';

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

interface RowProps<Kind extends TreeNode['kind']> {
  readonly node: TreeNode & { readonly kind: Kind };
  readonly edits: TreeEdits;
  readonly onMenu: OpenMenu;
}

const Folder = ({ node, edits, onMenu }: RowProps<'folder'>) => {
  const groups = () => folderMenu(node.path, edits);
  return (
    <TreeItem id={node.id} textValue={node.name} className={styles['row'] ?? ''}>
      <TreeItemContent>
        {({ level }) => (
          <div
            className={styles['inner']}
            style={{ paddingInlineStart: indent(level) }}
            onContextMenu={onRowMenu(node.name, groups, onMenu)}
          >
            <Grip name={node.name} />
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
      <Collection items={node.children} dependencies={[edits, onMenu]}>
        {(child) => <TreeRow node={child} edits={edits} onMenu={onMenu} />}
      </Collection>
    </TreeItem>
  );
};

/** What a row in sight shows of its request. Rows out of sight listen to nothing. */
const RequestLine = ({ node, edits, onMenu, level }: RowProps<'request'> & { readonly level: number }) => {
  const open = useWindow((state) => state.open[node.id]);
  const isCurrent = useWindow((state) => state.current === node.id);
  const status = useWindow((state) => statusOf(state.open[node.id], state.history, node));
  const draft = open?.draft ?? node.draft;
  const title = titleOf(draft);
  const edited = open !== undefined && isEdited(open);
  const groups = () => requestMenu(node.id, open, edits);
  return (
    <div
      className={styles['inner']}
      style={{ paddingInlineStart: indent(level) }}
      data-current={isCurrent || undefined}
      onContextMenu={onRowMenu(title, groups, onMenu)}
    >
      <Grip name={title} />
      <span className={styles['verb']}>{shortMethod(draft.method)}</span>
      <span className={styles['name']}>{title}</span>
      {edited && <span className={styles['edited']} role="img" aria-label="not saved" />}
      <RowEnd label={title} groups={groups} onMenu={onMenu}>
        {status !== undefined && (
          <span data-refused={[401, 403, 407, 419].includes(status) || undefined}>{status}</span>
        )}
      </RowEnd>
    </div>
  );
};

const Request = ({ node, edits, onMenu }: RowProps<'request'>) => (
  <TreeItem
    id={node.id}
    textValue={`${node.draft.method} ${titleOf(node.draft)}`}
    className={styles['row'] ?? ''}
  >
    <TreeItemContent>
      {({ level }) => <RequestLine node={node} edits={edits} onMenu={onMenu} level={level} />}
    </TreeItemContent>
  </TreeItem>
);

/** A folder with what is in it, or a request. */
export const TreeRow = ({ node, edits, onMenu }: RowProps<TreeNode['kind']>) =>
  node.kind === 'folder' ? (
    <Folder node={node} edits={edits} onMenu={onMenu} />
  ) : (
    <Request node={node} edits={edits} onMenu={onMenu} />
  );
