import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { responseOf } from '../../shared/exchange/exchange.ts';
import type { AttemptRecord, ExchangeTab } from '../state/state.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import styles from './AttemptView.module.css';
import { BodyView } from './BodyView.tsx';
import { CookiesView } from './CookiesView.tsx';
import { initialExchange, tabsOf } from './exchange-tabs.ts';
import { FlowSteps } from './FlowSteps.tsx';
import { HeadersView } from './HeadersView.tsx';
import { HopsView } from './HopsView.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SignatureView } from './SignatureView.tsx';
import { StatusBar } from './StatusBar.tsx';
import type { Thread } from './thread.ts';
import { TimelineView } from './TimelineView.tsx';
import { TlsView } from './TlsView.tsx';
import { TokensView } from './tokens/TokensView.tsx';
import { wireText } from './wire-text.ts';
import { WireView } from './WireView.tsx';

export interface AttemptViewProps {
  readonly record: AttemptRecord;
  readonly tab: ExchangeTab;
  readonly thread: Thread;
  /** Secrets are shown in plain. */
  readonly revealed: boolean;
  /** Issuer of the profile in use. */
  readonly issuer: string | undefined;
  /** Chooses among several attempts; stands before the status. */
  readonly switcher: React.ReactNode;
  /** What could be found out about the refusal, and how many experiments were made. */
  readonly experiments?: { readonly count: number; readonly view: React.ReactNode } | undefined;
  /** All attempts of the request: their tokens can be compared with this one's. */
  readonly attempts?: readonly AttemptRecord[];
  readonly onTab: (tab: ExchangeTab) => void;
  readonly onReveal: (on: boolean) => void;
}

/** The exchange that is shown, and how to choose another. Evidence that is gone to brings its own exchange. */
const useShownExchange = (
  record: AttemptRecord,
  thread: Thread,
): readonly [number, (index: number) => void] => {
  const [chosen, choose] = useState<{ readonly attempt: string; readonly index: number }>();
  const { active, scrollRequest, evidence } = thread;
  useEffect(() => {
    const wanted = scrollRequest === 0 || active === undefined ? undefined : evidence[active]?.place.exchange;
    if (wanted !== undefined) choose({ attempt: record.attempt.id, index: wanted });
    // Only going to evidence changes the exchange; hovering it does not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scrollRequest]);
  const own = chosen?.attempt === record.attempt.id ? chosen.index : undefined;
  return [
    own ?? initialExchange(record.attempt, record.diagnosis.failed ? record.diagnosis.exchange : undefined),
    (index) => {
      choose({ attempt: record.attempt.id, index });
    },
  ];
};

/** One attempt: its status, the exchange that is chosen, and that exchange from every side. */
export const AttemptView = ({
  record,
  tab,
  thread,
  revealed,
  issuer,
  switcher,
  experiments,
  attempts = [],
  onTab,
  onReveal,
}: AttemptViewProps) => {
  const { attempt } = record;
  const [index, choose] = useShownExchange(record, thread);
  const exchange = attempt.exchanges[index];
  if (exchange === undefined) {
    return (
      <>
        {switcher !== null && <div className={styles['alone']}>{switcher}</div>}
        <EmptyState>{attempt.stopped?.message ?? 'Nothing was sent.'}</EmptyState>
      </>
    );
  }

  const tabs = tabsOf(attempt, exchange, experiments?.count);
  // Where no answer came there is no body to look at, but there are bytes that left.
  const fits = tabs.some(({ id }) => id === tab) && !(tab === 'body' && exchange.outcome.kind === 'failed');
  const shown = fits ? tab : 'wire';
  const imported = attempt.source === 'imported';
  const common = { exchange, index, thread, revealed };
  const content = (): React.ReactNode => {
    switch (shown) {
      case 'body':
        return <BodyView {...common} />;
      case 'headers':
        return <HeadersView {...common} />;
      case 'wire':
        return <WireView {...common} imported={imported} issuer={issuer} />;
      case 'signature':
        return exchange.request.xray === undefined ? null : (
          <SignatureView xray={exchange.request.xray} response={responseOf(exchange)} />
        );
      case 'hops':
        return <HopsView attempt={attempt} thread={thread} revealed={revealed} />;
      case 'timeline':
        return (
          <TimelineView
            attempts={[attempt.exchanges]}
            current={exchange.id}
            onChoose={(id) => {
              choose(attempt.exchanges.findIndex((each) => each.id === id));
              onTab('wire');
            }}
          />
        );
      case 'cookies':
        return <CookiesView exchange={exchange} revealed={revealed} />;
      case 'tokens':
        return <TokensView exchange={exchange} attempts={attempts} issuer={issuer} />;
      case 'tls':
        return <TlsView exchange={exchange} index={index} thread={thread} />;
      case 'experiments':
        return experiments?.view;
      default:
        return shown satisfies never;
    }
  };
  return (
    <>
      <StatusBar attempt={attempt} index={index} switcher={switcher} onChoose={choose} />
      <FlowSteps attempt={attempt} index={index} onChoose={choose} />
      {attempt.stopped !== undefined && (
        <div className={styles['stopped']}>
          <Notice tone="refused">{attempt.stopped.message}</Notice>
        </div>
      )}
      {exchange.outcome.kind === 'failed' && (
        <div className={styles['stopped']}>
          <Notice tone={exchange.outcome.failure.code === 'cancelled' ? 'neutral' : 'warned'}>
            {exchange.outcome.failure.message}
          </Notice>
        </div>
      )}
      <Tabs
        label="Response"
        tabs={tabs}
        selected={shown}
        onSelect={onTab}
        className={styles['tabs'] ?? ''}
        tools={
          <>
            <IconButton
              label={revealed ? 'Hide secrets' : 'Show secrets for 30 s'}
              size="small"
              isOn={revealed}
              onPress={() => {
                onReveal(!revealed);
              }}
            >
              {revealed ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            </IconButton>
            <CopyButton
              label="Copy the exchange as text, secrets masked"
              text={async () => wireText(exchange, imported)}
            />
          </>
        }
      >
        {content()}
      </Tabs>
    </>
  );
};
