import { useEffect, useRef, useState } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import styles from './app.module.css';
import { ExchangePane } from './exchange/ExchangePane.tsx';
import { RequestLine } from './request/RequestLine.tsx';
import { UncheckedHost } from './request/UncheckedHost.tsx';
import { UnresolvedVariables } from './request/UnresolvedVariables.tsx';
import { RequestPane, tabsHeight } from './request/RequestPane.tsx';
import { actions, currentRequest, useWindow } from './state/store.ts';
import { threePanes, useNarrowerThan } from './ui/use-width.ts';
import { titleOf } from './workspace/tree.ts';

/** The request takes at most this share of the height while there is an exchange to look at. */
const mostOfHeight = 0.5;

/** Before the first measuring: tabs and the brief view of Auth. */
const usualHeight = 126;

/** Request above, exchange below. The request is as high as its open part needs, until somebody drags the line. */
const Split = () => {
  const [natural, setNatural] = useState(usualHeight);
  const dragged = useRef(false);
  const group = useRef<HTMLDivElement>(null);
  const requestPanel = usePanelRef();
  const isNarrow = useNarrowerThan(threePanes);
  const isCompared = useWindow((state) => currentRequest(state)?.shown.kind === 'compare');
  const isFolded = useWindow((state) => state.view.requestFolded) ?? (isCompared || isNarrow);
  const tab = useWindow((state) => currentRequest(state)?.requestTab);

  // What is asked for anew is fitted anew.
  useEffect(() => {
    dragged.current = false;
  }, [isFolded, tab]);

  useEffect(() => {
    if (dragged.current) return;
    const most = (group.current?.clientHeight ?? 0) * mostOfHeight;
    requestPanel.current?.resize(isFolded ? tabsHeight : Math.max(tabsHeight, Math.min(natural, most)));
  }, [isFolded, natural, requestPanel, tab]);

  return (
    <Group
      orientation="vertical"
      className={styles['split'] ?? ''}
      elementRef={group}
      onLayoutChanged={(_, { isUserInteraction }) => {
        if (isUserInteraction) dragged.current = true;
      }}
    >
      <Panel
        id="request"
        panelRef={requestPanel}
        defaultSize={isFolded ? tabsHeight : usualHeight}
        minSize={tabsHeight}
        groupResizeBehavior="preserve-pixel-size"
      >
        <h2 className={styles['spoken']}>Parts of the request</h2>
        <RequestPane fold={{ isFolded, onFold: actions.foldRequest }} onNaturalHeight={setNatural} />
      </Panel>
      <Separator
        aria-label="Height of the request"
        className={styles['across'] ?? ''}
        data-bare={isFolded || undefined}
      />
      <Panel id="exchange" minSize={120}>
        <h2 className={styles['spoken']}>Exchange</h2>
        <ExchangePane />
      </Panel>
    </Group>
  );
};

/** The request that is open. Before its first attempt it has all the height. */
export const WorkArea = () => {
  const id = useWindow((state) => state.current);
  const title = useWindow((state) => {
    const draft = currentRequest(state)?.draft;
    return draft === undefined ? '' : `${draft.method} ${titleOf(draft)}`;
  });
  const hasExchange = useWindow((state) => {
    const request = currentRequest(state);
    return request?.sending !== undefined || request?.shown.kind !== 'nothing';
  });
  return (
    <main className={styles['work']}>
      <h1 className={styles['spoken']}>{title}</h1>
      <RequestLine key={`line ${id ?? ''}`} />
      <UncheckedHost />
      <UnresolvedVariables />
      {hasExchange ? (
        <Split key={id} />
      ) : (
        <div className={styles['alone']} key={id}>
          <h2 className={styles['spoken']}>Parts of the request</h2>
          <RequestPane />
        </div>
      )}
    </main>
  );
};
