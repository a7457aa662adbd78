import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { asksToSignIn } from './absence.ts';
import { acceptedAnywhere } from './accepted-before.ts';
import type { SeenChallenge } from './seen-challenges.ts';
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

/** Basic was sent to a gateway that keeps Authorization from the program unless told otherwise. */
const pairToGateway = (facts: Facts): boolean =>
  facts.authorization?.parsed?.scheme === 'basic' &&
  /mod_wsgi|fcgid|fastcgi/i.test(responseValue(facts, 'Server') ?? '');

/** Gateways that keep Authorization from the program, which then asks for a login as if none had come. */
export const withheld = (facts: Facts): Said | undefined =>
  pairToGateway(facts) ? asksToSignIn(facts) : undefined;

/** The page of Apache itself, which has then checked the pair on its own. */
const checkedByApache = /could not verify that you are authorized/i;

const judgesPair = /invalid|incorrect|wrong|\bbad\b|unknown|locked|disabled|not (?:found|match)/i;

/** The program behind such a gateway, and not Apache, asks once more for the pair that was sent, and finds no fault in it. */
export const askedBehindGateway = (facts: Facts): SeenChallenge | undefined =>
  pairToGateway(facts) &&
  facts.status === 401 &&
  !checkedByApache.test(facts.bodyText) &&
  !judgesPair.test(facts.said) &&
  acceptedAnywhere(facts) === undefined
    ? facts.challenges.find(({ challenge }) => challenge.scheme === 'basic')
    : undefined;
