import { LockKeyhole, Pin, Search, X } from 'lucide-react';
import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import { toneOfStatus } from '../exchange/status-tone.ts';
import { actions, useWindow } from '../state/store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { StatusPill } from '../ui/StatusPill.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useNow } from '../ui/use-now.ts';
import { HistoryFilters } from './HistoryFilters.tsx';
import { nameInList, timeInList } from './history-words.ts';
import { historyMenu } from './row-menus.ts';
import styles from './Sidebar.module.css';
import { onRowMenu, RowEnd, SectionWords, SidebarSection, type OpenMenu } from './SidebarSection.tsx';

/** In a list only a refusal has a colour: what went well is not news. */
const Pill = ({ entry }: { readonly entry: HistoryEntry }) => {
  if (entry.status === undefined) return <StatusPill tone="neutral">···</StatusPill>;
  const tone = toneOfStatus(entry.status);
  return <StatusPill tone={tone === 'accepted' ? 'neutral' : tone}>{entry.status}</StatusPill>;
};

const pinWords = ({ pinned, withSecrets }: HistoryEntry): string =>
  pinned === true ? `, pinned${withSecrets === true ? ' with its secrets' : ''}` : '';

const Row = ({
  entry,
  nowMs,
  onMenu,
}: {
  readonly entry: HistoryEntry;
  readonly nowMs: number;
  readonly onMenu: OpenMenu;
}) => {
  const isShown = useWindow((state) => state.current === `history-${entry.id}`);
  const name = nameInList(entry);
  const groups = () => historyMenu(entry);
  const outcome = entry.status ?? 'no answer';
  return (
    <GridListItem
      id={entry.id}
      textValue={`${timeInList(entry.atMs, nowMs)} ${outcome} ${entry.method} ${name}${pinWords(entry)}`}
      className={styles['row'] ?? ''}
      data-current={isShown || undefined}
    >
      <div
        className={styles['inner']}
        title={entry.url}
        onContextMenu={onRowMenu(`${entry.method} ${name}`, groups, onMenu)}
      >
        <time className={styles['time']} dateTime={new Date(entry.atMs).toISOString()}>
          {timeInList(entry.atMs, nowMs)}
        </time>
        <Pill entry={entry} />
        <span className={styles['name']}>
          {entry.method} {name}
        </span>
        <RowEnd label={`${entry.method} ${name}`} groups={groups} onMenu={onMenu}>
          {entry.withSecrets === true ? (
            <LockKeyhole className={styles['pin']} aria-label="Pinned with its secrets" />
          ) : (
            entry.pinned === true && <Pin className={styles['pin']} aria-label="Pinned" />
          )}
        </RowEnd>
      </div>
    </GridListItem>
  );
};

export const HistoryList = ({ onMenu }: { readonly onMenu: OpenMenu }) => {
  const entries = useWindow((state) => state.history);
  const search = useWindow((state) => state.historySearch);
  const [searching, setSearching] = useState(false);
  const nowMs = useNow(60_000);
  const isSearching = searching || search !== '';
  const stop = (): void => {
    setSearching(false);
    if (search !== '') void actions.searchHistory('');
  };

  return (
    <SidebarSection
      title="History"
      grows
      action={
        entries.length === 0 && !isSearching ? undefined : (
          <IconButton
            label={isSearching ? 'Stop searching' : 'Search history'}
            size="small"
            placement="right"
            onPress={() => {
              if (isSearching) stop();
              else setSearching(true);
            }}
          >
            {isSearching ? <X aria-hidden="true" /> : <Search aria-hidden="true" />}
          </IconButton>
        )
      }
    >
      {isSearching && (
        <div className={styles['search']}>
          <TextInput
            label="Search history"
            labelHidden
            face="ui"
            placeholder="Words, status:401, host:api"
            autoFocus
            value={search}
            onChange={(text) => void actions.searchHistory(text)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') stop();
            }}
            help="Also cause: and profile: with a name."
          />
          <HistoryFilters search={search} onChange={(text) => void actions.searchHistory(text)} />
        </div>
      )}
      {entries.length === 0 ? (
        <SectionWords>
          {isSearching ? 'Nothing that was sent matches.' : 'What was sent and what came back. Nothing yet.'}
        </SectionWords>
      ) : (
        <GridList
          aria-label="History"
          className={styles['list'] ?? ''}
          items={entries}
          onAction={(key) => void actions.openHistory(String(key))}
        >
          {(entry) => <Row entry={entry} nowMs={nowMs} onMenu={onMenu} />}
        </GridList>
      )}
    </SidebarSection>
  );
};
