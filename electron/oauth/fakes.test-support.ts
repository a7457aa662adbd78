import { bytesToByteString, utf8ByteString } from '../../shared/exchange/bytes.ts';
import type { Exchange, Failure, Field, ReceivedResponse } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import { oauth2SettingsSchema, type OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { Delivery, Route, Transport } from '../net/transport-types.ts';
import type { TokenVault } from './tokens-types.ts';

export const route: Route = { verifyTls: true, ca: [], proxy: undefined };

export const memoryVault = (): TokenVault & { readonly entries: Map<string, string> } => {
  const entries = new Map<string, string>();
  return {
    entries,
    get: async (id) => entries.get(id),
    async put(value, id = `id-${entries.size}`) {
      entries.set(id, value);
      return id;
    },
    async remove(ids) {
      for (const id of ids) entries.delete(id);
    },
  };
};

export const settingsOf = (given: Partial<OAuth2Settings> = {}): OAuth2Settings =>
  oauth2SettingsSchema.parse({
    tokenEndpoint: 'https://as.example/token',
    authorizationEndpoint: 'https://as.example/authorize',
    clientId: 'client',
    clientSecret: 'secret',
    grant: 'client-credentials',
    ...given,
  });

export interface FakeAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly contentType?: string;
  /** DPoP-Nonce. */
  readonly nonce?: string;
  readonly failure?: Failure;
}

/** A request as a server reads it. */
export interface Seen {
  readonly purpose: Delivery['purpose'];
  readonly method: string;
  readonly url: string;
  readonly fields: readonly Field[];
  readonly authorization: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

const bodyText = (request: OutgoingRequest): string =>
  request.body.kind === 'bytes' ? bytesToByteString(request.body.bytes) : '';

const exchangeOf = ({ purpose, request }: Delivery, outcome: Exchange['outcome'], id: number): Exchange => ({
  id: `x${id}`,
  purpose,
  request: {
    method: request.method,
    url: request.url,
    target: new URL(request.url).pathname,
    httpVersion: '1.1',
    fields: [...request.fields],
    body: { kind: 'text', text: bodyText(request), size: bodyText(request).length },
  },
  outcome,
  timings: { startedAtMs: 0 },
});

const answered = (status: number, fields: Field[], text: string): Exchange['outcome'] => {
  const response: ReceivedResponse = {
    status,
    reason: '',
    httpVersion: '1.1',
    fields,
    body: { kind: 'text', text, size: text.length },
  };
  return { kind: 'answered', response };
};

/** A network of one server that is a function; `seen` is all that it was asked. */
export const fakeTransport = (
  answer: (seen: Seen) => FakeAnswer | Promise<FakeAnswer>,
): { readonly transport: Transport; readonly seen: Seen[] } => {
  const seen: Seen[] = [];
  const transport: Transport = async (delivery, { signal }) => {
    const { request, purpose } = delivery;
    const asked: Seen = {
      purpose,
      method: request.method,
      url: request.url,
      fields: request.fields,
      authorization: valueOf(request.fields, 'Authorization'),
      form: Object.fromEntries(new URLSearchParams(bodyText(request))),
    };
    seen.push(asked);
    const given = await answer(asked);
    const failure: Failure | undefined = signal.aborted
      ? { code: 'cancelled', message: 'Cancelled.', detail: '' }
      : given.failure;
    if (failure !== undefined) return [exchangeOf(delivery, { kind: 'failed', failure }, seen.length)];
    const text = typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? {});
    const fields = [
      { name: 'Content-Type', value: given.contentType ?? 'application/json' },
      ...(given.nonce === undefined ? [] : [{ name: 'DPoP-Nonce', value: given.nonce }]),
    ];
    return [exchangeOf(delivery, answered(given.status ?? 200, fields, text), seen.length)];
  };
  return { transport, seen };
};

/** An unsigned JWT: decoded, never verified. */
export const jwt = (claims: Readonly<Record<string, unknown>>): string => {
  const part = (value: unknown): string =>
    Buffer.from(utf8ByteString(JSON.stringify(value)), 'latin1').toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
};
