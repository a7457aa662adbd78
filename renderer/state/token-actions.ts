import type { CommandArg } from '../../shared/ipc/contract.ts';
import { ask, notify, type Context } from './context.ts';
import { profileById } from './selectors.ts';
import * as sending from './sending.ts';

const asking = {
  introspect: 'Introspecting…',
  userinfo: 'Asking for userinfo…',
  revoke: 'Revoking…',
} as const;

export type TokenQuestion = CommandArg<'askAboutToken'>['question'];

export interface TokenActions {
  /** The members of the server's answer; absent where there is none. */
  askAboutToken(
    profileId: string,
    question: TokenQuestion,
    which: 'access' | 'refresh',
  ): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** What the token inspector asks the authorization server; each question is an attempt beside the shown one. */
export const tokenActions = (context: Context): TokenActions => ({
  async askAboutToken(profileId, question, which) {
    const { current, environmentId } = context.get();
    const profile = profileById(context.get(), profileId);
    if (profile === undefined || current === undefined) return undefined;
    const sendId = context.newId();
    context.update((state) =>
      sending.sendingBegan(state, current, {
        sendId,
        startedAtMs: context.nowMs(),
        label: asking[question],
      }),
    );
    const reply = await ask(context, 'askAboutToken', {
      sendId,
      profileId,
      environmentId,
      question,
      which,
    });
    context.update((state) => sending.sendingEnded(state, current, sendId));
    if (reply === undefined) return undefined;
    const { attempt, answer } = reply.value;
    const record = sending.recordOf(attempt, context.diagnose, { draft: undefined, remedy: undefined });
    const refused = answer === undefined;
    context.update((state) =>
      refused ? sending.attemptEnded(state, current, record) : sending.attemptKept(state, current, record),
    );
    if (question === 'revoke' && !refused) {
      notify(context, {
        tone: 'accepted',
        text: `The server took the revocation. The token of ${profile.name} stays here until you forget it.`,
      });
    }
    return answer;
  },
});
