import { cmd } from './cmd.ts';
import { posix } from './posix.ts';
import { powershell } from './powershell.ts';
import type { CurlShell, ShellId } from './shell.ts';

/** Every shell that a command can be written for. */
export const shells: Readonly<Record<ShellId, CurlShell>> = { posix, cmd, powershell };
