import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { asksToSignIn } from './absence.ts';
import { namesGateway } from './software.ts';

/** A parser of tokens that was handed nothing counts no parts in it. */
const countsParts =
  /(?:wrong|invalid|incorrect) number of segments|not enough segments|(?:three|3) (?:segments|parts)\b/i;

/** The words count the parts of a token, the one that was sent has all three (RFC 7515 §7.1), and a gateway stands there. */
export const partsLost = (facts: Facts): Said | undefined =>
  namesGateway(facts) !== undefined &&
  facts.token?.jwt !== undefined &&
  facts.authorization?.parsed?.scheme === 'bearer'
    ? saidOf(facts, countsParts)
    : undefined;

/** Gateways that keep Authorization from the program, which then asks for a login as if none had come. */
export const withheld = (facts: Facts): Said | undefined =>
  facts.authorization?.parsed?.scheme === 'basic' &&
  /mod_wsgi|fcgid|fastcgi/i.test(responseValue(facts, 'Server') ?? '')
    ? asksToSignIn(facts)
    : undefined;
