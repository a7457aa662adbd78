import { responseOf, type Attempt, type Exchange } from '../../shared/exchange/exchange.ts';
import { maskUrl } from '../../shared/exchange/redact.ts';
import { tabLabels } from '../state/evidence-tab.ts';
import type { ExchangeTab } from '../state/state.ts';
import type { TabItem } from '../ui/Tabs.tsx';
import { cookiesOf } from './cookie-rows.ts';
import { hopsOf } from './hops.ts';
import { pillOf } from './status-tone.ts';
import { tokensIn } from './tokens/tokens-in.ts';

/** The tabs that an exchange has something for; Signature only where it was signed, Tokens only where there are any, Hops only where a redirect was followed. */
export const tabsOf = (
  attempt: Attempt,
  exchange: Exchange,
  /** How many experiments were made on it; absent where there are none to make. */
  experiments?: number,
): readonly TabItem<ExchangeTab>[] => {
  const redirected = attempt.exchanges.some(({ redirect }) => redirect !== undefined);
  const { sent, received } = cookiesOf(exchange, false);
  const cookies = sent.length + received.length;
  const tokens = tokensIn(exchange).length;
  const item = (id: ExchangeTab, count = 0): TabItem<ExchangeTab> => ({
    id,
    label:
      id === 'tls' && exchange.connection !== undefined && exchange.connection.tls === undefined
        ? 'Connection'
        : tabLabels[id],
    ...(count === 0 ? {} : { note: count }),
  });
  return [
    item('body'),
    item('headers', (responseOf(exchange)?.fields ?? exchange.request.fields).length),
    item('wire'),
    ...(exchange.request.xray === undefined ? [] : [item('signature')]),
    ...(redirected ? [item('hops', hopsOf(attempt, [], false).length)] : []),
    item('timeline'),
    item('cookies', cookies),
    ...(tokens === 0 ? [] : [item('tokens', tokens)]),
    item('tls'),
    ...(experiments === undefined ? [] : [item('experiments', experiments)]),
  ];
};

/** What an exchange was for; nothing for the request itself. */
export const purposeWords: Readonly<Record<Exchange['purpose'], string>> = {
  resource: '',
  token: 'token request',
  discovery: 'metadata',
  connect: 'proxy',
  experiment: 'experiment',
};

/** How the list of an attempt's exchanges names one: "POST login.acme.example/token", with what it was for. */
export const exchangeLabel = (exchange: Exchange): { readonly label: string; readonly note: string } => {
  const { method, url } = exchange.request;
  const where = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : maskUrl(url);
  const purpose = purposeWords[exchange.purpose];
  const status = pillOf(exchange).text;
  return { label: `${method} ${where}`, note: purpose === '' ? status : `${purpose}, ${status}` };
};

/** Index of the exchange that is shown first: the one that the diagnosis explains, else the last. */
export const initialExchange = (attempt: Attempt, explained: number | undefined): number =>
  explained !== undefined && explained >= 0 && explained < attempt.exchanges.length
    ? explained
    : Math.max(0, attempt.exchanges.length - 1);
