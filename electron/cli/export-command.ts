import { parseArgs } from 'node:util';
import { attemptToHar } from '../../shared/exchange/har.ts';
import { redactAttempt } from '../../shared/exchange/redact.ts';
import { codeFormIds } from '../../shared/export/code-forms.ts';
import type { ShellId } from '../../shared/export/shells/shell.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { UsageError, type Command, type ExitCode, type Shell } from './command.ts';
import { findRequest } from './find-request.ts';
import { version } from './version.ts';
import { withEngine } from './with-engine.ts';

const curlForms: Readonly<Record<string, ShellId>> = {
  curl: 'posix',
  'curl-cmd': 'cmd',
  'curl-powershell': 'powershell',
};

const forms: readonly string[] = [...Object.keys(curlForms), 'har', ...codeFormIds];

/** Secrets are masked unless asked for. */
export const exportCommand: Command = {
  async run(args, shell) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        as: { type: 'string', default: 'curl' },
        'with-secrets': { type: 'boolean', default: false },
        'secret-variables': { type: 'boolean', default: false },
      },
    });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError('export takes the name of one request.');
    const form = values.as;
    if (!forms.includes(form)) throw new UsageError(`--as takes one of ${forms.join(', ')}.`);
    const withSecrets = values['with-secrets'];
    if (withSecrets && values['secret-variables']) {
      throw new UsageError('Take either --with-secrets or --secret-variables.');
    }
    const shellId = curlForms[form];
    if (values['secret-variables'] && shellId === undefined) {
      throw new UsageError('--secret-variables is for the forms of curl.');
    }
    return withEngine<ExitCode>(async ({ handlers }) => {
      const { workspace } = await handlers.boot(undefined);
      const draft = await findRequest(name, workspace, handlers, shell);
      if (form === 'har') await writeHar(draft, withSecrets, handlers, shell);
      else if (shellId !== undefined) {
        const secrets = withSecrets ? 'included' : values['secret-variables'] ? 'variables' : 'masked';
        const { command, notes } = await handlers.exportCurl({
          draft,
          environmentId: '',
          shell: shellId,
          secrets,
        });
        write(command, notes, shell);
      } else {
        const secrets = withSecrets ? 'included' : 'masked';
        const { code, notes } = await handlers.exportCode({ draft, environmentId: '', form, secrets });
        write(code, notes, shell);
      }
      return 0;
    });
  },
};

const write = (text: string, notes: readonly string[], shell: Shell): void => {
  shell.stdout.write(`${text}\n`);
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
