import { parseArgs } from 'node:util';
import { attemptToHar } from '../../shared/exchange/har.ts';
import { redactAttempt } from '../../shared/exchange/redact.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { UsageError, type Command, type ExitCode, type Shell } from './command.ts';
import { findRequest } from './find-request.ts';
import { version } from './version.ts';
import { withEngine } from './with-engine.ts';

const forms = ['curl', 'har'] as const;

/** Forms of the shell's contract that this version does not write. */
const later: readonly string[] = ['curl-cmd', 'curl-powershell'];

/** `why401 export NAME --as curl|har [--with-secrets]`; secrets are masked unless asked for. */
export const exportCommand: Command = {
  async run(args, shell) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string', default: 'curl' },
        'with-secrets': { type: 'boolean', default: false },
      },
    });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError('export takes the name of one request.');
    const form = forms.find((one) => one === values.as);
    if (form === undefined) {
      throw new UsageError(
        later.includes(values.as)
          ? `--as ${values.as} is not supported yet: use --as curl in a POSIX shell (Git Bash, WSL).`
          : `--as takes ${forms.join(' or ')}, not "${values.as}".`,
      );
    }
    return withEngine<ExitCode>(async ({ handlers, workspace }) => {
      const draft = await findRequest(name, workspace(), handlers, shell);
      if (form === 'curl') await writeCurl(draft, values['with-secrets'], handlers, shell);
      else await writeHar(draft, values['with-secrets'], handlers, shell);
      return 0;
    });
  },
};

const writeCurl = async (
  draft: Draft,
  withSecrets: boolean,
  handlers: Handlers,
  shell: Shell,
): Promise<void> => {
  const { command, notes } = await handlers.exportCurl({ draft, environmentId: '', withSecrets });
  shell.stdout.write(`${command}\n`);
  for (const note of notes) shell.stderr.write(`${note}\n`);
};

/** The last attempt of the request, as history holds it. */
const writeHar = async (
  draft: Draft,
  withSecrets: boolean,
  handlers: Handlers,
  shell: Shell,
): Promise<void> => {
  const entries = await handlers.history({ search: '', limit: 500 });
  for (const { id } of entries) {
    const { attempt, draft: sent } = await handlers.historyAttempt({ id });
    if (sent?.id !== draft.id) continue;
    const har = attemptToHar(withSecrets ? attempt : redactAttempt(attempt), { name: 'why401', version });
    shell.stdout.write(`${JSON.stringify(har, null, 2)}\n`);
    return;
  }
  throw new UsageError(
    `${draft.name === '' ? 'The request' : draft.name} was not sent lately: send it first, then export it as HAR.`,
  );
};
