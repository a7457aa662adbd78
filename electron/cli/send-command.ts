import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import { explainJson } from '../../shared/diagnosis/explain-json.ts';
import { failureOf, responseOf, type Attempt, type Body } from '../../shared/exchange/exchange.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Workspace } from '../../shared/ipc/replies.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { paintFor } from './colours.ts';
import { UsageError, type Command, type ExitCode, type Shell } from './command.ts';
import { diagnosisText } from './diagnosis-text.ts';
import { exitCodeOf, gravest } from './exit-code.ts';
import { findRequest } from './find-request.ts';
import { tellLogins } from './logins.ts';
import { withEngine } from './with-engine.ts';

const MOST_REPEATS = 1_000;
const PIECE = 1_048_576;

/** `why401 send NAME|FILE [--profile P] [--env E] [--offline] [--at TIME] [--json] [--repeat N]` */
export const sendCommand: Command = {
  async run(args, shell) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        env: { type: 'string' },
        offline: { type: 'boolean', default: false },
        at: { type: 'string' },
        json: { type: 'boolean', default: false },
        repeat: { type: 'string', default: '1' },
      },
    });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0)
      throw new UsageError('send takes one request: its name, or a file.');
    const repeat = repeatOf(values.repeat);
    const at = values.at === undefined ? undefined : instantOf(values.at);
    return withEngine(
      async (engine) => {
        const workspace = engine.workspace();
        const found = await findRequest(name, workspace, engine.handlers, shell);
        const draft = values.profile === undefined ? found : withProfile(found, values.profile, workspace);
        const environmentId = environmentOf(values.env, workspace);
        if (values.offline) return preview(engine.handlers, draft, environmentId, shell);
        tellLogins(engine, shell);
        const codes: ExitCode[] = [];
        for (let count = 0; count < repeat; count += 1) {
          const { attempt } = await engine.handlers.send({ sendId: randomUUID(), draft, environmentId });
          codes.push(await print(name, attempt, values.json, engine.handlers, shell));
        }
        return gravest(codes);
      },
      at === undefined ? undefined : () => at,
    );
  },
};

const repeatOf = (text: string): number => {
  const repeat = Number(text);
  if (Number.isInteger(repeat) && repeat >= 1 && repeat <= MOST_REPEATS) return repeat;
  throw new UsageError(`--repeat takes a number from 1 to ${MOST_REPEATS}, not "${text}".`);
};

/** ISO 8601, UTC where no zone is named, or seconds since the epoch. */
const instantOf = (text: string): number => {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const zoned = /T.*(Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes('T') ? text : `${text}Z`;
  const instant = Date.parse(zoned);
  if (Number.isNaN(instant))
    throw new UsageError(`--at takes a time such as 2026-01-31T12:00:00Z, not "${text}".`);
  return instant;
};

const withProfile = (draft: Draft, name: string, workspace: Workspace): Draft => {
  const profile = workspace.profiles.find((one) => one.name === name || one.id === name);
  if (profile !== undefined) return { ...draft, auth: { kind: 'profile', profileId: profile.id } };
  const names = workspace.profiles.map((one) => one.name).join(', ');
  throw new UsageError(`There is no profile ${name}.${names === '' ? '' : ` Profiles: ${names}.`}`);
};

export const environmentOf = (name: string | undefined, workspace: Workspace): string => {
  if (name === undefined) return '';
  const environment = workspace.environments.find((one) => one.name === name || one.id === name);
  if (environment !== undefined) return environment.id;
  const names = workspace.environments.map((one) => one.name).join(', ');
  throw new UsageError(`There is no environment ${name}.${names === '' ? '' : ` Environments: ${names}.`}`);
};

const preview = async (
  handlers: Handlers,
  draft: Draft,
  environmentId: string,
  { stdout, stderr }: Shell,
): Promise<ExitCode> => {
  const shown = await handlers.preview({ draft, environmentId });
  if (shown.blocked !== undefined) throw new UsageError(shown.blocked);
  stdout.write(`${shown.method} ${shown.url}\n`);
  for (const { name, value } of shown.fields) stdout.write(`${name}: ${value}\n`);
  for (const { name, value } of shown.trailers ?? []) {
    stdout.write(`${name}: ${value}\n`);
    stderr.write(`${name} leaves after the body.\n`);
  }
  for (const name of shown.unresolved) {
    stderr.write(`${name.startsWith(':') ? "The path's" : 'The variable'} ${name} has no value.\n`);
  }
  for (const warning of shown.warnings) stderr.write(`${warning.title}\n`);
  return 0;
};

const print = async (
  name: string,
  attempt: Attempt,
  json: boolean,
  handlers: Handlers,
  shell: Shell,
): Promise<ExitCode> => {
  const diagnosis = diagnose(attempt);
  const last = attempt.exchanges.at(-1);
  if (json) {
    shell.stdout.write(`${JSON.stringify(explainJson(name, attempt, diagnosis))}\n`);
    return exitCodeOf(attempt, diagnosis);
  }
  const response = last && responseOf(last);
  const failure = last && failureOf(last);
  if (response !== undefined) await printBody(response.body, handlers, shell);
  if (failure !== undefined) shell.stderr.write(`${failure.message}\n`);
  if (attempt.stopped !== undefined) shell.stderr.write(`${attempt.stopped.message}\n`);
  if (diagnosis.failed) {
    shell.stderr.write(`\n${diagnosisText(name, attempt, diagnosis, paintFor(shell, 'stderr'))}`);
  }
  return exitCodeOf(attempt, diagnosis);
};

const printBody = async (body: Body, handlers: Handlers, { stdout }: Shell): Promise<void> => {
  if (body.kind === 'text') stdout.write(body.text.endsWith('\n') ? body.text : `${body.text}\n`);
  if (body.kind === 'bytes') stdout.write(Buffer.from(body.base64, 'base64'));
  if (body.kind !== 'file') return;
  for (let offset = 0; offset < body.size; offset += PIECE) {
    const { base64 } = await handlers.readBody({ id: body.id, offset, length: PIECE });
    stdout.write(Buffer.from(base64, 'base64'));
  }
};
