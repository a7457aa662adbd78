import type { ReceivedResponse, SentField } from '../../../shared/exchange/exchange.ts';

/**
 * Shows one proxy who asks, for one request: leg by leg, each with the field that it carries. Answers are remembered
 * between requests as far as the scheme allows.
 */
export interface ProxyLogin {
  /** The field of the first leg; absent where nothing is shown before the proxy asks. */
  first(): SentField | undefined;
  /** The field of the next leg; absent where this answer is the last word. */
  next(response: ReceivedResponse): SentField | undefined;
  /** Whether the legs from now on must share one connection. */
  readonly bound: boolean;
}
