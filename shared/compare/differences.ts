import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { allCookies } from '../diagnosis/facts/sent-credentials.ts';
import type { SentRequest } from '../exchange/exchange.ts';
import { valuesOf } from '../exchange/fields.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { decodeJwt } from '../token/jwt.ts';
import { splitUrl } from '../workspace/draft.ts';
import { bodyDifferences } from './body-differences.ts';
import type { Difference, RankedDifference } from './difference.ts';
import { kindOfField, NOT_COMPARED } from './field-kinds.ts';
import { kinds, mattersFor } from './kinds.ts';
import { shownField, shownNamed, shownSecret } from './shown-value.ts';
import { withAddress, withCookie, withCredentialField, withFieldValues, withParameter } from './take-over.ts';

/**
 * In what a request that fails differs from one that works, by meaning and not by bytes: cookies by name, bodies by
 * member, tokens by claim; the order of fields and the case of their names are no more than a remark. What is likeliest
 * to matter for this diagnosis comes first.
 */
export const differencesOf = (
  mine: SentRequest,
  theirs: SentRequest,
  diagnosis?: Diagnosis,
): readonly RankedDifference[] =>
  [
    ...authorizationDifferences(mine, theirs),
    ...addressDifferences(mine, theirs),
    ...cookieDifferences(mine, theirs),
    ...fieldDifferences(mine, theirs),
    ...bodyDifferences(mine, theirs),
    ...shapeDifferences(mine, theirs),
  ]
    .map((one) => ({ ...one, matters: mattersFor(one.kind, diagnosis), why: kinds[one.kind].why }))
    .toSorted((a, b) => b.matters - a.matters);

/** What comes from history is masked, and dots must not be sent for a secret. */
const takeable = (
  values: readonly (string | undefined)[],
  apply: NonNullable<Difference['apply']>,
): Pick<Difference, 'apply'> => (values.some((value) => value?.includes('••••') === true) ? {} : { apply });

const same = (a: readonly (string | undefined)[], b: readonly (string | undefined)[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

const authorizationDifferences = (mine: SentRequest, theirs: SentRequest): readonly Difference[] => {
  const name = 'Authorization';
  const [a, b] = [valuesOf(mine.fields, name), valuesOf(theirs.fields, name)];
  if (same(a, b)) return [];
  const shown = (values: readonly string[]) =>
    values.length === 0 ? undefined : shownField(name, values.join(', '));
  const [left, right] = [parseCredentials(a[0] ?? ''), parseCredentials(b[0] ?? '')];
  const isScheme = a.length === 0 || b.length === 0 || left.spelled !== right.spelled;
  const details = claimDetails(left.rest, right.rest);
  return [
    {
      id: 'authorization',
      kind: isScheme ? 'scheme' : 'credential',
      name: isScheme ? 'Authorization' : `${left.spelled === '' ? 'Bare' : left.spelled} credential`,
      mine: shown(a),
      theirs: shown(b),
      ...(details.length === 0 ? {} : { details }),
      ...takeable(b, (draft) => withCredentialField(draft, name, b)),
    },
  ];
};

/** Two JSON Web Tokens, claim by claim; of times only that they differ, since they always do. */
const claimDetails = (mine: string, theirs: string): NonNullable<Difference['details']> => {
  const [a, b] = [decodeJwt(mine), decodeJwt(theirs)];
  if (a.kind !== 'jwt' || b.kind !== 'jwt') return [];
  const rows = (part: 'header' | 'claims') => {
    const names = [...new Set([...Object.keys(a.jwt[part]), ...Object.keys(b.jwt[part])])];
    return names.flatMap((name) => {
      const [left, right] = [a.jwt[part][name], b.jwt[part][name]].map((value) =>
        value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value),
      );
      return left === right ? [] : [{ name, mine: left ?? '', theirs: right ?? '' }];
    });
  };
  return [...rows('header'), ...rows('claims')];
};

const addressDifferences = (mine: SentRequest, theirs: SentRequest): readonly Difference[] => {
  const method: readonly Difference[] =
    mine.method === theirs.method
      ? []
      : [
          {
            id: 'method',
            kind: 'method',
            name: 'Method',
            mine: { text: mine.method },
            theirs: { text: theirs.method },
            apply: (draft) => ({ ...draft, method: theirs.method }),
          },
        ];
  if (!URL.canParse(mine.url) || !URL.canParse(theirs.url)) return method;
  const [a, b] = [new URL(mine.url), new URL(theirs.url)];
  const origin: readonly Difference[] =
    a.origin === b.origin
      ? []
      : [
          {
            id: 'origin',
            kind: a.host === b.host ? 'transport' : 'host',
            name: a.host === b.host ? 'http or https' : 'Host',
            mine: { text: a.origin },
            theirs: { text: b.origin },
            apply: (draft) => withAddress(draft, mine.url, { origin: b.origin }),
          },
        ];
  const path: readonly Difference[] =
    a.pathname === b.pathname
      ? []
      : [
          {
            id: 'path',
            kind: 'path',
            name: 'Path',
            mine: { text: a.pathname },
            theirs: { text: b.pathname },
            apply: (draft) => withAddress(draft, mine.url, { path: b.pathname }),
          },
        ];
  return [...method, ...origin, ...path, ...parameterDifferences(mine.url, theirs.url)];
};

const parameterDifferences = (mine: string, theirs: string): readonly Difference[] => {
  const [a, b] = [splitUrl(mine).params, splitUrl(theirs).params];
  const names = [...new Set([...b, ...a].map(({ name }) => name))];
  return names.flatMap((name): readonly Difference[] => {
    const [left, right] = [a, b].map((all) =>
      all.filter((param) => param.name === name).map(({ value }) => value),
    );
    if (left === undefined || right === undefined || same(left, right)) return [];
    const shown = (values: readonly (string | undefined)[]) =>
      values.length === 0 ? undefined : shownNamed(name, values.map((value) => value ?? '').join(', '));
    return [
      {
        id: `parameter ${name}`,
        kind: kindOfField(name) === 'key' ? 'key' : 'parameter',
        name: `Parameter ${name}`,
        mine: shown(left),
        theirs: shown(right),
        ...takeable(right, (draft) => withParameter(draft, name, right)),
      },
    ];
  });
};

const cookieDifferences = (mine: SentRequest, theirs: SentRequest): readonly Difference[] => {
  const [a, b] = [allCookies(mine), allCookies(theirs)];
  const names = [...new Set([...b, ...a].map(({ name }) => name))];
  return names.flatMap((name): readonly Difference[] => {
    const [left, right] = [a, b].map((all) => all.find((cookie) => cookie.name === name)?.value);
    if (left === right) return [];
    const shown = (value: string | undefined) => (value === undefined ? undefined : shownSecret(name, value));
    return [
      {
        id: `cookie ${name}`,
        kind: 'cookie',
        name: `Cookie ${name}`,
        mine: shown(left),
        theirs: shown(right),
        ...takeable([right], (draft) => withCookie(draft, a, name, right)),
      },
    ];
  });
};

const fieldDifferences = (mine: SentRequest, theirs: SentRequest): readonly Difference[] => {
  const names = new Map(
    [...mine.fields, ...theirs.fields].toReversed().map(({ name }) => [name.toLowerCase(), name]),
  );
  return [...names].flatMap(([key, name]): readonly Difference[] => {
    const [a, b] = [valuesOf(mine.fields, key), valuesOf(theirs.fields, key)];
    if (NOT_COMPARED.has(key) || same(a, b)) return [];
    const kind = kindOfField(name);
    const shown = (values: readonly string[]) =>
      values.length === 0 ? undefined : shownField(name, values.join(', '));
    return [
      {
        id: `field ${key}`,
        kind,
        name,
        mine: shown(a),
        theirs: shown(b),
        ...takeable(b, (draft) => withFieldValues(draft, name, b)),
      },
    ];
  });
};

/** How it was written and carried: no more than a remark. */
const shapeDifferences = (mine: SentRequest, theirs: SentRequest): readonly Difference[] => {
  const version = ({ httpVersion }: SentRequest): string => (/2/.test(httpVersion) ? 'HTTP/2' : 'HTTP/1.1');
  const order = ({ fields }: SentRequest): readonly string[] =>
    fields.map(({ name }) => name).filter((name) => !NOT_COMPARED.has(name.toLowerCase()));
  const [a, b] = [order(mine), order(theirs)];
  const lower = (names: readonly string[]): readonly string[] =>
    names.map((name) => name.toLowerCase()).toSorted();
  const respelled = same(lower(a), lower(b)) && !same(a, b);
  return [
    ...(version(mine) === version(theirs)
      ? []
      : [
          {
            id: 'version',
            kind: 'version' as const,
            name: 'Version of HTTP',
            mine: { text: version(mine) },
            theirs: { text: version(theirs) },
            apply: (draft: Parameters<NonNullable<Difference['apply']>>[0]) => ({
              ...draft,
              settings: {
                ...draft.settings,
                httpVersion: version(theirs) === 'HTTP/2' ? ('2' as const) : ('1.1' as const),
              },
            }),
          },
        ]),
    ...(respelled
      ? [
          {
            id: 'spelling',
            kind: 'spelling' as const,
            name: 'Order and case of fields',
            mine: { text: a.join(', ') },
            theirs: { text: b.join(', ') },
          },
        ]
      : []),
  ];
};
