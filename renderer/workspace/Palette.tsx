import { Search } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import type { Plan } from '../../shared/remedies/remedy.ts';
import { toneOfStatus } from '../exchange/status-tone.ts';
import { plansOf } from '../state/plans.ts';
import { actions, useWindow } from '../state/store.ts';
import float from '../ui/float.module.css';
import { focusable } from '../ui/focusable.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { useNow } from '../ui/use-now.ts';
import { StatusPill } from '../ui/StatusPill.tsx';
import { paletteGroups, type PaletteItem } from './palette-items.ts';
import { matchesOf } from './palette-match.ts';
import styles from './Palette.module.css';
import { runRemedy } from './run-remedy.ts';

/** The label with what was typed marked in it. */
const Marked = ({ text, query }: { readonly text: string; readonly query: string }) => {
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of matchesOf(text, query) ?? []) {
    if (from < end) continue;
    pieces.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>);
    end = to;
  }
  return (
    <>
      {pieces}
      {text.slice(end)}
    </>
  );
};

const Item = ({ item, query }: { readonly item: PaletteItem; readonly query: string }) => (
  <ListBoxItem id={item.id} textValue={item.label} className={float['item'] ?? ''}>
    {item.method !== undefined && <span className={styles['method']}>{item.method}</span>}
    {item.status !== undefined && (
      <StatusPill tone={toneOfStatus(item.status) === 'refused' ? 'refused' : 'neutral'}>
        {item.status}
      </StatusPill>
    )}
    <span className={float['words']}>
      <Marked text={item.label} query={query} />
    </span>
    {item.note !== undefined && item.note !== '' && <span className={float['end']}>{item.note}</span>}
    {item.shortcut !== undefined && <Kbd keys={item.shortcut} />}
  </ListBoxItem>
);

const close = (): void => {
  actions.togglePalette(false);
};

/**
 * Runs what was chosen once the palette is gone. The focus goes back in the first frame after it: a dialog that opened
 * before would give it back to the palette, which is no longer there.
 */
const closeAndRun = (item: PaletteItem | undefined): void => {
  close();
  if (item === undefined) return;
  actions.remember(item.id);
  requestAnimationFrame(() => requestAnimationFrame(() => item.run()));
};

/** How long typing rests before the whole history is searched: some 50 ms at 100,000 attempts. */
const restMs = 120;

/** What the whole history holds of what is typed; the window itself has but the latest of it. */
const useFoundHistory = (query: string): readonly HistoryEntry[] => {
  const [found, setFound] = useState<readonly HistoryEntry[]>([]);
  const typed = query.trim();
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      void (typed === '' ? Promise.resolve([]) : actions.findHistory(typed)).then((entries) => {
        if (!isOver) setFound(entries);
      });
    }, restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [typed]);
  return found;
};

/** Mounted while it is open. Takes pastes: what is no search goes where it belongs. */
export const Palette = () => {
  const [query, setQuery] = useState('');
  const state = useWindow((whole) => whole);
  const now = useNow(60_000);
  const found = useFoundHistory(query);
  const groups = useMemo(() => {
    const offered = {
      plans: plansOf(state, now),
      found,
      run: (plan: Plan) => {
        runRemedy(actions, state, plan, Date.now());
      },
    };
    return paletteGroups(state, actions, offered, query, now);
  }, [state, query, now, found]);

  const paste = async (text: string): Promise<void> => {
    const problem = await actions.paste(text);
    if (problem === undefined) close();
    else setQuery(text.replace(/\s+/g, ' ').slice(0, 200));
  };

  return (
    <ModalOverlay
      className={styles['scrim'] ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className={styles['palette'] ?? ''}>
        <Dialog aria-label="Search, run a command or paste anything" className={styles['dialog'] ?? ''}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label="Search or command" autoFocus className={styles['field'] ?? ''}>
              <Search aria-hidden="true" />
              <Input
                className={styles['input'] ?? ''}
                placeholder="Search, run a command or paste anything"
                spellCheck={false}
                onPaste={(event) => {
                  event.preventDefault();
                  void paste(event.clipboardData.getData('text/plain'));
                }}
              />
              <Kbd keys="escape" />
            </SearchField>
            <ListBox
              ref={focusable}
              aria-label="Results"
              className={styles['list'] ?? ''}
              items={groups}
              renderEmptyState={() => <p className={styles['none']}>Nothing here is called that.</p>}
              onAction={(key) => {
                closeAndRun(groups.flatMap((group) => group.items).find(({ id }) => id === key));
              }}
            >
              {(group) => (
                <ListBoxSection id={group.id}>
                  <Header className={float['heading'] ?? ''}>{group.title}</Header>
                  <Collection items={group.items}>{(item) => <Item item={item} query={query} />}</Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
          <footer className={styles['foot']}>
            <span>
              <Kbd keys="arrowup" />
              <Kbd keys="arrowdown" /> choose
            </span>
            <span>
              <Kbd keys="enter" /> run
            </span>
            <span className={styles['hint']}>Paste a cURL, a JWT or a header to open it</span>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
