import type { Place } from '../../shared/diagnosis/diagnosis.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import type { ExchangeTab } from './state.ts';

/** Hops are the plainer picture where the request itself went through more than one. */
const hasHops = (attempt: Attempt): boolean =>
  attempt.exchanges.some((exchange) => exchange.redirect !== undefined);

/** The tab in which a place is seen. */
export const tabOfPlace = (place: Place, attempt: Attempt): ExchangeTab => {
  switch (place.in) {
    case 'field':
    case 'url':
    case 'status':
      return hasHops(attempt) ? 'hops' : 'wire';
    case 'body':
      return 'wire';
    case 'connection':
      return 'tls';
    case 'timing':
      return 'timeline';
    case 'experiment':
      return 'experiments';
  }
};

export const tabLabels: Readonly<Record<ExchangeTab, string>> = {
  body: 'Body',
  headers: 'Headers',
  wire: 'Wire',
  signature: 'Signature',
  hops: 'Hops',
  timeline: 'Timeline',
  cookies: 'Cookies',
  tokens: 'Tokens',
  tls: 'TLS',
  experiments: 'Experiments',
};
