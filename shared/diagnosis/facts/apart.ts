import { hostIn } from '../../exchange/url.ts';
import { shortened } from '../rule.ts';

/** What a verdict has room for. */
const ROOM = 48;

const webHost = (text: string): string | undefined => (/^https?:/i.test(text) ? hostIn(text) : undefined);

/**
 * Two addresses or identifiers as a verdict sets them against each other: by their hosts, where these differ and the whole
 * is long; else with their middles left out. Whole they stand in the evidence.
 */
export const apart = (got: string, wanted: string): readonly [got: string, wanted: string] => {
  const hosts = [webHost(got), webHost(wanted)] as const;
  return got.length + wanted.length > ROOM &&
    hosts[0] !== undefined &&
    hosts[1] !== undefined &&
    hosts[0] !== hosts[1]
    ? [hosts[0], hosts[1]]
    : [shortened(got, ROOM), shortened(wanted, ROOM)];
};
