import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

/** Azure Storage tells all three instants of a shared access signature that is outside of its time. */
const frame = /Start \[([^\]]+)\] - Expiry \[([^\]]+)\] - Current \[([^\]]+)\]/;

/** The answer that names a beginning which lies behind the server's own time. */
export const beginsLater = (facts: Facts): { readonly said: Said; readonly ahead: number } | undefined => {
  const said = saidOf(facts, frame);
  const ahead = (Date.parse(said?.match[1] ?? '') - Date.parse(said?.match[3] ?? '')) / 1000;
  return said === undefined || Number.isNaN(ahead) || ahead <= 0 ? undefined : { said, ahead };
};
