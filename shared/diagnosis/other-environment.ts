import { substitute } from '../compose/variables.ts';
import { byteStringOfBase64, utf8ByteString } from '../exchange/bytes.ts';
import { hostnameIn } from '../exchange/url.ts';
import { textClaim } from '../token/jwt.ts';
import type { Environment } from '../workspace/profile.ts';
import { hostOf, serverCredentials, type Facts } from './facts.ts';
import type { SentCredential } from './facts/sent-credentials.ts';
import { claimPlace } from './facts/sent-tokens.ts';
import type { Foreseen } from './rule.ts';

/** Which environment a request is sent in, and what the others hold. */
export interface EnvironmentsInUse {
  readonly chosenId: string;
  readonly all: readonly Environment[];
  /** The request will carry a token that is got, and kept, in the chosen environment. */
  readonly sendsOwnToken: boolean;
}

interface Known {
  readonly name: string;
  readonly hosts: ReadonlySet<string>;
  /** Secret variables, as byte strings. */
  readonly secrets: readonly { readonly name: string; readonly value: string }[];
}

/** What is shorter may stand in a credential by chance. */
const shortestSecret = 8;

const knownOf = ({ name, variables }: Environment): Known => {
  const on = variables.filter((variable) => variable.on);
  const values = new Map(on.map((variable) => [variable.name.trim(), variable.value]));
  return {
    name,
    hosts: new Set(
      on.flatMap(({ secret, value }) => (secret ? [] : hostsIn(substitute(value, values).value))),
    ),
    secrets: on
      .filter(({ secret, value }) => secret && value.length >= shortestSecret)
      .map((variable) => ({ name: variable.name, value: utf8ByteString(variable.value) })),
  };
};

/** The host of an address, or of a name that could be nothing else. */
const hostsIn = (text: string): readonly string[] => {
  const address = text.trim();
  if (/^https?:\/\//i.test(address)) return [hostnameIn(address) ?? []].flat();
  return /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?::\d+)?$/i.test(address)
    ? [address.replace(/:\d+$/, '').toLowerCase()]
    : [];
};

const holds = ({ parsed, value }: SentCredential, secret: string): boolean =>
  value.includes(secret) ||
  (parsed?.scheme === 'basic' && (byteStringOfBase64(parsed.rest) ?? '').includes(secret));

/** Of one host: the environment whose it is, where it is not the chosen one's. */
const ownerOf = (host: string, chosen: Known, others: readonly Known[]): Known | undefined =>
  chosen.hosts.has(host) ? undefined : others.find(({ hosts }) => hosts.has(host));

/**
 * A credential of one environment on its way to another one's server: a secret or token that belongs to an environment
 * which is not chosen, or one of the chosen environment for a host that only another one names. Nothing where no
 * environment is chosen or there is but one.
 */
export const foreseenInOtherEnvironment = (
  facts: Facts,
  { chosenId, all, sendsOwnToken }: EnvironmentsInUse,
): readonly Foreseen[] => {
  const chosenOne = all.find(({ id }) => id === chosenId);
  if (chosenOne === undefined || all.length < 2) return [];
  const chosen = knownOf(chosenOne);
  const others = all.filter(({ id }) => id !== chosenId).map(knownOf);
  const host = hostOf(facts);
  const found =
    foreignSecret(facts, chosen, others) ??
    foreignToken(facts, chosen, others) ??
    foreignHost(facts, ownerOf(host, chosen, others), chosen, sendsOwnToken);
  return found === undefined ? [] : [found];
};

const foreignSecret = (facts: Facts, chosen: Known, others: readonly Known[]): Foreseen | undefined => {
  for (const credential of serverCredentials(facts)) {
    if (chosen.secrets.some(({ value }) => holds(credential, value))) continue;
    for (const other of others) {
      const secret = other.secrets.find(({ value }) => holds(credential, value));
      if (secret === undefined || other.hosts.has(hostOf(facts))) continue;
      return {
        title: `${credential.name} holds ${secret.name} of environment ${other.name}, but ${chosen.name} is chosen`,
        explanation: `A credential of ${other.name} would go to ${hostOf(facts)}, which refuses it or is told what it should not know. Write {{${secret.name}}} in its place, or choose ${other.name}.`,
        evidence: [
          { text: `It equals the variable ${secret.name} of ${other.name}`, place: credential.place },
        ],
        remedies: [{ id: 'fill-credentials' }],
        confidence: 0.9,
      };
    }
  }
  return undefined;
};

const foreignToken = (facts: Facts, chosen: Known, others: readonly Known[]): Foreseen | undefined => {
  const { token } = facts;
  const iss = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
  const issuer = iss === undefined ? undefined : hostnameIn(iss);
  if (token === undefined || issuer === undefined) return undefined;
  const other = ownerOf(issuer, chosen, others);
  if (other === undefined || other.hosts.has(hostOf(facts))) return undefined;
  return {
    title: `The token was issued in environment ${other.name}, but ${chosen.name} is chosen`,
    explanation: `${issuer} issues the tokens of ${other.name}; a server of ${chosen.name} does not trust it. Get a token in ${chosen.name}, or choose ${other.name}.`,
    evidence: [{ text: `iss is ${iss}`, place: claimPlace(token, 'iss') }],
    remedies: [{ id: 'fetch-token' }, { id: 'authorize-again' }],
    figure: { kind: 'values', label: 'environment', got: other.name, wanted: chosen.name },
    confidence: 0.85,
  };
};

const foreignHost = (
  facts: Facts,
  owner: Known | undefined,
  chosen: Known,
  sendsOwnToken: boolean,
): Foreseen | undefined => {
  if (owner === undefined) return undefined;
  const credential = serverCredentials(facts).find((one) =>
    chosen.secrets.some(({ value }) => holds(one, value)),
  );
  if (credential === undefined && !sendsOwnToken) return undefined;
  const name = credential?.name ?? 'the token';
  return {
    title: `A credential of ${chosen.name} would go to a server of ${owner.name}`,
    explanation: `${hostOf(facts)} is named by environment ${owner.name} alone, and ${name} comes from ${chosen.name}. Choose ${owner.name}, or take the address from a variable.`,
    evidence:
      credential === undefined
        ? []
        : [{ text: `${name} is kept in ${chosen.name}`, place: credential.place }],
    remedies: [],
    confidence: 0.85,
  };
};
