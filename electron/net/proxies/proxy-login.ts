import type { ReceivedResponse, SentField, Xray } from '../../../shared/exchange/exchange.ts';

/** What one leg shows the proxy. */
export interface ProxyAnswer {
  readonly field: SentField;
  /** How it was computed. */
  readonly xray?: Xray;
}

/**
 * Shows one proxy who asks, for one request: leg by leg, each with the field that it carries. Answers are remembered
 * between requests as far as the scheme allows.
 */
export interface ProxyLogin {
  /** For the first leg; absent where nothing is shown before the proxy asks. @throws WireError where a ticket is missing */
  first(): Promise<ProxyAnswer | undefined>;
  /** For the next leg; absent where this response is the last word. @throws WireError as above */
  next(response: ReceivedResponse): Promise<ProxyAnswer | undefined>;
  /** Whether the legs from now on must share one connection. */
  readonly bound: boolean;
}
