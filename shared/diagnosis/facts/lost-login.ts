import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { logsIn } from './login-form.ts';

/** How routers and web servers say that nothing is at an address; applications say what they did not find. */
const nothingThere =
  /\bcannot (?:post|put) \/|\b(?:requested |the )?(?:ur[il]|route|endpoint|path|page)\b[^.;]{0,80}\b(?:was |is |could )?not (?:be )?found\b|\bno (?:route|endpoint|handler|resource)\b[^.;]{0,30}\b(?:matche[sd]|found|exists?)|\bnot found on this server\b/i;

/** A login goes to an address at which nothing is. */
export const lostLogin = (facts: Facts): Said | undefined =>
  facts.status === 404 && logsIn(facts)
    ? saidOf(facts, nothingThere, /\b(?:user|account)\b(?! ?log)/i)
    : undefined;
