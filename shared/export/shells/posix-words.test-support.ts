import { execFileSync } from 'node:child_process';

/** The arguments that a command hands to `curl`, by a real shell in which that name only prints them. */
export const posixWords = (command: string): readonly string[] => {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}\n`;
  const out = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { LC_ALL: 'C.UTF-8' } });
  return out.split('\0').slice(0, -1);
};
