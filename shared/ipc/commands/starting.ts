import { z } from 'zod';
import { type NetworkSettings, networkSettingsSchema } from '../../proxy/network-settings.ts';
import type { Draft } from '../../workspace/draft.ts';
import type { Boot } from '../replies.ts';
import { command, id, nothing, text } from './command.ts';

/** What a window starts with, and what is remembered beside the workspace. */
export const startingCommands = {
  /** Everything a window needs to draw itself. */
  boot: command<Boot>()(nothing),

  /** Opens or creates the workspace in this folder; every window starts anew. */
  openWorkspace: command<Boot>()(z.object({ folder: text })),

  savePreferences: command<void>()(z.object({ preferences: z.record(z.string(), z.unknown()) })),

  /** How requests travel that choose no proxy of their own. The password is stored apart; the reply points at it. */
  saveNetwork: command<NetworkSettings>()(z.object({ network: networkSettingsSchema })),

  /** Prepares a bundled example (a loopback server that fails in a known way) and answers with its request. */
  example: command<Draft>()(z.object({ id })),
} as const;
