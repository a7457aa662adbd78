import type { Attempt, Field } from '../exchange/exchange.ts';
import type { Cause } from './causes.ts';
import type { Finding } from './diagnosis.ts';
import { durationInWords } from './durations.ts';
import { factsOf } from './facts.ts';
import { foreseenInOtherEnvironment, type EnvironmentsInUse } from './other-environment.ts';
import type { Foreseen } from './rule.ts';
import { rules } from './rules/index.ts';

/** A request that has not left yet, as it would be sent. Names and values are byte strings. */
export interface UnsentRequest {
  readonly method: string;
  readonly url: string;
  readonly fields: readonly Field[];
}

export interface PreflightContext {
  readonly nowMs: number;
  /** Names of variables, and ":name" of path segments, without a value. */
  readonly unresolved?: readonly string[];
  /** The profile in use; `tokenExpiresAtMs` where its token's end is known, JWT or not. */
  readonly profile?: { readonly name: string; readonly tokenExpiresAtMs?: number };
  readonly environments?: EnvironmentsInUse;
}

/**
 * What the rules say of the request before it is sent, the surest first. Places point into exchange 0. Empty where
 * nothing is amiss.
 */
export const preflight = (request: UnsentRequest, context: PreflightContext): readonly Finding[] => {
  const facts = factsOf(unsent(request, context.nowMs), 0);
  if (facts === undefined) return [];
  const foreseen = rules.flatMap((rule) =>
    (rule.foresee?.(facts) ?? []).map((finding) => findingOf(rule.cause, finding)),
  );
  const seen = facts.placeholders.map((placeholder) => placeholder.stands);
  const unresolved = (context.unresolved ?? []).filter((name) => !seen.includes(name));
  const variables = [
    ...withoutValue(unresolved.filter((name) => !name.startsWith(':'))),
    ...withoutSegment(unresolved.filter((name) => name.startsWith(':'))),
  ].map((finding) => findingOf('placeholder-unresolved', finding));
  const elsewhere = (
    context.environments === undefined ? [] : foreseenInOtherEnvironment(facts, context.environments)
  ).map((finding) => findingOf('token-issuer-mismatch', finding));
  const expiry = foreseen.some(({ cause }) => cause === 'token-expired') ? [] : profileExpiry(context);
  return [...foreseen, ...elsewhere, ...variables, ...expiry].toSorted((a, b) => b.confidence - a.confidence);
};

const unsent = ({ method, url, fields }: UnsentRequest, nowMs: number): Attempt => ({
  id: 'unsent',
  startedAtMs: nowMs,
  source: 'sent',
  exchanges: [
    {
      id: 'unsent-1',
      purpose: 'resource',
      request: {
        method,
        url,
        target: url,
        httpVersion: 'HTTP/1.1',
        fields: [...fields],
        body: { kind: 'none' },
      },
      outcome: { kind: 'failed', failure: { code: 'cancelled', message: 'Not sent.', detail: '' } },
      timings: { startedAtMs: nowMs },
    },
  ],
});

const findingOf = (cause: Cause, foreseen: Foreseen): Finding => ({ cause, ...foreseen });

/** "a, b and c" */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** One finding for all of them: a warning each would bury what else is amiss. */
const withoutValue = (names: readonly string[]): readonly Foreseen[] => {
  if (names.length === 0) return [];
  const placeholders = names.map((name) => `{{${name}}}`);
  const isOne = names.length === 1;
  return [
    {
      title: `The variable${isOne ? '' : 's'} ${listed(names)} ${isOne ? 'has' : 'have'} no value`,
      explanation: `${listed(placeholders)} would be sent as ${isOne ? 'it stands' : 'they stand'}. Give ${isOne ? 'it' : 'each'} a value: in the request, its folder, the environment or the workspace.`,
      evidence: [],
      remedies: names.map((name) => ({
        id: 'fill-placeholder',
        values: { placeholder: `{{${name}}}`, name },
      })),
      confidence: 0.97,
    },
  ];
};

const withoutSegment = (segments: readonly string[]): readonly Foreseen[] => {
  if (segments.length === 0) return [];
  const isOne = segments.length === 1;
  return [
    {
      title: `The path's ${listed(segments)} ${isOne ? 'has' : 'have'} no value`,
      explanation: `${listed(segments)} would be sent as ${isOne ? 'it stands' : 'they stand'}. Give ${isOne ? 'it a value' : 'them values'} under Params.`,
      evidence: [],
      remedies: [],
      confidence: 0.8,
    },
  ];
};

const profileExpiry = ({ profile, nowMs }: PreflightContext): readonly Finding[] => {
  const ends = profile?.tokenExpiresAtMs;
  if (profile === undefined || ends === undefined || ends > nowMs) return [];
  return [
    findingOf('token-expired', {
      title: `Expired ${durationInWords((nowMs - ends) / 1000)} ago: expect a 401`,
      explanation: `The token of ${profile.name} has reached the end that its issuer gave it.`,
      evidence: [],
      remedies: [{ id: 'refresh-token' }, { id: 'fetch-token' }, { id: 'authorize-again' }],
      figure: { kind: 'lifetime', ended: ends / 1000, sent: nowMs / 1000 },
      confidence: 0.95,
    }),
  ];
};
