import type { Facts } from '../facts.ts';
import { shortened } from '../rule.ts';

/** The call as a verdict names it: "POST /v1/notes". A long path is cut in its middle. */
export const callInWords = ({ exchange, url }: Facts): string =>
  `${exchange.request.method} ${shortened(url?.pathname ?? exchange.request.url, 44)}`;
