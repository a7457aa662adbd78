import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import { explainJson } from '../../shared/diagnosis/explain-json.ts';
import { experimentsJson } from '../../shared/experiments/experiments-json.ts';
import { madeFrom } from '../../shared/experiments/made.ts';
import { diagnoseWith, finished, propose } from '../../shared/experiments/propose.ts';
import { sceneOf } from '../../shared/experiments/scene.ts';
import { paintFor } from './colours.ts';
import { UsageError, type Command } from './command.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { exitCodeOf } from './exit-code.ts';
import { finishedText, movedText, proposalsText } from './experiments-text.ts';
import { findRequest } from './find-request.ts';
import { tellLogins } from './logins.ts';
import { environmentOf } from './send-command.ts';
import { withEngine } from './with-engine.ts';

const MOST_REQUESTS = 30;
const MOST_LOGINS = 5;

/**
 * `why401 experiment NAME|FILE [--ask ID] [--yes] …`: sends the request as `send` does. Where it is refused, says what
 * could be found out; only with --yes is anything further sent.
 */
export const experimentCommand: Command = {
  async run(args, shell) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ask: { type: 'string' },
        yes: { type: 'boolean', default: false },
        requests: { type: 'string', default: '10' },
        logins: { type: 'string', default: '2' },
        unsafe: { type: 'boolean', default: false },
        env: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0)
      throw new UsageError('experiment takes one request: its name, or a file.');
    const allowed = {
      requests: countOf('requests', values.requests, MOST_REQUESTS),
      logins: countOf('logins', values.logins, MOST_LOGINS),
      unsafe: values.unsafe,
    };
    return withEngine(async (engine) => {
      const workspace = engine.workspace();
      const draft = await findRequest(name, workspace, engine.handlers, shell);
      const environmentId = environmentOf(values.env, workspace);
      tellLogins(engine, shell);
      const sendId = randomUUID();
      const { attempt } = await engine.handlers.send({ sendId, draft, environmentId });
      const before = diagnose(attempt);
      const { folders, profiles } = workspace;
      const made = madeFrom(attempt.id);
      const around = { draft, folders, profiles, hasRefreshToken: false, made };
      const scene = sceneOf({ ...around, attempt, diagnosis: before });
      const { results } =
        scene === undefined || !values.yes
          ? { results: [] }
          : await engine.handlers.experiment({
              sendId: randomUUID(),
              attempt,
              draft,
              environmentId,
              which: values.ask === undefined ? 'plan' : { id: values.ask },
              done: [],
              allowed,
              made,
            });
      const after = diagnoseWith(attempt, around, results);
      const [done, next] =
        scene === undefined ? [[], []] : [finished(scene, results), propose(scene, after, results)];
      if (values.json) {
        const line = { ...explainJson(name, attempt, after), ...experimentsJson(done, next) };
        shell.stdout.write(`${JSON.stringify(line)}\n`);
        return exitCodeOf(attempt, after);
      }
      const paint = paintFor(shell);
      shell.stdout.write(diagnosisText(name, attempt, after, paint));
      shell.stdout.write(finishedText(done, paint));
      if (results.length > 0) shell.stdout.write(movedText(before, after));
      shell.stdout.write(proposalsText(next, paint));
      return exitCodeOf(attempt, after);
    });
  },
};

const countOf = (name: string, text: string, most: number): number => {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= most) return count;
  throw new UsageError(`--${name} takes a number from 0 to ${most}, not "${text}".`);
};
