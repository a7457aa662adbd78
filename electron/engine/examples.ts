import { schemeById } from '../../shared/schemes/index.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { defaultDraftSettings } from '../../shared/workspace/draft.ts';
import { EngineError } from '../errors.ts';
import type { ExampleServer } from '../examples/example-server.ts';
import type { Prepared } from '../examples/example.ts';
import { exampleById } from '../examples/index.ts';
import { openSettings } from './chosen-auth.ts';
import type { EngineContext } from './context.ts';
import { routeOf } from './route.ts';
import { variablesOf } from './variables.ts';

/** The token must be there in whichever environment the window has chosen. */
const getTokens = async (context: EngineContext, prepared: Prepared): Promise<void> => {
  const { profile, token } = prepared;
  if (profile === undefined || token === undefined) return;
  await context.tokens.forget(profile.id);
  const settings = {
    ...schemeById(profile.scheme)?.initial,
    ...(await openSettings(context, profile.settings)),
  };
  const environments = [
    '',
    ...context
      .workspace()
      .current()
      .environments.map((one) => one.id),
  ];
  for (const environmentId of environments) {
    const outcome = await context.tokens.obtain({
      profile: { id: profile.id, name: profile.name, renew: profile.renew, settings },
      environmentId,
      how: token,
      route: await routeOf(context, defaultDraftSettings, variablesOf(context, environmentId)),
      hooks: { signal: AbortSignal.timeout(10_000) },
    });
    if (!outcome.ok) throw new EngineError('internal', outcome.stopped.message);
  }
};

export const exampleHandlers = (
  context: EngineContext,
  server: ExampleServer,
): Pick<Handlers, 'example'> => ({
  async example({ id }) {
    const example = exampleById(id);
    if (example === undefined) throw new EngineError('not-found', 'There is no such example.');
    const prepared = await server.prepare(example);
    if (prepared.profile !== undefined) await context.workspace().saveProfile(prepared.profile);
    await getTokens(context, prepared);
    return prepared.draft;
  },
});
