import { Plus, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { isEdited } from '../state/selectors.ts';
import type { OpenRequest } from '../state/state.ts';
import { actions, useWindow, windowStore } from '../state/store.ts';
import { useRested } from '../state/use-rested.ts';
import { ContextMenu, type ContextMenuAt } from '../ui/ContextMenu.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useRowKeys } from '../ui/use-row-keys.ts';
import { Grip } from './Grip.tsx';
import { onRowMenu, type OpenMenu } from './SidebarSection.tsx';
import { tabMenu } from './tab-menu.ts';
import styles from './TabStrip.module.css';
import { shortMethod, titleOf } from './tree.ts';

/** Tabs carry this when they are dragged: nothing else can be dropped among them. */
const dragType = 'application/x-why401-tab';

const titleOfTab = (id: string): string => {
  const draft = windowStore.getState().open[id]?.draft;
  return draft === undefined ? '' : titleOf(draft);
};

const useTabDrag = () =>
  useDragAndDrop<{ readonly id: string }>({
    getItems: (keys) =>
      [...keys].map((key) => ({ [dragType]: String(key), 'text/plain': titleOfTab(String(key)) })),
    acceptedDragTypes: [dragType],
    getAllowedDropOperations: () => ['move'],
    onReorder: ({ keys, target }) => {
      const [dragged] = [...keys].map(String);
      if (dragged === undefined) return;
      const others = windowStore.getState().tabs.filter((id) => id !== dragged);
      actions.moveTab(
        dragged,
        others.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0),
      );
    },
  }).dragAndDropHooks;

interface TabProps {
  readonly id: string;
  readonly onMenu: OpenMenu;
}

const nameOfTab = (request: OpenRequest | undefined): string => {
  if (request === undefined) return '';
  return `${request.draft.method} ${titleOf(request.draft)}${isEdited(request) ? ', not saved' : ''}`;
};

const TabFace = ({ id, onMenu }: TabProps) => {
  const request = useWindow((state) => state.open[id]);
  if (request === undefined) return undefined;
  const { draft } = request;
  const title = titleOf(draft);
  return (
    <div
      className={styles['inside']}
      title={[...draft.folder, title].join(' / ')}
      onContextMenu={onRowMenu(title, () => tabMenu(id), onMenu)}
      onAuxClick={(event) => {
        if (event.button === 1) actions.closeRequests([id]);
      }}
    >
      <Grip name={title} />
      <span className={styles['verb']}>{shortMethod(draft.method)}</span>
      <span className={styles['name']}>{title}</span>
      <span className={styles['end']}>
        {isEdited(request) && <span className={styles['edited']} role="img" aria-label="not saved" />}
        <Button
          className={styles['close'] ?? ''}
          aria-label={`Close ${title}`}
          onPress={() => {
            actions.closeRequests([id]);
          }}
        >
          <X aria-hidden="true" />
        </Button>
      </span>
    </div>
  );
};

const Tab = ({ id, onMenu }: TabProps) => {
  const name = useRested(useCallback((state) => nameOfTab(state.open[id]), [id]));
  return (
    <GridListItem id={id} textValue={name} className={styles['tab'] ?? ''}>
      <TabFace id={id} onMenu={onMenu} />
    </GridListItem>
  );
};

/** The requests that are open. Arrow keys walk along them, Delete closes one; they are put in order by dragging. */
export const TabStrip = () => {
  const tabs = useWindow((state) => state.tabs);
  const current = useWindow((state) => state.current);
  const [menu, setMenu] = useState<ContextMenuAt>();
  const strip = useRef<HTMLDivElement>(null);
  const items = useMemo(() => tabs.map((id) => ({ id })), [tabs]);
  const dragAndDropHooks = useTabDrag();
  useRowKeys(strip, {
    Delete: (id) => {
      actions.closeRequests([id]);
    },
  });

  useEffect(() => {
    if (current === undefined) return undefined;
    const show = (): void => {
      strip.current
        ?.querySelector(`[data-key="${CSS.escape(current)}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    // A new tab is drawn a moment after it is known.
    const frame = requestAnimationFrame(show);
    const resized = new ResizeObserver(show);
    if (strip.current !== null) resized.observe(strip.current);
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
    };
  }, [current, tabs]);

  if (tabs.length === 0) return undefined;
  return (
    <nav className={styles['strip']} aria-label="Open requests" data-keeps-focus>
      <GridList
        ref={strip}
        aria-label="Open requests"
        orientation="horizontal"
        keyboardNavigationBehavior="tab"
        className={styles['list'] ?? ''}
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection={current !== undefined}
        selectedKeys={current === undefined ? [] : [current]}
        onSelectionChange={(keys) => {
          const [chosen] = keys === 'all' ? [] : [...keys];
          if (chosen !== undefined) actions.openRequest(String(chosen));
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {({ id }) => <Tab id={id} onMenu={setMenu} />}
      </GridList>
      <IconButton label="New request" size="small" onPress={actions.newRequest}>
        <Plus aria-hidden="true" />
      </IconButton>
      <ContextMenu
        at={menu}
        onClose={() => {
          setMenu(undefined);
        }}
      />
    </nav>
  );
};
