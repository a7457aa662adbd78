import { randomBytes } from 'node:crypto';
import { asksForToken, stillWorld } from '../../shared/compose/will-send.ts';
import type { Attempt, Exchange } from '../../shared/exchange/exchange.ts';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import type { CommandArg, Handlers } from '../../shared/ipc/contract.ts';
import { execute } from '../net/execute.ts';
import type { How, TokenOutcome } from '../oauth/tokens-types.ts';
import { EngineError } from '../errors.ts';
import { createSchemeHost } from '../schemes/scheme-host.ts';
import type { EngineContext } from './context.ts';
import { withDeadline } from './deadline.ts';
import { openDraft, type OpenedDraft } from './opened-draft.ts';
import type { Sends } from './sends.ts';
import { requestToken } from './token-request.ts';

type SendArg = CommandArg<'send'>;

/**
 * Carries an opened draft over the network; every exchange it takes is told to the windows as it ends. A token is got
 * before the deadline of the request begins to run: logging in takes as long as a person takes.
 */
const carry = async (
  context: EngineContext,
  { sendId, draft, environmentId, token, freshConnection }: SendArg,
  { composed, route: usual, trustedOrigins, tokenOwner, memoryOwner, cookies, clockOffsetMs }: OpenedDraft,
  signal: AbortSignal,
): Promise<Pick<Attempt, 'exchanges' | 'stopped'>> => {
  const exchanges: Exchange[] = [];
  // Connections of its own: none that is kept leads to an address that the name had before.
  const route = freshConnection === true ? { ...usual, ownConnection: {} } : usual;
  const onExchange = (exchange: Exchange): void => {
    exchanges.push(exchange);
    context.emit({ event: 'exchange', sendId, exchange });
  };
  const progress =
    (direction: 'sent' | 'received') =>
    (bytes: number, total: number | undefined): void =>
      context.emit({
        event: 'progress',
        sendId,
        direction,
        bytes,
        ...(total === undefined ? {} : { total }),
      });
  const getToken = (how: How, within: AbortSignal): Promise<TokenOutcome> => {
    if (tokenOwner === undefined) throw new TypeError('Only a scheme with settings asks for a token.');
    const deadline = withDeadline(within, draft.settings.timeoutMs);
    const onLogin = deadline.lift;
    return requestToken(context, tokenOwner, {
      sendId,
      environmentId,
      how,
      route,
      signal: deadline.signal,
      onExchange,
      onLogin,
    }).finally(deadline.lift);
  };
  const host = createSchemeHost(() => context.nowMs() + clockOffsetMs, context.schemeMemories(memoryOwner));
  const { env } = host;
  // Run only to see what it asks for, in a world where that leaves no trace.
  const asksFirst = asksForToken(composed.flow(stillWorld));
  let first = asksFirst ? await getToken(token ?? 'auto', signal) : undefined;
  if (first?.ok === false) return { exchanges, stopped: first.stopped };

  const { stopped } = await execute({
    flow: composed.flow(env),
    transport: context.transport,
    route,
    redirects: {
      follow: draft.settings.followRedirects,
      max: draft.settings.maxRedirects,
      trustedOrigins,
    },
    signal,
    timeoutMs: draft.settings.timeoutMs,
    token: async (hooks) => {
      const ready = first ?? (await getToken('auto', hooks.signal));
      first = undefined;
      return ready;
    },
    answer: host.answer,
    cookies,
    onExchange,
    onReceived: progress('received'),
    onSent: progress('sent'),
  });
  return { exchanges, ...(stopped === undefined ? {} : { stopped }) };
};

/** A history that cannot be written must not hide the answer; its state is shown when a window starts. */
const remember = async (context: EngineContext, attempt: Attempt, { draft }: SendArg): Promise<void> => {
  const [finding] = diagnose(attempt).findings;
  try {
    const entry = await context.history.add(attempt, { draft, cause: finding?.cause });
    if (entry !== undefined) context.emit({ event: 'history', entry });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
  }
};

const send = async (context: EngineContext, arg: SendArg, signal: AbortSignal): Promise<Attempt> => {
  const startedAtMs = context.nowMs();
  const boundary = `why401-${randomBytes(12).toString('hex')}`;
  const opening = await openDraft(context, arg.draft, arg.environmentId, boundary);
  const about = { id: context.newId(), startedAtMs, source: 'sent' as const };
  if (!opening.ok) {
    return { ...about, exchanges: [], stopped: { code: 'not-sendable', message: opening.message } };
  }
  const { opened } = opening;
  const attempt: Attempt = {
    ...about,
    ...(await carry(context, arg, opened, signal)),
    ...(opened.profile === undefined ? {} : { profile: opened.profile.name }),
  };
  if (attempt.exchanges.length > 0) await remember(context, attempt, arg);
  return attempt;
};

export const sendHandlers = (context: EngineContext, sends: Sends): Pick<Handlers, 'send' | 'cancel'> => ({
  send: (arg) => sends.run(arg.sendId, async (signal) => ({ attempt: await send(context, arg, signal) })),
  async cancel({ sendId }) {
    sends.cancel(sendId);
  },
});
