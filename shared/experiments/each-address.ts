import { answerOf, requestsIn, statusesOf, statusOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, hostOf, requestLine, resending } from './plans.ts';
import type { Ran } from './result.ts';
import type { Scene } from './scene.ts';
import { sendsPassword } from './variants.ts';

const isAddress = (host: string): boolean => /^(?:\d+(?:\.\d+){3}|\[.*\])$/.test(host);

const most = (scene: Scene): number => (sendsPassword(scene) ? 2 : 4);

/** Those that the resolver gave, the one that refused left out where there are more than fit. */
const addressesIn = (scene: Scene, runs: readonly Ran[]): readonly string[] =>
  runs
    .flatMap((ran) => (ran.kind === 'resolve' ? ran.addresses : []))
    .toSorted((a, b) => Number(a === usedBy(scene)) - Number(b === usedBy(scene)))
    .slice(0, most(scene));

const usedBy = ({ facts }: Scene): string | undefined => facts.exchange.connection?.remoteAddress;

/** Whether another server behind the same name, or a newer address of it, answers otherwise. */
export const eachAddress = defineExperiment({
  id: 'each-address',
  changed: 'At each address of the host',
  question: 'Do all addresses of this host answer alike?',
  says: {
    accepted: 'Another address of the same name accepts it',
    differs: 'The addresses of this name answer differently',
    same: 'Every address of this name answers the same',
    moved: 'The name has other addresses now than the one that was asked',
    single: 'The name has this one address: the resolver is not to blame',
    unclear: 'The answers say nothing about it',
  },
  likelihoods: {
    otherwise: { accepted: 0.3, differs: 1.7, same: 30, moved: 3, single: 60, unclear: 5 },
    'stale-dns': { accepted: 55, differs: 10, same: 4, moved: 25, single: 2, unclear: 4 },
    'server-misconfigured': { accepted: 12, differs: 8, same: 28, moved: 3, single: 45, unclear: 4 },
    'blocked-by-intermediary': { accepted: 3, differs: 5, same: 30, moved: 6, single: 51, unclear: 5 },
    'cached-response': { accepted: 5, differs: 8, same: 28, moved: 4, single: 50, unclear: 5 },
  },
  plan: (scene) => {
    const host = scene.facts.url?.hostname ?? '';
    const { proxy } = scene.facts.exchange.connection ?? {};
    return canSend(scene) && !isAddress(host) && host !== 'localhost' && proxy === undefined
      ? resending(scene, {
          most: most(scene),
          sends: `Asks the resolver for ${host}, then ${requestLine(scene)} once at each of its addresses, ${most(scene)} at most.`,
          own: true,
        })
      : undefined;
  },
  next(scene, runs) {
    const { url } = scene.facts;
    if (url === undefined) return undefined;
    if (runs.length === 0)
      return { kind: 'resolve', label: `Addresses of ${url.hostname}`, host: url.hostname };
    const addresses = addressesIn(scene, runs);
    const done = requestsIn(runs);
    const known = addresses.length === 1 && addresses[0] === usedBy(scene);
    const address = known ? undefined : addresses[done.length];
    if (address === undefined || done.some((ran) => answerOf(scene.facts, ran) === 'accepted'))
      return undefined;
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    const written = address.includes(':') ? `[${address}]` : address;
    return {
      kind: 'request',
      label: address,
      draft: {
        ...scene.draft,
        settings: { ...scene.draft.settings, resolve: [`${url.hostname}:${port}:${written}`] },
      },
    };
  },
  read(scene, runs) {
    const addresses = addressesIn(scene, runs);
    const done = requestsIn(runs);
    const used = usedBy(scene);
    const answers = done.map((ran) => answerOf(scene.facts, ran));
    const hit = done[answers.indexOf('accepted')];
    if (hit !== undefined && hit.label !== used)
      return {
        outcome: 'accepted',
        answer: `${statusOf(hit) ?? ''} at ${hit.label}`,
        named: {
          cause: 'stale-dns',
          title: `${hostOf(scene)} at ${hit.label} accepts it, at ${used ?? 'the other address'} it is refused`,
          explanation:
            'The same request is accepted at another address of the same name. Either this computer still uses an address that the name no longer has, or one of the servers behind it is out of step. Flush the resolver’s cache; where it stays, report it with both addresses.',
          remedies: [{ id: 'retry' }, { id: 'report' }],
        },
      };
    if (addresses.length === 0) return { outcome: 'unclear', answer: 'no address' };
    if (used !== undefined && !addresses.includes(used))
      return { outcome: 'moved', answer: `${addresses.join(', ')}, not ${used}` };
    if (done.length === 0) return { outcome: 'single', answer: addresses.join(', ') };
    return {
      outcome: answers.every((answer) => answer === 'same')
        ? 'same'
        : answers.includes('none')
          ? 'unclear'
          : 'differs',
      answer: statusesOf(runs),
    };
  },
});
