import { z } from 'zod';

export const id = z.string().min(1).max(200);
export const text = z.string().max(10_000_000);

/** Names of folders, outermost first. */
export const folderPath = z.array(z.string().min(1).max(1000)).max(20);

/** One command of the door: its argument is checked, its reply only typed. */
export const command = <Reply>() => {
  return <Arg extends z.ZodType>(arg: Arg): { readonly arg: Arg; readonly reply: Reply } => ({
    arg,
    reply: undefined as Reply,
  });
};

export const nothing = z.undefined().or(z.null());
