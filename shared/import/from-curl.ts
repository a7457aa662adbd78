import { looksLikeCurl, readCurl, readShell } from './curl.ts';
import { looksLikeCmd, readCmdWords } from './cmd-words.ts';
import { looksLikePowershell, readPowershellWords } from './powershell-words.ts';
import type { Importer } from './importer.ts';

/** A curl command for bash and kin, cmd.exe or PowerShell. */
export const fromCurl: Importer = {
  form: 'curl',
  read(text, newId) {
    if (!looksLikeCurl(text)) return undefined;
    const read = looksLikeCmd(text)
      ? readShell(readCmdWords(text), newId)
      : looksLikePowershell(text)
        ? readShell(readPowershellWords(text), newId)
        : readCurl(text, newId);
    if (!read.ok) return { kind: 'unknown', why: read.message };
    const [draft, ...further] = read.drafts;
    if (draft === undefined) return undefined;
    return { kind: 'request', from: 'curl', draft, further, notes: read.notes };
  },
};
